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
  void a_message_of_its_text_is_the_same_message() {
    Observed.Message kept = ofText(TEXT);

    assertThat(kept).isEqualTo(message).hasSameHashCodeAs(message);
    assertThat(kept.json()).isEqualTo(message.json()).isNotSameAs(kept.json());
    assertThat(kept.utf8()).isEqualTo(utf8(TEXT));
  }

  @Test
  void it_is_read_once_where_it_is_unpacked() {
    Observed.Message unpacked = ofText(TEXT).unpacked();

    assertThat(unpacked.json()).isSameAs(unpacked.json());
    assertThat(unpacked.utf8()).isEmpty();
  }

  /** A trace tells an event and not its text. */
  @Test
  void a_message_whose_text_nobody_knows_has_none() {
    assertThat(message.utf8()).isEmpty();
    assertThat(message.unpacked()).isSameAs(message);
    assertThat(message.travelledAs(utf8(TEXT)).utf8()).isEqualTo(utf8(TEXT));
  }

  @Test
  void messages_that_say_something_else_are_others() {
    Observed.Message other =
        new Observed.Message(
            message.at(), 3, Origin.CLIENT, message.type(), Json.parse("{}").orElseThrow());

    assertThat(ofText("{}")).isEqualTo(other).isNotEqualTo(message);
  }

  private Observed.Message ofText(String text) {
    return Observed.Message.ofText(message.at(), 3, Origin.CLIENT, message.type(), utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
