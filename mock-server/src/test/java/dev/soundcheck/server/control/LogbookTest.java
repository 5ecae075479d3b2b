package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that runs for weeks remembers only what was lately
 * (docs/decisions/server-control-api.md).
 */
final class LogbookTest {
  private final Logbook book = new Logbook(test -> Instant.EPOCH, 2, 10_000);

  @Test
  void of_the_sessions_that_ended_the_last_are_remembered() {
    for (int number = 1; number <= 5; number++) {
      open(number);
    }
    for (int number = 5; number >= 2; number--) {
      end(number);
    }

    assertThat(book.pages(Optional.empty()))
        .extracting(page -> page.opened().number())
        .containsExactly(1, 2, 3);
  }

  @Test
  void much_sound_makes_ended_sessions_be_forgotten_and_then_old_events() {
    open(1);
    end(1);
    open(2);
    for (int i = 0; i < 4; i++) {
      hear(2, 3300);
    }

    assertThat(book.page(1)).isEmpty();
    assertThat(book.seen(2)).hasSize(2);
    assertThat(book.page(2).orElseThrow().counts().dropped()).isEqualTo(2);
  }

  @Test
  void one_event_that_is_larger_than_all_room_is_dropped_and_nothing_else_happens() {
    open(1);
    hear(1, 20_000);
    hear(1, 10);

    assertThat(book.seen(1)).hasSize(1);
  }

  /** One that says much must not make those forgotten that say little. */
  @Test
  void the_session_that_has_most_loses_first() {
    open(1);
    hear(1, 10);
    open(2);
    for (int i = 0; i < 20; i++) {
      hear(2, 3000);
    }

    assertThat(book.seen(1)).hasSize(1);
    assertThat(book.page(1).orElseThrow().counts().dropped()).isZero();
  }

  /** What a client sends is weighed whole, whatever members it has. */
  @Test
  void text_that_is_no_sound_weighs_as_much() {
    open(1);
    for (int i = 0; i < 4; i++) {
      ObjectNode said = Json.mapper().createObjectNode();
      said.putObject("a").putArray("b").add("x".repeat(3000));
      book.observed(new Observed.Message(Duration.ZERO, 1, Origin.CLIENT, "x", said));
    }

    assertThat(book.seen(1)).hasSizeLessThan(4);
  }

  @Test
  void a_session_keeps_a_thousand_findings_and_says_that_there_were_more() {
    open(1);
    for (int i = 0; i < 1500; i++) {
      book.found(new ConnectionFinding(1, Duration.ZERO, ConnectionFinding.Kind.CLIENT, "no " + i));
    }

    List<ConnectionFinding> kept = book.page(1).orElseThrow().findings();
    assertThat(kept).hasSize(SessionEntry.MOST_FINDINGS + 1);
    assertThat(kept.get(SessionEntry.MOST_FINDINGS).message()).contains("more findings than 1000");
  }

  @Test
  void a_session_that_both_sides_close_ends_once() {
    open(1);
    open(2);
    end(1);
    end(2);
    end(2);

    assertThat(book.page(1)).isPresent();
  }

  private void open(int number) {
    book.opened(new OpenedConnection(number, "", Profile.LIVE, "a/scenario", ""));
  }

  private void end(int number) {
    book.observed(new Observed.Closed(Duration.ZERO, number, Origin.CLIENT, 1000, ""));
  }

  private void hear(int number, int length) {
    var delta = Json.mapper().createObjectNode().put("delta", "x".repeat(length));
    book.observed(new Observed.Message(Duration.ZERO, number, Origin.SERVER, "x", delta));
  }
}
