package dev.soundcheck.conformance.proxy;

import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A proxy, and an upstream behind it that is a port to accept connections on. */
final class Between implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);

  final ServerSocket upstream;
  final RecordingProxy proxy;
  private final Path folder;

  Between(Path folder, UnaryOperator<ProxyOptions> settings) throws IOException {
    this.folder = folder;
    this.upstream = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    URI url = URI.create("ws://127.0.0.1:%d/v1/realtime".formatted(upstream.getLocalPort()));
    this.proxy =
        RecordingProxy.start(
            settings.apply(ProxyOptions.of(Upstream.of(url), folder)), "test", ProxyListener.NONE);
  }

  Between(Path folder) throws IOException {
    this(folder, UnaryOperator.identity());
  }

  RawPeer client(String... headers) throws IOException {
    return RawPeer.dials(proxy.uri().getPort(), "/v1/realtime?model=m", headers);
  }

  RawPeer server() throws IOException {
    return new RawPeer(upstream.accept(), false);
  }

  /** The traces, each when its connection has closed. */
  List<Trace> traces(int count) {
    await().atMost(SOON).until(() -> files(folder).size() == count && closed(folder));
    return files(folder).stream().map(Between::read).toList();
  }

  Trace trace() {
    return traces(1).get(0);
  }

  private static boolean closed(Path folder) {
    return files(folder).stream()
        .map(Between::read)
        .allMatch(trace -> trace.seen().stream().anyMatch(Observed.Closed.class::isInstance));
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Trace read(Path file) {
    return TraceReader.read(file);
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    upstream.close();
  }
}
