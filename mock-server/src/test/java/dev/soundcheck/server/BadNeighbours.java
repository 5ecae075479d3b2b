package dev.soundcheck.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Three clients that take what they can: one floods with messages and reads the answers, one floods
 * and never reads, one sends frames of 20 MiB. Who is sent away comes back at once.
 */
final class BadNeighbours implements AutoCloseable {
  private static final byte[] MESSAGE =
      Hostile.frame(Hostile.TEXT, "{\"type\":\"session.update\",\"session\":{}}");

  private final List<Thread> threads = new ArrayList<>();
  private final List<Hostile> open = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean over;

  private interface Deed {
    void with(Hostile client) throws IOException;
  }

  BadNeighbours(MockVoiceServer server) {
    byte[] burst = repeated(MESSAGE, 100);
    byte[] head = Hostile.frame(Hostile.TEXT, Hostile.bytes("FF 0000000001400000"), new byte[0]);
    byte[] mebi = new byte[1 << 20];
    begin(server, "floods", client -> client.sends(burst).forgetsWhatCame());
    begin(server, "never-reads", client -> client.sends(burst));
    begin(
        server,
        "large",
        client -> {
          client.sends(head);
          for (int i = 0; i < 20; i++) {
            client.sends(mebi);
          }
        });
  }

  private static byte[] repeated(byte[] one, int times) {
    byte[][] all = new byte[times][];
    Arrays.fill(all, one);
    return Hostile.joined(all);
  }

  private void begin(MockVoiceServer server, String name, Deed deed) {
    Thread thread = new Thread(() -> again(server, deed), "bad-" + name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void again(MockVoiceServer server, Deed deed) {
    while (!over) {
      try (Hostile client = Hostile.opens(server)) {
        remember(client);
        while (!over) {
          deed.with(client);
          sent.incrementAndGet();
        }
      } catch (IOException | AssertionError sentAway) {
        // That is what it deserves.
      }
    }
  }

  private void remember(Hostile client) {
    synchronized (open) {
      open.add(client);
    }
  }

  /** How many times one of them did its deed. */
  long deeds() {
    return sent.get();
  }

  @Override
  public void close() throws IOException {
    over = true;
    synchronized (open) {
      for (Hostile client : open) {
        client.close();
      }
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> threads.stream().noneMatch(Thread::isAlive));
  }
}
