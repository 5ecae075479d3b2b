package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** live-behaviour.md 2.13: after {@code timeout_triggered} the assistant speaks a check-in. */
@Timeout(60)
final class CheckInTest {
  private static final String TIMEOUT = "input_audio_buffer.timeout_triggered";
  private static final String UPDATE =
      """
      {"type":"session.update","session":{"turn_detection":
       {"type":"server_vad","idle_timeout_ms":1000}}}""";

  private static String said(Rehearsal rehearsal) {
    return rehearsal.last("response.output_audio_transcript.done").path("transcript").asString();
  }

  @Test
  void a_sentence_of_its_own_is_spoken_where_the_scenario_has_none() {
    Puppet puppet = Puppet.saying("Never.");
    Rehearsal rehearsal = new Rehearsal(puppet).says(UPDATE).passes(Duration.ofSeconds(3));

    assertThat(rehearsal.types()).containsSubsequence(TIMEOUT, "response.created");
    assertThat(said(rehearsal.passes(Duration.ofSeconds(1)))).isEqualTo("Are you still there?");
    assertThat(puppet.seen).noneMatch(Seen.Asked.class::isInstance);
    assertThat(rehearsal.findings).isEmpty();
  }

  @Test
  void the_words_of_the_scenario_come_first() {
    Act words = new Act.Answer(List.of(new Act.Speech("Hello?", Optional.empty())));
    Rehearsal rehearsal =
        new Rehearsal(
            new Puppet(
                seen ->
                    seen instanceof Seen.Wire wire && wire.type().equals(TIMEOUT)
                        ? Puppet.doing(words)
                        : Puppet.doing()));
    rehearsal.says(UPDATE).passes(Duration.ofSeconds(3));

    assertThat(said(rehearsal)).isEqualTo("Hello?");
    assertThat(rehearsal.types().stream().filter("response.created"::equals)).hasSize(1);
  }
}
