package dev.soundcheck.conformance.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How much later an answer comes through the proxy than without it: round trips of one chunk of
 * audio on loopback, direct and through, with recording and judging on. Run by hand; prints the
 * medians and their ratio.
 */
final class ProxyDelayBenchmark {
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 5_000;

  /** 100 ms of sound at 24 kHz, as base64. */
  private static final String CHUNK =
      "{\"type\":\"input_audio_buffer.append\",\"audio\":\"" + "A".repeat(6_400) + "\"}";

  private ProxyDelayBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("proxy-delay");
    try (Between between = new Between(folder)) {
      double direct = median(between, between.upstream.getLocalPort());
      double through = median(between, between.proxy.uri().getPort());
      System.out.printf(
          Locale.ROOT,
          "direct %.1f µs, through the proxy %.1f µs, ratio %.2f%n",
          direct,
          through,
          through / direct);
    }
  }

  private static double median(Between between, int port) throws IOException {
    Thread echo = new Thread(() -> echo(between), "echo");
    echo.setDaemon(true);
    echo.start();
    try (RawPeer client = RawPeer.dials(port, "/v1/realtime")) {
      client.head();
      long[] nanos = new long[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        long began = System.nanoTime();
        client.sends(RawPeer.TEXT, CHUNK).hears();
        if (i >= 0) {
          nanos[i] = System.nanoTime() - began;
        }
      }
      Arrays.sort(nanos);
      return nanos[ROUNDS / 2] / 1_000.0;
    }
  }

  private static void echo(Between between) {
    try (RawPeer server = between.server()) {
      server.accepts();
      while (true) {
        server.sends(server.hears());
      }
    } catch (java.io.EOFException | java.net.SocketException gone) {
      return;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
