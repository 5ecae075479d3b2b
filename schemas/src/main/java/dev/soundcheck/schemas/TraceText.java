package dev.soundcheck.schemas;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was seen, for those who show it and write no file. Keys and tokens are replaced. */
public final class TraceText {
  private static final Redaction REDACTION = new Redaction(List.of());

  private TraceText() {}

  /** A whole trace, with a line feed behind each line. */
  public static String of(Trace trace) {
    TraceLines lines = new TraceLines(REDACTION, trace.header().audio());
    StringBuilder text = new StringBuilder().append(lines.of(trace.header())).append('\n');
    trace.seen().forEach(seen -> text.append(lines.of(seen)).append('\n'));
    return text.toString();
  }

  /** The line of one thing seen, without a line feed. */
  public static String line(Observed seen, TraceAudio audio) {
    return new TraceLines(REDACTION, audio).of(seen).toString();
  }

  /** An event to be shown; the same object when it holds no secret. */
  public static JsonNode event(JsonNode event) {
    return REDACTION.event(event);
  }

  /** Words to be shown, such as the reason of a close. */
  public static String words(String text) {
    return REDACTION.text(text);
  }

  /** Text to be shown that was meant to be an event. */
  public static String broken(String text) {
    return REDACTION.broken(text);
  }

  /** An address to be shown: without its password, and without keys and tokens in its query. */
  public static String address(URI url) {
    return REDACTION.text(url.toString());
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
