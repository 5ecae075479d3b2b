package dev.soundcheck.server;

import dev.soundcheck.server.store.StoreAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/** A Valkey or Redis as it is packaged, on a port of its own, that keeps nothing on disk. */
public final class RealStore implements AutoCloseable {
  private static final String PASSWORD = "a word";

  private final Path folder;
  private final String program = Daemon.find("valkey-server", "redis-server");
  private final int port = Daemon.freePort();
  private Daemon daemon;

  public RealStore(Path folder) throws IOException {
    this.folder = folder;
    this.daemon = started();
  }

  private Daemon started() throws IOException {
    return Daemon.start(
        port,
        folder.resolve("store.log"),
        Map.of(),
        List.of(
            program,
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            folder.toString(),
            "--requirepass",
            PASSWORD));
  }

  public StoreAddress address() {
    return StoreAddress.of("redis://127.0.0.1:" + port + "/1", Optional.of(PASSWORD));
  }

  /** What lies there under a key; empty for nothing. */
  public Optional<String> value(String key) {
    try (Jedis jedis = asked()) {
      return Optional.ofNullable(jedis.get(key));
    }
  }

  /** How many milliseconds are left to a key. */
  public long life(String key) {
    try (Jedis jedis = asked()) {
      return jedis.pttl(key);
    }
  }

  /** Lets the rest of a key's life pass. */
  public void expire(String key) {
    try (Jedis jedis = asked()) {
      jedis.pexpire(key, 0);
    }
  }

  private Jedis asked() {
    Jedis jedis = new Jedis("127.0.0.1", port);
    jedis.auth(PASSWORD);
    jedis.select(1);
    return jedis;
  }

  public void kill() {
    daemon.close();
  }

  /** Again on the same port, with nothing of what it knew. */
  public void restart() throws IOException {
    daemon = started();
  }

  public void freeze() throws IOException {
    daemon.freeze();
  }

  public void thaw() throws IOException {
    daemon.thaw();
  }

  @Override
  public void close() {
    daemon.close();
  }
}
