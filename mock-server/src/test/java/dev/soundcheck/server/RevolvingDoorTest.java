package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.soundcheck.script.Pacing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many who come and go leave nothing behind: memory, threads and descriptors are as they were after
 * the first tenth of them. {@code -Dworld.connects=N} says how many come.
 */
@Timeout(3600)
final class RevolvingDoorTest {
  private static final int CONNECTS = Integer.getInteger("world.connects", 2_000);
  private static final int AT_ONCE = 4;

  /** What pools and caches may still take on. */
  private static final long SLACK = 2 << 20;

  /** Less than any object that is kept for a connection comes to, with all that it holds. */
  private static final long BYTES_FOR_EACH = 200;

  private static final int FEW = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final MockVoiceServer server =
      MockVoiceServer.start(
          ServerOptions.builder().pacing(Pacing.INSTANT).journals(false).build(),
          new ServerListener() {});

  /** What the process holds: bytes of heap after a collection, threads, descriptors. */
  private record Holdings(long heap, int threads, long descriptors) {
    static Holdings now() {
      System.gc();
      return new Holdings(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
              ? unix.getOpenFileDescriptorCount()
              : 0);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void who_comes_and_goes_leaves_nothing_behind() {
    come(CONNECTS / 10);
    Holdings early = Holdings.now();
    come(CONNECTS - CONNECTS / 10);

    long heap = early.heap() + SLACK + BYTES_FOR_EACH * CONNECTS;
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Holdings late = Holdings.now();
              assertThat(late.heap()).isLessThan(heap);
              assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + FEW);
              assertThat(late.descriptors()).isLessThanOrEqualTo(early.descriptors() + FEW);
            });
  }

  private void come(int many) {
    List<CompletableFuture<Void>> visits =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.runAsync(() -> visits(many / AT_ONCE, i), threads))
            .toList();
    visits.forEach(CompletableFuture::join);
  }

  private void visits(int many, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Passerby[] kinds = Passerby.values();
    for (int i = 0; i < many; i++) {
      try {
        kinds[random.nextInt(kinds.length)].visits(server);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
