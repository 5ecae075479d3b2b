package dev.soundcheck.server.play;

import dev.soundcheck.audio.Voice;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Program;
import java.time.Instant;

/**
 * What a connection is played with.
 *
 * @param connection its number, from 1
 * @param program the scenario
 * @param profile the wire profile
 * @param model the model that the client asked for; empty when it named none
 * @param seed where every id and choice of this connection comes from
 * @param voice the assistant's
 * @param openedAt wall-clock time of opening; all other times count from there
 */
public record Opening(
    int connection,
    Program program,
    Profile profile,
    String model,
    long seed,
    Voice voice,
    Instant openedAt) {}
