package dev.soundcheck.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of events of servers, whatever order their members have. */
final class GlanceTest {
  @Test
  void the_type_may_come_last() {
    Glance glance =
        at(
            "{\"session\": {\"type\": \"realtime\"}, \"list\": [{\"type\": 1}], \"type\": \"session.created\"}");

    assertThat(glance).isEqualTo(new Glance("session.created", 0, Optional.empty()));
  }

  @Test
  void a_delta_is_as_long_as_its_text_and_three_quarters_of_that_in_sound() {
    Glance glance = at("{\"delta\": \"AAAABBBB\", \"type\": \"response.output_audio.delta\"}");

    assertThat(glance.delta()).isEqualTo(8);
    assertThat(glance.soundBytes()).isEqualTo(6);
  }

  /** Live errors have a code; OpenAI's have a type at least (decisions.md, "Errors"). */
  @Test
  void an_error_is_known_by_its_code_or_else_by_its_type() {
    assertThat(
            at("{\"type\":\"error\",\"error\":{\"type\":\"a\",\"code\":\"b\",\"param\":null}}")
                .code())
        .contains("b");
    assertThat(at("{\"type\":\"error\",\"error\":{\"type\":\"a\",\"code\":null}}").code())
        .contains("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[1]", "\"text\"", "{\"type\":", "{\"type\": \"x\" \"y\"}", "\u0000"})
  void what_is_no_event_has_no_type(String text) {
    assertThat(at(text).type()).isEmpty();
  }

  @Test
  void only_the_bytes_that_belong_to_the_message_are_read() {
    byte[] bytes = "{\"type\":\"ping\"}{\"type\":\"old\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(Glance.at(bytes, 15).type()).isEqualTo("ping");
  }

  private static Glance at(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Glance.at(bytes, bytes.length);
  }
}
