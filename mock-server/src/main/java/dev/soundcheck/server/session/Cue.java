package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.List;

/** A moment at which somebody else must say what to do, or what it was. */
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

  /**
   * Speech is over whose words somebody has to tell who listens. Always the last output of a call;
   * the very next call must be {@link Session#understand}, and no time passes until then.
   *
   * @param speech with some silence around it
   * @param phrases what it may be
   */
  record Heard(Pcm speech, List<String> phrases) implements Cue {
    public Heard {
      phrases = List.copyOf(phrases);
    }
  }

  /** The session is over, and the connection is to be closed. */
  record Over(int code, String reason) implements Cue {}

  /** Something about the client's sound that is not as it should be; the session goes on. */
  record Noticed(Oddity oddity, String what) implements Cue {}

  /** What is not as it should be about sound. */
  enum Oddity {
    /** There is none in it. */
    EMPTY(false),
    /** Its text lacks the padding at its end. */
    UNPADDED(false),
    /** Its text is no base64. */
    NOT_BASE64(true),
    /** Its bytes are none of its format. */
    NOT_OF_ITS_FORMAT(true),
    /** It ends within a sample. */
    HALF_A_SAMPLE(true),
    /** It has another rate than the sound before it, which still waits. */
    OTHER_RATE(true);

    private final boolean loses;

    Oddity(boolean loses) {
      this.loses = loses;
    }

    /** Whether some of the sound is not heard because of it. */
    public boolean loses() {
      return loses;
    }
  }

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
