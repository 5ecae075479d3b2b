package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.junit.jupiter.api.Test;

/** What leaves a connection, when, and how much may wait. */
final class OutboxTest {
  private final List<String> sent = new ArrayList<>();
  private final Queue<Callback> callbacks = new ArrayDeque<>();
  private int overflows;
  private final Outbox outbox =
      new Outbox(
          session(), new Line(new ByteArrayEndPoint()), 100_000, () -> overflows++, () -> {});

  /** RFC 6455 section 5.5: a close frame has room for 123 bytes of reason. */
  @Test
  void a_short_reason_is_left_alone() {
    assertThat(Outbox.cut("x".repeat(123))).hasSize(123);
  }

  @Test
  void a_long_reason_is_cut_between_characters() {
    assertThat(Outbox.cut("x".repeat(124))).hasSize(123);
    assertThat(Outbox.cut("😀".repeat(40)).getBytes(StandardCharsets.UTF_8)).hasSize(120);
  }

  @Test
  void the_next_message_leaves_when_the_one_before_has_left() {
    outbox.send("one");
    outbox.send("two");
    assertThat(sent).containsExactly("one");
    callbacks.remove().succeeded();

    assertThat(sent).containsExactly("one", "two");
  }

  /** docs/decisions/speed.md: what is said at one moment leaves together. */
  @Test
  void what_is_held_leaves_in_order_when_it_is_released() {
    outbox.hold();
    outbox.send("one");
    outbox.send("two");
    assertThat(sent).isEmpty();
    outbox.release();
    callbacks.remove().succeeded();

    assertThat(sent).containsExactly("one", "two");
  }

  @Test
  void nothing_much_is_held() {
    outbox.hold();
    outbox.send("x".repeat(70_000));

    assertThat(sent).hasSize(1);
  }

  @Test
  void what_is_held_counts_as_waiting() {
    outbox.hold();
    outbox.send("x".repeat(60_000));
    outbox.send("y".repeat(60_000));

    assertThat(overflows).isEqualTo(1);
  }

  private CoreSession session() {
    return new CoreSession.Empty() {
      @Override
      public void sendFrame(OutgoingEntry entry) {
        sent.add(StandardCharsets.UTF_8.decode(entry.getFrame().getPayload()).toString());
        callbacks.add(entry.getCallback());
      }
    };
  }
}
