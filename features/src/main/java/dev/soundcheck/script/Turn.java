package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;

/**
 * One finished turn of the client that asks for an answer, as the server role sees it.
 *
 * @param kind how it was made
 * @param words what was typed, or the transcript of what was spoken; empty for the other kinds
 * @param spoken how long the user spoke; zero unless {@link Kind#SPOKEN}
 * @param outputs results of tool calls that came since the last answer
 * @param interrupting whether it broke into an answer
 */
public record Turn(
    Kind kind, String words, Duration spoken, List<ToolOutput> outputs, boolean interrupting) {
  /** The transcript of speech that somebody listened to and that is none of the phrases. */
  public static final String NONE_OF_THE_PHRASES = TurnBeat.ANYTHING;

  /** How a turn can be made. */
  public enum Kind {
    TYPED,
    SPOKEN,
    /** Only results of tool calls. */
    TOOLS,
    /** A bare {@code response.create}. */
    NUDGED
  }

  /** What a client's tool gave back. */
  public record ToolOutput(String callId, String tool, String output) {}

  public Turn {
    outputs = List.copyOf(outputs);
  }
}
