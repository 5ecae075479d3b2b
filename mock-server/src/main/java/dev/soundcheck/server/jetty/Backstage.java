package dev.soundcheck.server.jetty;

import dev.soundcheck.server.Limits;
import dev.soundcheck.server.time.Timepiece;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * What all connections of a server share.
 *
 * @param pool plays them
 * @param hands so many of those who read may play what they read
 * @param time the real one, for what must happen however time is played
 * @param limits what each connection may take
 * @param earshot who listens to speech
 */
record Backstage(Executor pool, Semaphore hands, Timepiece time, Limits limits, Earshot earshot) {}
