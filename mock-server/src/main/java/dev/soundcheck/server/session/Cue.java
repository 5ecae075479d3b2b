package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.List;

/** A moment at which whoever plays the mind must say what to do. */
public sealed interface Cue extends Output {
  /**
   * A turn of the client is over and wants an answer. Always the last output of a call; the very
   * next call must be {@link Session#intend} with an {@link Intent.Answer} or {@link Intent.Wait},
   * because events that were already decided are held back until the session knows which.
   */
  record Asked(
      Kind kind, String words, Duration spoken, List<ToolOutput> outputs, boolean interrupting)
      implements Cue {
    public Asked {
      outputs = List.copyOf(outputs);
    }
  }

  /** The session is over, and the connection is to be closed. */
  record Over(int code, String reason) implements Cue {}

  /** How the turn was made. */
  enum Kind {
    TYPED,
    SPOKEN,
    TOOLS,
    NUDGED,
    /** It was not: the user says nothing, and the assistant is to ask whether anybody is there. */
    SILENCE
  }

  /** What a client's tool gave back since the last answer. */
  record ToolOutput(String callId, String tool, String output) {}
}
