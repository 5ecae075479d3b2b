package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens, told to whoever watches (issue 4, point 6). */
final class LiveTest {
  private final Live live = new Live();

  @Test
  void a_watcher_is_told_everything_in_order() {
    LiveFeed feed = live.watch(Optional.empty(), Optional.empty(), TraceAudio.HASH);
    open(1, "");
    say(1, "ping");
    live.waits(1, Duration.ZERO, "the user says anything");
    live.observed(new Observed.Closed(Duration.ZERO, 1, Origin.CLIENT, 1000, "bye"));
    live.found(new ConnectionFinding(1, Duration.ZERO, ConnectionFinding.Kind.SCENARIO, "not met"));

    assertThat(all(feed))
        .satisfiesExactly(
            one -> assertThat(one).contains("id: 1\nevent: opened\ndata: {\"session\":1"),
            one -> assertThat(one).contains("event: observed\n", "\"type\":\"ping\""),
            one -> assertThat(one).contains("event: waits", "the user says anything"),
            one -> assertThat(one).contains("\"closed\":1000"),
            one -> assertThat(one).contains("event: finding", "\"kind\":\"scenario\"", "not met"));
  }

  @Test
  void a_watcher_of_a_test_or_a_session_sees_nothing_of_others() {
    LiveFeed mine = live.watch(Optional.of("mine"), Optional.empty(), TraceAudio.HASH);
    LiveFeed second = live.watch(Optional.empty(), Optional.of(2), TraceAudio.HASH);
    open(1, "mine");
    open(2, "other");
    say(1, "ping");
    say(2, "error");

    assertThat(String.join("", all(mine))).contains("\"ping\"").doesNotContain("\"error\"");
    assertThat(String.join("", all(second))).contains("\"error\"").doesNotContain("\"ping\"");
  }

  /** A reader that does not read costs a bounded amount, and is told what it missed. */
  @Test
  void a_slow_watcher_misses_some_and_is_told_how_many() {
    LiveFeed feed = live.watch(Optional.empty(), Optional.empty(), TraceAudio.HASH);
    open(1, "");
    for (int i = 0; i < LiveFeed.MOST_WAITING + 41; i++) {
      say(1, "ping");
    }

    List<String> read = all(feed);
    assertThat(read).hasSize(LiveFeed.MOST_WAITING + 1);
    assertThat(read.get(LiveFeed.MOST_WAITING)).contains("event: missed\ndata: {\"count\":42}");
    say(1, "error");
    assertThat(all(feed)).hasSize(1);
  }

  /** A thousand messages of 16 MiB would be too much. */
  @Test
  void a_slow_watcher_misses_large_events_earlier() {
    LiveFeed feed = live.watch(Optional.empty(), Optional.empty(), TraceAudio.HASH);
    open(1, "");
    for (int i = 0; i < 5; i++) {
      say(1, "x".repeat(12 << 20));
    }

    List<String> read = all(feed);
    assertThat(read.get(read.size() - 1)).contains("event: missed\ndata: {\"count\":2}");
    say(1, "ping");
    assertThat(all(feed)).hasSize(1);
  }

  @Test
  void a_reader_is_woken_by_what_comes_and_left_alone_once_it_is_gone() {
    AtomicInteger wakes = new AtomicInteger();
    LiveFeed feed = live.watch(Optional.empty(), Optional.empty(), TraceAudio.HASH);
    feed.whenMore(wakes::incrementAndGet);
    open(1, "");
    assertThat(wakes).hasValue(2);

    feed.close();
    say(1, "ping");
    assertThat(wakes).hasValue(2);
  }

  private void open(int number, String test) {
    live.opened(new OpenedConnection(number, test, Profile.LIVE, "a/scenario", ""));
  }

  private void say(int session, String type) {
    live.observed(
        new Observed.Message(
            Duration.ZERO,
            session,
            Origin.SERVER,
            type,
            Json.mapper().createObjectNode().put("type", type)));
  }

  private static List<String> all(LiveFeed feed) {
    List<String> all = new ArrayList<>();
    for (Optional<String> one = feed.poll(); one.isPresent(); one = feed.poll()) {
      all.add(one.get());
    }
    return all;
  }
}
