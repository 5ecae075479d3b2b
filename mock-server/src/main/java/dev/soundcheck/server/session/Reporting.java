package dev.soundcheck.server.session;

/**
 * The choices of a profile about what is said of things that happen in all of them.
 *
 * @param partials what is said of words while the user still speaks
 * @param manualSpeech whether speech is reported without server VAD
 * @param answerItems whether items of answers are announced in the conversation too
 * @param closing in which order a spoken part ends
 */
public record Reporting(
    Partials partials, ManualSpeech manualSpeech, AnswerItems answerItems, Closing closing) {
  /** As captured. */
  public static final Reporting CAPTURED =
      new Reporting(
          Partials.PAIRED,
          ManualSpeech.REPORTED,
          AnswerItems.IN_CONVERSATION_TOO,
          Closing.TRANSCRIPT_FIRST);

  /** As the vendor's documents have it. */
  public static final Reporting DOCUMENTED =
      new Reporting(
          Partials.UPDATED, ManualSpeech.SILENT, AnswerItems.IN_RESPONSE_ONLY, Closing.AUDIO_FIRST);

  /** What is said of words while the user still speaks. */
  public enum Partials implements Dialect.Choice {
    /** {@code updated} and an unfinished {@code completed} (live-behaviour.md 4). */
    PAIRED,
    /** {@code updated} alone (events.yaml). */
    UPDATED,
    /** Nothing: the first would be unknown, the second taken for the end (clients.md 9). */
    NONE
  }

  /** Whether speech is reported without server VAD. */
  public enum ManualSpeech implements Dialect.Choice {
    /** {@code speech_started} and {@code speech_stopped} as with it (live-behaviour.md 2.4). */
    REPORTED,
    /** The item is added when it is committed (live-behaviour.md 8.1, docs). */
    SILENT
  }

  /** Whether items of answers are announced in the conversation too. */
  public enum AnswerItems implements Dialect.Choice {
    /** {@code conversation.item.added} after {@code output_item.added} (live-behaviour.md 2.2). */
    IN_CONVERSATION_TOO,
    /** {@code response.output_item.added} alone (events.yaml, documented_flow). */
    IN_RESPONSE_ONLY
  }

  /** In which order a spoken part ends. */
  public enum Closing implements Dialect.Choice {
    /** Transcript, part, audio (live-behaviour.md 2.2). */
    TRANSCRIPT_FIRST,
    /** Audio, transcript, part (events.yaml, documented_flow). */
    AUDIO_FIRST
  }

  /** The same but for one choice, if it is one of these. */
  public Reporting with(Dialect.Choice other) {
    return new Reporting(
        Dialect.either(partials, other),
        Dialect.either(manualSpeech, other),
        Dialect.either(answerItems, other),
        Dialect.either(closing, other));
  }
}
