package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.Weight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md: what is remembered lies on leaves that are used again. */
final class ScrollTest {
  private final Leaves paper = new Leaves();
  private final Scroll scroll = new Scroll(7, paper);

  /** Whatever comes and is forgotten in whatever order, the rest is as it was. */
  @Test
  void what_was_added_and_not_dropped_is_there_in_its_order() {
    Random random = new Random(3);
    Deque<Observed> expected = new ArrayDeque<>();
    Deque<Long> weights = new ArrayDeque<>();
    for (int step = 0; step < 2_000; step++) {
      if (!expected.isEmpty() && random.nextInt(5) < 2) {
        assertThat(scroll.dropOldest()).isEqualTo(weights.remove());
        expected.remove();
      } else {
        Observed next = any(random);
        expected.add(next);
        weights.add(scroll.add(next));
      }
      if (step % 100 == 0) {
        assertThat(scroll.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(scroll.all()).containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  void it_weighs_what_it_holds() {
    Observed.Message event = event("session.update", 3_000);

    assertThat(scroll.add(event)).isEqualTo(Weight.of(event));
    assertThat(scroll.dropOldest()).isEqualTo(Weight.of(event));
    assertThat(scroll.isEmpty()).isTrue();
  }

  @Test
  void an_event_whose_name_is_as_long_as_a_book_is_kept_too() {
    Observed.Message event = event("ü".repeat(10_000), 10);
    scroll.add(event);

    assertThat(scroll.all()).containsExactly(event);
  }

  @Test
  void leaves_of_what_was_forgotten_are_used_again() {
    byte[] leaf = new byte[Leaves.SIZE];
    paper.give(leaf);
    scroll.add(event("ping", 10));
    scroll.dropOldest();

    assertThat(paper.take()).isSameAs(leaf);
    paper.give(leaf);
    scroll.add(event("ping", 10));
    scroll.clear();
    assertThat(paper.take()).isSameAs(leaf);
  }

  private static Observed any(Random random) {
    Duration at = Duration.ofNanos(random.nextLong(Long.MAX_VALUE));
    return switch (random.nextInt(6)) {
      case 0 -> new Observed.Malformed(at, 7, Origin.CLIENT, "{", "no JSON");
      case 1 -> new Observed.Binary(at, 7, Origin.CLIENT, new byte[random.nextInt(5_000)]);
      case 2 ->
          new Observed.Message(
              at, 7, Origin.SERVER, "ping", Json.parse("{\"type\":\"ping\"}").orElseThrow());
      default -> event("x".repeat(random.nextInt(300)), random.nextInt(7_000));
    };
  }

  private static Observed.Message event(String type, int length) {
    String text = Json.mapper().createObjectNode().put("delta", "é".repeat(length)).toString();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Observed.Message.ofText(Duration.ofNanos(length), 7, Origin.SERVER, type, utf8);
  }
}
