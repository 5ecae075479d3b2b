package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection as a failing test shows it (issue 4, point 7). */
final class SessionLogTest {
  private static Observed event(int ms, Origin from, String type) {
    return new Observed.Message(
        Duration.ofMillis(ms), 1, from, type, Json.mapper().createObjectNode().put("type", type));
  }

  @Test
  void the_same_in_a_row_is_one_line_at_the_time_of_the_first() {
    List<Observed> seen =
        List.of(
            event(1, Origin.CLIENT, "a"),
            event(2, Origin.CLIENT, "a"),
            event(3, Origin.SERVER, "a"),
            new Observed.Binary(Duration.ofMillis(4), 1, Origin.CLIENT, new byte[10]),
            new Observed.Closed(Duration.ofMillis(5), 1, Origin.CLIENT, 1000, "bye"));

    assertThat(SessionLog.last(seen, 10))
        .containsExactly(
            "      1 ms  client  a (2 times)",
            "      3 ms  server  a {\"type\":\"a\"}",
            "      4 ms  client  bytes 10 bytes",
            "      5 ms  client  closes 1000 bye");
  }

  @Test
  void only_so_many_lines_are_shown_and_they_are_the_last() {
    List<Observed> seen =
        List.of(event(1, Origin.CLIENT, "a"), event(2, Origin.CLIENT, "b".repeat(300)));

    assertThat(SessionLog.last(seen, 1))
        .singleElement()
        .asString()
        .startsWith("      2 ms  client  bbb")
        .endsWith("…");
  }
}
