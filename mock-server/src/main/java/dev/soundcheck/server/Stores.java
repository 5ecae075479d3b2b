package dev.soundcheck.server;

import dev.soundcheck.server.redis.RedisStore;
import dev.soundcheck.server.store.EmbeddedStore;
import dev.soundcheck.server.store.Store;

/** Chooses where what outlives connections is kept. */
final class Stores {
  private Stores() {}

  /** The client of a store is loaded by whoever has one alone. */
  static Store of(ServerOptions options) {
    Limits limits = options.keeping().limits();
    return options
        .keeping()
        .store()
        .<Store>map(address -> RedisStore.at(address, limits))
        .orElseGet(() -> new EmbeddedStore(limits));
  }
}
