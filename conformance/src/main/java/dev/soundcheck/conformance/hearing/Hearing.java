package dev.soundcheck.conformance.hearing;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceAudio;
import java.util.Map;
import java.util.TreeMap;

/**
 * Listens to a trace, one thing seen at a time, in both directions and on each connection: what is
 * wrong with the sound, and the figures of each answer. Holds a few seconds of each connection that
 * is open, however long the trace is. Not for use by several threads.
 */
public final class Hearing {
  private final TraceAudio kept;
  private final Report report;
  private final Map<Integer, Call> calls = new TreeMap<>();

  /**
   * Begins with a trace.
   *
   * @param kept what the trace has of the sound; of what it does not have, only that is judged
   *     which lengths and times tell
   * @param audience who is told
   */
  public Hearing(TraceAudio kept, Audience audience) {
    this.kept = kept;
    report = new Report(audience);
  }

  /** The next thing seen, and the line of the trace that it stands in; the header is line 1. */
  public void see(Observed seen, int line) {
    if (seen instanceof Observed.Message message) {
      call(seen).see(message, line);
    } else if (seen instanceof Observed.Binary frame) {
      call(seen).see(frame, line);
    } else if (seen instanceof Observed.Closed) {
      Call over = calls.remove(seen.connection());
      if (over != null) {
        over.end();
      }
    }
  }

  /** The trace is over. */
  public void end() {
    calls.values().forEach(Call::end);
    calls.clear();
  }

  private Call call(Observed seen) {
    return calls.computeIfAbsent(seen.connection(), number -> new Call(report, kept));
  }
}
