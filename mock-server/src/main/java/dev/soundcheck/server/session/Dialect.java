package dev.soundcheck.server.session;

import java.time.Duration;

/**
 * The choices in which profiles behave differently. What each value is taken from stands with it;
 * the sources are the project's protocol notes (decisions.md, live-behaviour.md).
 *
 * @param greeting how a connection is greeted
 * @param pingEvery time between keep-alives (live-behaviour.md 3: exactly 10 s); zero for none
 * @param modelName which model name the session shows
 * @param defaultModel the model behind the alias, and of who asks for none or an unknown one
 * @param turnOrder where {@code response.created} comes at the end of speech
 * @param lastPartial what the last unfinished transcript of speech looks like
 * @param bargeIn what an answer leaves behind that speech broke into
 * @param unheard what an answer leaves behind that was broken off before it sent anything
 * @param manualBargeIn what speech during an answer does without server VAD
 * @param commit whether a client's commit asks for an answer
 * @param emptyCommit what a commit without speech does
 * @param idleCreate what {@code response.create} does when nothing is new
 * @param unknownCall what a tool output does whose call nobody knows
 * @param audioTimes what {@code audio_start_ms} and {@code audio_end_ms} count
 * @param mixedRates what sound does whose rate differs from that of sound that still waits
 * @param firstChunk how much sound the first audio delta of an answer carries
 * @param autoAnswer whether the end of speech asks for an answer
 * @param textOnly what an answer is that is wanted as text alone
 * @param reporting what is said of things that happen in all profiles
 */
public record Dialect(
    Greeting greeting,
    Duration pingEvery,
    ModelName modelName,
    String defaultModel,
    TurnOrder turnOrder,
    LastPartial lastPartial,
    BargeIn bargeIn,
    Unheard unheard,
    ManualBargeIn manualBargeIn,
    Commit commit,
    EmptyCommit emptyCommit,
    IdleCreate idleCreate,
    UnknownCall unknownCall,
    AudioTimes audioTimes,
    MixedRates mixedRates,
    Duration firstChunk,
    AutoAnswer autoAnswer,
    TextOnly textOnly,
    Reporting reporting) {

  /** One of the choices below, or of those in {@link Reporting}. */
  public sealed interface Choice
      permits Greeting,
          ModelName,
          TurnOrder,
          LastPartial,
          BargeIn,
          Unheard,
          ManualBargeIn,
          Commit,
          EmptyCommit,
          IdleCreate,
          UnknownCall,
          AudioTimes,
          MixedRates,
          AutoAnswer,
          TextOnly,
          Reporting.Partials,
          Reporting.ManualSpeech,
          Reporting.AnswerItems,
          Reporting.Closing {}

  /** How a connection is greeted. */
  public enum Greeting implements Choice {
    /** {@code session.created} first (live-behaviour.md 2.1). */
    SESSION,
    /**
     * {@code conversation.created} first, no {@code session.created} (live-behaviour.md 0.1,
     * launch).
     */
    CONVERSATION_ONLY
  }

  /** Which model name the session shows. */
  public enum ModelName implements Choice {
    /** The model behind the alias (live-behaviour.md 1.2, since 31 July 2026). */
    RESOLVED,
    /** The name that was asked for (live-behaviour.md 1.2, until 28 July 2026). */
    AS_ASKED
  }

  /** Where {@code response.created} comes at the end of speech under server VAD. */
  public enum TurnOrder implements Choice {
    /** Before {@code speech_stopped} (live-behaviour.md 2.3, 29 August 2026). */
    RESPONSE_FIRST,
    /** After the final transcript (live-behaviour.md 2.3, July 2026). */
    TRANSCRIPT_FIRST
  }

  /** What the last unfinished transcript of speech looks like. */
  public enum LastPartial implements Choice {
    /** The one before it again, without {@code updated} (live-behaviour.md 2.3, 29 August 2026). */
    BARE_REPEAT,
    /** A longer one after {@code committed} (live-behaviour.md 2.3, July 2026). */
    AFTER_COMMIT
  }

  /** What an answer leaves behind that speech broke into. */
  public enum BargeIn implements Choice {
    /** {@code completed} without output and nothing else (live-behaviour.md 2.6). */
    COMPLETED_EMPTY,
    /** {@code cancelled}, every open part closed (events.yaml, decisions.md "Orders"). */
    CANCELLED
  }

  /** What an answer leaves behind that was broken off before it sent anything. */
  public enum Unheard implements Choice {
    /** Nothing at all (live-behaviour.md 2.3 and 2.6). */
    VANISHES,
    /** {@code response.done}, {@code cancelled}, no output (decisions.md "Orders"). */
    CANCELLED
  }

  /** What speech during an answer does without server VAD. */
  public enum ManualBargeIn implements Choice {
    /** The sound stops, nothing is said about it (live-behaviour.md 2.4). */
    SILENT,
    /** As under server VAD. */
    AS_UNDER_VAD
  }

  /** Whether a client's commit asks for an answer. */
  public enum Commit implements Choice {
    /** It does (live-behaviour.md 2.4). */
    ANSWERS,
    /** {@code response.create} does (events.yaml). */
    AWAITS_CREATE
  }

  /** What a commit without speech does. */
  public enum EmptyCommit implements Choice {
    /** Nothing (live-behaviour.md 2.4; clients.md A.10). */
    IGNORED,
    /** An error, as other services send (clients.md 10.3). */
    REFUSED
  }

  /** What {@code response.create} does when nothing is new since the last answer. */
  public enum IdleCreate implements Choice {
    /** Nothing (live-behaviour.md 2.4). */
    DROPPED,
    /** It is answered (decisions.md "response.create", documented). */
    ANSWERED
  }

  /** What a tool output does whose call nobody knows. */
  public enum UnknownCall implements Choice {
    /** An error, and the output is not kept (live-behaviour.md 5.2, weak). */
    REFUSED,
    /** It is kept as if the call were known. */
    ACCEPTED
  }

  /** What {@code audio_start_ms} and {@code audio_end_ms} count. */
  public enum AudioTimes implements Choice {
    /** The position in the audio sent, without padding (decisions.md "Numbers"). */
    STREAM,
    /**
     * The same, where speech begins less {@code prefix_padding_ms}: where the sound begins that
     * belongs to the turn. Never before the stream's beginning or in sound that was committed.
     */
    PADDED,
    /** The time since the session began (live-behaviour.md 6). */
    WALL_CLOCK
  }

  /** What sound does whose rate differs from that of sound that was not committed yet. */
  public enum MixedRates implements Choice {
    /** It goes on after it. */
    TAKEN,
    /** It is refused, and what waits is lost (live-behaviour.md 5.1 and 5.2, January 2026). */
    FATAL
  }

  /** Whether the end of speech under server VAD asks for an answer. */
  public enum AutoAnswer implements Choice {
    /** Whatever {@code create_response} says (live-behaviour.md 8.1, wire). */
    ALWAYS,
    /** Unless {@code create_response} is false (live-behaviour.md 8.1, docs). */
    AS_SET
  }

  /** What an answer is that is wanted as text alone. */
  public enum TextOnly implements Choice {
    /** Spoken, as any other (live-behaviour.md 2.15). */
    SPOKEN,
    /**
     * Written, in {@code response.output_text.delta} (events.yaml; live-behaviour.md 8.1, docs).
     */
    WRITTEN
  }

  /** The same but for one choice. */
  public Dialect with(Choice other) {
    return new Dialect(
        either(greeting, other),
        pingEvery,
        either(modelName, other),
        defaultModel,
        either(turnOrder, other),
        either(lastPartial, other),
        either(bargeIn, other),
        either(unheard, other),
        either(manualBargeIn, other),
        either(commit, other),
        either(emptyCommit, other),
        either(idleCreate, other),
        either(unknownCall, other),
        either(audioTimes, other),
        either(mixedRates, other),
        firstChunk,
        either(autoAnswer, other),
        either(textOnly, other),
        reporting.with(other));
  }

  static <C extends Enum<C> & Choice> C either(C mine, Choice other) {
    Class<C> kind = mine.getDeclaringClass();
    return kind.isInstance(other) ? kind.cast(other) : mine;
  }
}
