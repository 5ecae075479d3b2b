package dev.soundcheck.server;

import dev.soundcheck.script.Pacing;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the mock speaks.
 *
 * @param pacing how long it takes for what the live service needs time for
 * @param voices a folder of recordings that are played in place of the synthesizer; empty for none
 */
record Sounding(Pacing pacing, Optional<Path> voices) {}
