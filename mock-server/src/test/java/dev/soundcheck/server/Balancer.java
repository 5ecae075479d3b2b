package dev.soundcheck.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A HAProxy with the configuration that lies in the documents, before two servers. */
final class Balancer implements AutoCloseable {
  private static final Path CONFIGURATION =
      Path.of(System.getProperty("soundcheck.root"), "docs", "deploy", "haproxy.cfg");

  private final int port = Daemon.freePort();
  private final Daemon daemon;

  Balancer(Path folder, MockVoiceServer one, MockVoiceServer two) throws IOException {
    daemon =
        Daemon.start(
            port,
            folder.resolve("balancer.log"),
            Map.of(
                "SOUNDCHECK_BIND", "127.0.0.1:" + port,
                "SOUNDCHECK_ONE", "127.0.0.1:" + one.port(),
                "SOUNDCHECK_TWO", "127.0.0.1:" + two.port()),
            List.of(Daemon.find("haproxy"), "-db", "-f", CONFIGURATION.toString()));
  }

  /** Where clients connect. */
  URI uri() {
    return URI.create("ws://127.0.0.1:%d/v1/realtime".formatted(port));
  }

  /** For everything else. */
  URI http(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
  }

  @Override
  public void close() {
    daemon.close();
  }
}
