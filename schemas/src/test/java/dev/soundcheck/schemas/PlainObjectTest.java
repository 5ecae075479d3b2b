package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is read has to be what Jackson reads; the rest is left to it. */
final class PlainObjectTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\"}",
        "{\"type\": \"input_audio_buffer.append\", \"audio\": \"" + "+/Aa" + "\"}",
        "{\"a\":\"\"}",
        " \r\n\t{ \"a\" : \"b\" , \"c\" : \"d e~\" } \n",
        "{\"twice\":\"first\",\"between\":\"x\",\"twice\":\"last\"}",
      })
  void plain_strings_are_read_as_jackson_reads_them(String text) {
    assertThat(Json.plain(bytes(text)).orElseThrow()).isEqualTo(Json.mapper().readTree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "\"a\"",
        "{\"a\":1}",
        "{\"a\":null}",
        "{\"a\":{\"b\":\"c\"}}",
        "{\"a\":\"b\",}",
        "{\"a\":\"b\"",
        "{\"a\":\"b\"}}",
        "{\"a\":\"b\"} x",
        "{\"a\":\"b\"\"c\":\"d\"}",
        "{\"a\" \"b\"}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":\"long enough for eight, and then \\\\ an escape\"}",
        "{\"a\":\"long enough for eight, and then ü\"}",
        "{\"a\":\"long enough for eight, and then \u0001\"}",
        "{\"a\":\"long enough for eight, and then \n\"}",
        "{\"a\":\"\u007f\"} ü",
        "{a:\"b\"}",
      })
  void everything_else_is_left_alone(String text) {
    assertThat(Json.plain(bytes(text))).isEmpty();
  }

  /** Each byte at each place of a long string, so that it is seen by itself and among eight. */
  @Test
  void every_byte_at_every_place_is_judged_as_jackson_judges_it() {
    for (int place = 0; place < 24; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] message = bytes("{\"a\":\"0123456789012345678901234\"}");
        message[6 + place] = (byte) value;
        boolean plain = value >= 32 && value < 128 && value != '"' && value != '\\';
        assertThat(Json.plain(message).isPresent())
            .describedAs("byte %d at %d", value, place)
            .isEqualTo(plain);
      }
    }
  }

  @Test
  void spoiled_messages_are_never_read_as_something_else() {
    Random random = new Random(20261201);
    byte[] sound =
        bytes("{\"type\": \"input_audio_buffer.append\", \"audio\": \"AAECAwQFBgcICQ==\"}");
    for (int round = 0; round < 20_000; round++) {
      byte[] spoiled = sound.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        spoiled[random.nextInt(spoiled.length)] =
            (byte) "{}\",:\\ \n0a\u0000".charAt(random.nextInt(11));
      }
      Json.plain(spoiled)
          .ifPresent(
              read -> assertThat((JsonNode) read).isEqualTo(Json.mapper().readTree(spoiled)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
