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
 */
public record Setup(Dialect dialect, String model, Ids ids, Voice voice, Instant openedAt) {}
