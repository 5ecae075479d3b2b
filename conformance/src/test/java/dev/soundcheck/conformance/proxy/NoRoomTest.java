package dev.soundcheck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.soundcheck.conformance.world.Child;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A proxy whose traces are on a disk that fills up: one of 256 KiB in memory, in a mount namespace
 * of its own, which the test sees through {@code /proc}.
 */
@Timeout(120)
final class NoRoomTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> APART =
      List.of("unshare", "--user", "--map-root-user", "--mount");

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @BeforeEach
  void a_disk_can_be_made() throws Exception {
    if (!mounts()) {
      String why = "no mount namespace can be made here, so no disk can be full";
      System.err.println("SKIPPED: " + why);
      assertThat(Boolean.parseBoolean(System.getenv("CI"))).as(why).isFalse();
      abort(why);
    }
  }

  private static boolean mounts() throws InterruptedException {
    try {
      String mount = "mount -t tmpfs tmpfs /mnt";
      return new ProcessBuilder(
                  APART.get(0), APART.get(1), APART.get(2), APART.get(3), "sh", "-c", mount)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noUnshare) {
      return false;
    }
  }

  @Test
  void a_full_disk_ends_a_trace_and_no_conversation() throws Exception {
    String first = "mount -t tmpfs -o size=256k tmpfs '%s' && exec \"$@\"".formatted(folder);
    try (MockVoiceServer mock = MockVoiceServer.start(ServerOptions.builder().build());
        Child proxy = new Child(APART, first, record(mock.uri()))) {
      URI here = proxy.listening();
      Path disk = Path.of("/proc/%d/root%s".formatted(proxy.pid(), folder));
      BusyGuest guest = new BusyGuest("first");
      guest.dials(http, here).join();
      await().atMost(SOON).until(() -> speaksUntil(guest, proxy, 1));

      int heard = guest.heard().size();
      await().atMost(SOON).until(() -> guest.heard().size() > heard + 10);
      isSoFar(Between.read(Between.files(disk).get(0)), guest);

      CompletableFuture<?> refused = new BusyGuest("second").dials(http, here);
      assertThatThrownBy(refused::join)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              it -> assertThat(it.getResponse().statusCode()).isEqualTo(502));
      await().atMost(SOON).until(() -> told(proxy) == 2);
      assertThat(Between.files(disk)).hasSize(1);

      Files.delete(Between.files(disk).get(0));
      BusyGuest third = new BusyGuest("third");
      third.dials(http, here).join();
      await().atMost(SOON).until(() -> third.heard().size() > 3);
      await().atMost(SOON).until(() -> Between.read(Between.files(disk).get(0)).seen().size() > 3);
    }
  }

  private String[] record(URI upstream) {
    return new String[] {
      "record",
      "--quiet",
      "--port",
      "0",
      "--upstream",
      upstream.toString(),
      "--out",
      folder.toString()
    };
  }

  private static boolean speaksUntil(BusyGuest guest, Child proxy, int told) {
    guest.speaks();
    return told(proxy) == told;
  }

  /** How often it was told, with the reason and what to do. */
  private static long told(Child proxy) {
    return proxy.said().stream()
        .filter(line -> line.contains("cannot be written: No space left on device"))
        .filter(line -> line.contains("Make room"))
        .count();
  }

  private static void isSoFar(Trace trace, BusyGuest guest) {
    List<JsonNode> recorded =
        trace.messages().filter(it -> it.from() == Origin.SERVER).map(it -> it.json()).toList();
    assertThat(recorded).isNotEmpty();
    assertThat(guest.heard().stream().map(Noted::event).limit(recorded.size()).toList())
        .isEqualTo(recorded);
    assertThat(trace.notes()).hasSizeLessThanOrEqualTo(1);
  }
}
