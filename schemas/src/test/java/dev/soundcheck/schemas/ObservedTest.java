package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md: what is remembered is remembered as the text that it travelled in. */
final class ObservedTest {
  private static final String TEXT =
      "{\"type\":\"session.update\", \"session\":{\"voice\":\"Eve\"},\"event_id\":\"ev-\\ud83d\"}";

  private final Observed.Message message =
      new Observed.Message(
          Duration.ofMillis(7), 3, Origin.CLIENT, "session.update", Json.parse(TEXT).orElseThrow());

  @Test
  void a_message_packed_is_the_same_message() {
    Observed.Message packed = message.travelledAs(utf8(TEXT)).packed();

    assertThat(packed).isEqualTo(message).hasSameHashCodeAs(message);
    assertThat(packed.json()).isEqualTo(message.json()).isNotSameAs(packed.json());
    assertThat(packed.packedBytes()).isEqualTo(TEXT.length());
  }

  @Test
  void it_is_read_once_where_it_is_unpacked() {
    Observed.Message unpacked = message.travelledAs(utf8(TEXT)).packed().unpacked();

    assertThat(unpacked.json()).isSameAs(unpacked.json());
    assertThat(unpacked.packedBytes()).isZero();
  }

  /** A trace tells an event and not its text. */
  @Test
  void a_message_whose_text_nobody_knows_stays_as_it_is() {
    assertThat(message.packed()).isSameAs(message);
    assertThat(message.packedBytes()).isZero();
  }

  @Test
  void messages_that_say_something_else_are_others() {
    Observed.Message other =
        new Observed.Message(
            message.at(), 3, Origin.CLIENT, message.type(), Json.parse("{}").orElseThrow());

    assertThat(message.travelledAs(utf8("{}")).packed()).isEqualTo(other).isNotEqualTo(message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
