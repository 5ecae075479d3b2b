package dev.soundcheck.conformance.hearing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an answer sounded to somebody who plays it as it comes, 100 ms after its first sound.
 *
 * @param connection which connection, counted from 1
 * @param response its id
 * @param line the line of the trace with its first sound
 * @param at when the first sound came, since open
 * @param afterRequest from the last commit, {@code response.create} or {@code speech_stopped}
 *     before to its first sound
 * @param afterSpeech from the last sound of the user's speech to its first sound; not known where
 *     nobody spoke, or where the trace has no sound
 * @param lasts how long its sound is
 * @param level its mean power in dBFS; not known where the trace has no sound
 * @param underruns how often the player had nothing to play
 * @param starved for how long altogether
 * @param overlap how long the user spoke while it was played
 * @param interruption from the beginning of the speech that interrupted it to the moment at which
 *     it fell silent
 */
public record AnswerFigures(
    int connection,
    String response,
    int line,
    Duration at,
    Optional<Duration> afterRequest,
    Optional<Duration> afterSpeech,
    Duration lasts,
    OptionalDouble level,
    int underruns,
    Duration starved,
    Duration overlap,
    Optional<Duration> interruption) {}
