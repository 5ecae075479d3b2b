package dev.soundcheck.server;

import dev.soundcheck.server.api.Webhook;
import dev.soundcheck.server.store.StoreAddress;
import dev.soundcheck.server.time.Time;
import java.util.Optional;

/**
 * How a server is kept running.
 *
 * @param time that of the machine, or one that stands still until it is moved
 * @param seed where every id and every choice comes from
 * @param limits what it takes before it refuses more
 * @param journals whether what was seen is kept for {@link MockVoiceServer#takeEvent}, {@link
 *     MockVoiceServer#connections} and {@link MockVoiceServer#findings}; off for servers that run
 *     long
 * @param judge who is asked what rules a session breaks; empty where nobody here knows
 * @param store where what outlives connections is kept for several servers; empty for this process
 * @param webhook where calls are announced; empty for calls that are placed without a word
 */
record Keeping(
    Time time,
    long seed,
    Limits limits,
    boolean journals,
    Optional<Judge> judge,
    Optional<StoreAddress> store,
    Optional<Webhook> webhook) {
  Keeping {
    if (store.isPresent() && time == Time.VIRTUAL) {
      throw new ServerException(
          "A server whose time is virtual cannot share a store: the others live at another time."
              + " Leave out one of the two.");
    }
  }
}
