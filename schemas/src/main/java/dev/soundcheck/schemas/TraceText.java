package dev.soundcheck.schemas;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lines of a trace for those who write no file. Keys and tokens are replaced. */
public final class TraceText {
  private TraceText() {}

  /** A whole trace, with a line feed behind each line. */
  public static String of(Trace trace) {
    TraceLines lines = new TraceLines(new Redaction(List.of()), trace.header().audio());
    StringBuilder text = new StringBuilder().append(lines.of(trace.header())).append('\n');
    trace.seen().forEach(seen -> text.append(lines.of(seen)).append('\n'));
    return text.toString();
  }

  /** The line of one thing seen, without a line feed. */
  public static String line(Observed seen, TraceAudio audio) {
    return new TraceLines(new Redaction(List.of()), audio).of(seen).toString();
  }

  /**
   * What the line of one thing seen says.
   *
   * @throws TraceException when it is none: what was expected, and what was found
   */
  public static Observed seen(JsonNode line) {
    return TraceLine.seen(line);
  }
}
