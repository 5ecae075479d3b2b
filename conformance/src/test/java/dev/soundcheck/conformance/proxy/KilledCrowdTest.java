package dev.soundcheck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.conformance.cli.Soundcheck;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A proxy that records 50 busy sessions is killed with SIGKILL at a random moment: every trace
 * loads, and nothing is missing that a client had said or heard 200 ms before.
 *
 * <p>{@code -Dworld.kills=N} says how often, {@code -Dworld.seed=S} when.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class KilledCrowdTest {
  private static final int SESSIONS = 50;
  private static final long OLD = Duration.ofMillis(200).toNanos();
  private static final Duration LATEST = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration PIECE = Duration.ofMillis(100);
  private static final int KILLS = Integer.getInteger("world.kills", 1);
  private static final long SEED = Long.getLong("world.seed", 1);
  private static final Trace NOTHING =
      new Trace(TraceHeader.of(Instant.EPOCH, "", Profile.LIVE, ""), List.of(), List.of());

  private final HttpClient http = HttpClient.newHttpClient();
  private final ScheduledThreadPoolExecutor microphones = new ScheduledThreadPoolExecutor(1);
  private final Arrivals arrivals = new Arrivals();
  private final SplittableRandom moments = new SplittableRandom(SEED);

  @TempDir Path folder;

  @Test
  void a_killed_proxy_leaves_of_every_session_all_that_is_older_than_200_ms() throws Exception {
    ServerOptions options = ServerOptions.builder().journals(false).build();
    try (MockVoiceServer mock = MockVoiceServer.start(options, arrivals)) {
      int lines = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        Path traces = folder.resolve("kill-" + kill);
        lines += kill(mock.uri(), traces, Duration.ofMillis(moments.nextLong(LATEST.toMillis())));
      }
      assertThat(lines).isGreaterThan(KILLS * SESSIONS);
    } finally {
      microphones.shutdownNow();
    }
  }

  /** Kills it so long after the first client was answered; returns how many lines were recorded. */
  private int kill(URI upstream, Path traces, Duration after) throws Exception {
    Process proxy = proxy(upstream, traces);
    try (var said = proxy.inputReader()) {
      URI here = URI.create(said.readLine().replace("Listening on ", ""));
      List<BusyGuest> guests =
          IntStream.range(0, SESSIONS)
              .mapToObj(i -> new BusyGuest(traces.getFileName() + "-guest-" + i))
              .toList();
      List<?> unused = guests.stream().map(guest -> guest.dials(http, here)).toList();
      await().atMost(SOON).until(() -> guests.stream().anyMatch(guest -> !guest.heard().isEmpty()));
      ScheduledFuture<?> talk =
          microphones.scheduleAtFixedRate(
              () -> guests.forEach(BusyGuest::speaks), 0, PIECE.toMillis(), TimeUnit.MILLISECONDS);
      ScheduledFuture<Long> killed =
          microphones.schedule(() -> killed(proxy), after.toMillis(), TimeUnit.MILLISECONDS);
      long moment = killed.get();
      talk.cancel(false);
      assertThat(proxy.waitFor()).isEqualTo(128 + 9);
      return judge(guests, traces, moment - OLD);
    } finally {
      proxy.destroyForcibly().waitFor();
    }
  }

  private static long killed(Process proxy) {
    long now = System.nanoTime();
    proxy.destroyForcibly();
    return now;
  }

  private int judge(List<BusyGuest> guests, Path folder, long until) {
    Map<String, Trace> traces =
        Between.files(folder).stream()
            .filter(KilledCrowdTest::begun)
            .map(Between::read)
            .collect(Collectors.toMap(KilledCrowdTest::model, trace -> trace));
    for (BusyGuest guest : guests) {
      Trace trace = traces.getOrDefault(guest.name(), NOTHING);
      assertThat(lost(trace, Origin.SERVER, guest.heard(), until)).as(guest.name()).isEmpty();
      assertThat(lost(trace, Origin.CLIENT, arrivals.of(guest.name()), until))
          .as(guest.name())
          .isEmpty();
    }
    return traces.values().stream().mapToInt(trace -> trace.seen().size()).sum();
  }

  /** What had been passed on by then and is not in the trace, each without its sound. */
  private static List<String> lost(Trace trace, Origin from, List<Noted> notes, long until) {
    List<JsonNode> recorded = recorded(trace, from);
    List<JsonNode> passed = before(notes, until);
    return IntStream.range(0, passed.size())
        .filter(i -> i >= recorded.size() || !recorded.get(i).equals(passed.get(i)))
        .mapToObj(i -> "%d of %d: %.120s".formatted(i + 1, passed.size(), passed.get(i)))
        .toList();
  }

  private static String model(Trace trace) {
    return trace.header().target().replaceFirst(".*model=", "");
  }

  /** A file that is still empty belongs to a client that has had no answer yet. */
  private static boolean begun(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<JsonNode> recorded(Trace trace, Origin from) {
    return trace.messages().filter(it -> it.from() == from).map(Observed.Message::json).toList();
  }

  private static List<JsonNode> before(List<Noted> notes, long until) {
    return notes.stream().filter(it -> it.at() - until < 0).map(Noted::event).toList();
  }

  private static Process proxy(URI upstream, Path traces) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Soundcheck.class.getName(),
            "record",
            "--quiet",
            "--port",
            "0",
            "--upstream",
            upstream.toString(),
            "--out",
            traces.toString())
        .redirectErrorStream(true)
        .start();
  }
}
