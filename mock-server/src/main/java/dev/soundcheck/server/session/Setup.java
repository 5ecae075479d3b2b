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
 * @param hearing how speech is found in sound
 * @param refusals the words and codes of errors
 */
public record Setup(
    Dialect dialect,
    String model,
    Ids ids,
    Voice voice,
    Instant openedAt,
    Pace pace,
    Hearing hearing,
    Refusals refusals) {
  /** At the live service's pace, with real voice activity detection and the usual error codes. */
  public Setup(Dialect dialect, String model, Ids ids, Voice voice, Instant openedAt) {
    this(dialect, model, ids, voice, openedAt, Pace.LIVE, Hearing.REAL, Refusals.DEFAULT);
  }

  /** The same at another pace. */
  public Setup with(Pace other) {
    return new Setup(dialect, model, ids, voice, openedAt, other, hearing, refusals);
  }

  /** The same with another way of finding speech. */
  public Setup with(Hearing other) {
    return new Setup(dialect, model, ids, voice, openedAt, pace, other, refusals);
  }

  /** The same with other error codes. */
  public Setup with(ErrorCodes codes) {
    return new Setup(dialect, model, ids, voice, openedAt, pace, hearing, new Refusals(codes));
  }
}
