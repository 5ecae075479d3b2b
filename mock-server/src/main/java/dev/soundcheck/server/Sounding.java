package dev.soundcheck.server;

import dev.soundcheck.server.time.Pacing;

/**
 * How the mock speaks.
 *
 * @param pacing how long it takes for what the live service needs time for
 */
record Sounding(Pacing pacing) {}
