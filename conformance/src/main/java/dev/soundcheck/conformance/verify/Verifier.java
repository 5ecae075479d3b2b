package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.verify.Remark.Level;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Finding.Kind;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds a recording against the contract, one thing seen at a time, so that it may be larger than
 * memory: the schema of every event, the order of what the server says, and its bookkeeping. Not
 * for use by several threads.
 */
public final class Verifier {
  private final Profile profile;
  private final TraceAudio audio;
  private final Consumer<Remark> to;
  private final Remarks remarks;
  private final Map<Integer, Connection> connections = new HashMap<>();
  private int line = 1;

  /** What is followed of one connection. */
  private record Connection(ConnectionOrder order, Books books) {}

  /**
   * Begins with a recording.
   *
   * @param profile the wire profile to hold it against
   * @param audio what the recording holds of the sound
   * @param to who is told what is not as it should be
   */
  public Verifier(Profile profile, TraceAudio audio, Consumer<Remark> to) {
    this.profile = profile;
    this.audio = audio;
    this.to = to;
    remarks = new Remarks(to);
  }

  /** All that is not as it should be in a trace that is at hand. */
  public static List<Remark> verify(Trace trace, Profile profile) {
    List<Remark> found = new ArrayList<>();
    Verifier verifier = new Verifier(profile, trace.header().audio(), found::add);
    trace.seen().forEach(verifier::see);
    verifier.end();
    return found;
  }

  /** The next thing seen. */
  public void see(Observed seen) {
    remarks.line(++line);
    if (seen instanceof Observed.Message message) {
      judge(message);
    } else if (seen instanceof Observed.Malformed malformed) {
      to.accept(
          new Remark(
              Level.BROKEN,
              "schema",
              line,
              malformed.at(),
              malformed.connection(),
              malformed.from(),
              "(malformed)",
              "expected a JSON object with a type, found: " + malformed.why()));
    } else if (seen instanceof Observed.Closed closed) {
      connections.remove(closed.connection());
    }
  }

  /** The next line could not be read. */
  public void skip() {
    line++;
  }

  /** The recording is over. */
  public void end() {
    connections.values().forEach(connection -> connection.order().end());
    connections.clear();
  }

  private void judge(Observed.Message message) {
    EventValidator.of(profile)
        .validate(message.from(), message.json())
        .forEach(finding -> remarks.add(level(message, finding), "schema", message, text(finding)));
    if (message.from() == Origin.SERVER) {
      Connection connection =
          connections.computeIfAbsent(message.connection(), number -> connection());
      connection.order().see(message);
      connection.books().see(message);
    }
  }

  private Connection connection() {
    return new Connection(new ConnectionOrder(profile, remarks), new Books(audio, remarks));
  }

  /** An event that no server knows is a client's mistake; one of a server is news. */
  private static Level level(Observed.Message message, Finding finding) {
    boolean news =
        finding.kind() == Kind.UNKNOWN_MEMBER
            || (finding.kind() == Kind.UNKNOWN_EVENT && message.from() == Origin.SERVER);
    return news ? Level.DRIFT : Level.BROKEN;
  }

  private static String text(Finding finding) {
    return "%s: expected %s, found %s"
        .formatted(finding.path(), finding.expected(), finding.found());
  }
}
