package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What whoever plays the mind wants of the session. */
public sealed interface Intent {
  /** One response made of these parts; answers the last {@link Cue.Asked}, or speaks unasked. */
  record Answer(List<Part> parts) implements Intent {
    public Answer {
      parts = List.copyOf(parts);
    }
  }

  /** No answer to the last {@link Cue.Asked} yet; one may come later, or never. */
  record Wait() implements Intent {}

  /**
   * Speech that begins from now on will have this transcript.
   *
   * @param phrases what it may be where somebody listens; none where that decides nothing
   */
  record ExpectWords(String words, List<String> phrases) implements Intent {
    public ExpectWords {
      phrases = List.copyOf(phrases);
    }

    /** Where what is said decides nothing. */
    public ExpectWords(String words) {
      this(words, List.of());
    }
  }

  /** Speech that begins next is taken for this at first (live-behaviour.md 4). */
  record Mishear(String words) implements Intent {}

  /** A keep-alive now, out of turn. */
  record Ping() implements Intent {}

  /** An MCP server will not tell its tools when it is asked for them. */
  record ListFails(String label, Mcp.Failure failure) implements Intent {}

  /** The caller presses a key of the telephone: a digit, {@code *} or {@code #}. */
  record Press(String key) implements Intent {}

  /** One part of an answer. */
  sealed interface Part {
    /** What is said in it; nothing where nothing is. */
    default String words() {
      return "";
    }
  }

  /** Words spoken with the session's voice. */
  record Speech(String words) implements Part {}

  /** Words already spoken, as sound of any rate. */
  record Recording(String words, Pcm sound) implements Part {}

  /** A call of a client's tool; arguments as JSON text. */
  record Call(String tool, String arguments) implements Part {}

  /**
   * A search on the server's side, of which a client sees nothing but time (live-behaviour.md
   * 2.14).
   */
  record Search(Duration lasting) implements Part {}

  /**
   * A use of a tool that lies on an MCP server.
   *
   * @param arguments as JSON text
   * @param failure how it ends, unless well
   */
  record Use(String tool, String arguments, Optional<Mcp.Failure> failure) implements Part {}
}
