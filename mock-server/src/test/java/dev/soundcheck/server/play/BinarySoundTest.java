package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** events.yaml, {@code transport}; live-behaviour.md 6: raw codec bytes, JSON events unchanged. */
@Timeout(60)
final class BinarySoundTest {
  private static final Duration LONG = Duration.ofSeconds(9);
  private static final String DELTA = "response.output_audio.delta";
  private final Puppet puppet = Puppet.saying("Good morning, my friend.");

  private static String transport(String transport) {
    return """
    {"type":"session.update","session":{"audio":{"output":{"transport":"%s"}}}}"""
        .formatted(transport);
  }

  private static List<String> withoutSound(Rehearsal rehearsal) {
    return rehearsal.types().stream().filter(type -> !type.equals(DELTA)).toList();
  }

  @Test
  void sound_goes_as_frames_and_all_else_as_it_goes_otherwise() {
    Rehearsal json = new Rehearsal(puppet).says(transport("json")).types("Hi").passes(LONG);
    Rehearsal binary = new Rehearsal(puppet).says(transport("binary")).types("Hi").passes(LONG);

    assertThat(binary.types()).doesNotContain(DELTA).isEqualTo(withoutSound(json));
    assertThat(binary.sounds).hasSize(json.types().size() - withoutSound(json).size());
    double seconds =
        binary.last("response.done").path("usage").path("output_audio_seconds").asDouble();
    assertThat(binary.sounds.stream().mapToInt(sound -> sound.length).sum())
        .isEqualTo((int) Math.round(seconds * 48_000));
    assertThat(binary.findings).isEmpty();
  }

  @Test
  void a_frame_is_seen_by_the_scenario_as_the_event_that_it_stands_for() {
    Rehearsal binary = new Rehearsal(puppet).says(transport("binary")).types("Hi").passes(LONG);

    assertThat(puppet.seen.stream().filter(BinarySoundTest::isSound)).hasSameSizeAs(binary.sounds);
    assertThat(
            binary.journal.stream()
                .filter(Observed.Binary.class::isInstance)
                .map(seen -> ((Observed.Binary) seen).from()))
        .hasSameSizeAs(binary.sounds)
        .containsOnly(Origin.SERVER);
  }

  /** events.yaml, session: a change applies at the next response boundary. */
  @Test
  void an_answer_under_way_goes_on_as_it_began() {
    Rehearsal rehearsal = new Rehearsal(puppet).types("Hi").passes(Duration.ofMillis(900));
    assertThat(rehearsal.types()).contains(DELTA).doesNotContain("response.done");

    rehearsal.says(transport("binary")).passes(LONG);
    assertThat(rehearsal.types()).containsSubsequence("session.updated", DELTA, "response.done");
    assertThat(rehearsal.sounds).isEmpty();

    rehearsal.types("Hi").passes(LONG);
    assertThat(rehearsal.sounds).isNotEmpty();
  }

  private static boolean isSound(Seen seen) {
    return seen instanceof Seen.Wire wire && wire.type().equals(DELTA);
  }
}
