package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** events.yaml, {@code audio.input.transcription}: at most 100 key terms of 50 characters. */
@Timeout(60)
final class KeytermsTest {
  private static Rehearsal updated(String transcription) {
    return new Rehearsal(Puppet.saying("Fine."))
        .says(
            "{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":{\"transcription\":{%s}}}}}"
                .formatted(transcription))
        .passes(Duration.ofSeconds(1));
  }

  private static String terms(int count, int length) {
    return "\"keyterms\":[%s]"
        .formatted(String.join(",", Collections.nCopies(count, '"' + "x".repeat(length) + '"')));
  }

  @Test
  void as_many_as_allowed_are_taken() {
    assertThat(updated(terms(100, 50)).types()).contains("session.updated").doesNotContain("error");
  }

  @Test
  void one_too_many_one_too_long_and_one_that_is_none_are_refused() {
    assertThat(param(updated(terms(101, 5)))).endsWith("transcription.keyterms");
    assertThat(param(updated(terms(3, 51)))).endsWith("transcription.keyterms[0]");
    assertThat(param(updated("\"keyterms\":[5]"))).endsWith("transcription.keyterms[0]");
    assertThat(param(updated("\"language_hint\":5"))).endsWith("transcription.language_hint");
  }

  private static String param(Rehearsal rehearsal) {
    assertThat(rehearsal.types()).doesNotContain("session.updated");
    JsonNode error = rehearsal.last("error").path("error");
    return error.path("param").asString();
  }
}
