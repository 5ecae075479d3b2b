package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What lies outside of a documented range changes nothing (live-behaviour.md 5.2; events.yaml). */
@Timeout(60)
final class RangesTest {
  private static final Duration LONG = Duration.ofSeconds(2);
  private final Rehearsal rehearsal = new Rehearsal(Puppet.saying("Fine."));

  private Rehearsal updates(String members) {
    return rehearsal
        .says("{\"type\":\"session.update\",\"session\":{%s}}".formatted(members))
        .passes(LONG);
  }

  private long updated() {
    return rehearsal.types().stream().filter("session.updated"::equals).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "turn_detection":{"type":"server_vad","threshold":0.09}            | session.turn_detection.threshold
          "turn_detection":{"type":"server_vad","threshold":0.91}            | session.turn_detection.threshold
          "turn_detection":{"type":"server_vad","silence_duration_ms":10001} | session.turn_detection.silence_duration_ms
          "turn_detection":{"type":"server_vad","prefix_padding_ms":-1}      | session.turn_detection.prefix_padding_ms
          "audio":{"output":{"speed":0.69}}                                  | session.audio.output.speed
          "audio":{"output":{"speed":1.51}}                                  | session.audio.output.speed
          "reasoning":{"effort":"low"}                                       | session.reasoning.effort
          """)
  void a_value_outside_refuses_the_whole_update(String wrong, String param) {
    updates("\"instructions\":\"Be brief.\"");
    updates("\"instructions\":\"Be loud.\"," + wrong);

    JsonNode error = rehearsal.last("error").path("error");
    assertThat(error.path("param").asString()).endsWith(param);
    assertThat(error.path("code").asString()).isEqualTo("invalid_value");
    assertThat(updated()).isEqualTo(1);
    updates("");
    assertThat(rehearsal.last("session.updated").path("session").path("instructions").asString())
        .isEqualTo("Be brief.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "turn_detection":{"type":"server_vad","threshold":0.1,"silence_duration_ms":0}
          "turn_detection":{"type":"server_vad","threshold":0.9,"silence_duration_ms":10000,"prefix_padding_ms":10000}
          "audio":{"output":{"speed":0.7}}
          "audio":{"output":{"speed":1.5}}
          """)
  void the_bounds_themselves_are_taken(String right) {
    updates(right);

    assertThat(updated()).isEqualTo(1);
    assertThat(rehearsal.types()).doesNotContain("error");
  }

  /** events.yaml response.create: at most 16 pairs, keys of 64 and values of 512 characters. */
  @Test
  void metadata_has_its_limits() {
    String much = "\"k\":\"" + "v".repeat(513) + "\"";
    rehearsal.types("Hello").passes(Duration.ofSeconds(9));
    rehearsal.says(
        "{\"type\":\"response.create\",\"response\":{\"metadata\":{%s}}}".formatted(much));
    rehearsal.passes(LONG);

    assertThat(rehearsal.last("error").path("error").path("param").asString())
        .contains("response.metadata.k");
  }
}
