package dev.soundcheck.server.session;

import dev.soundcheck.audio.Voice;
import java.time.Instant;

/**
 * What a session is made of.
 *
 * @param dialect what the profile decides
 * @param model the model asked for in the URL; empty when none was
 * @param ids seeded ids and choices
 * @param voice the assistant's voice
 * @param openedAt wall-clock time of opening, for timestamps; everything else counts from there
 * @param pace how long things take
 * @param senses how it hears, understands and phrases
 * @param refusals the words and codes of errors
 * @param past the conversation it may go on with
 * @param lifespan how long it may last
 */
public record Setup(
    Dialect dialect,
    String model,
    Ids ids,
    Voice voice,
    Instant openedAt,
    Pace pace,
    Senses senses,
    Refusals refusals,
    Past past,
    Lifespan lifespan) {
  /** At the live service's pace, with real voice activity detection and the usual error codes. */
  public Setup(Dialect dialect, String model, Ids ids, Voice voice, Instant openedAt) {
    this(
        dialect,
        model,
        ids,
        voice,
        openedAt,
        Pace.LIVE,
        Senses.USUAL,
        Refusals.DEFAULT,
        Past.NONE,
        Lifespan.USUAL);
  }

  /** The same at another pace. */
  public Setup with(Pace other) {
    return new Setup(dialect, model, ids, voice, openedAt, other, senses, refusals, past, lifespan);
  }

  /** The same with another way of finding speech. */
  public Setup with(Hearing other) {
    return with(senses.with(other));
  }

  /** The same with other senses. */
  public Setup with(Senses other) {
    return new Setup(dialect, model, ids, voice, openedAt, pace, other, refusals, past, lifespan);
  }

  /** The same with something to go on with. */
  public Setup with(Past other) {
    return new Setup(dialect, model, ids, voice, openedAt, pace, senses, refusals, other, lifespan);
  }

  /** The same with another time to live. */
  public Setup with(Lifespan other) {
    return new Setup(dialect, model, ids, voice, openedAt, pace, senses, refusals, past, other);
  }

  /** The same with other error codes. */
  public Setup with(ErrorCodes codes) {
    Refusals other = new Refusals(codes);
    return new Setup(dialect, model, ids, voice, openedAt, pace, senses, other, past, lifespan);
  }
}
