package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Figures;
import dev.soundcheck.audio.GroundTruth;
import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.conformance.client.EndToEndSpeech;
import dev.soundcheck.conformance.client.EndToEndSpeech.Heard;
import dev.soundcheck.conformance.client.EndToEndSpeech.Prompt;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.server.MockVoiceServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Issue 2, point 7: recordings of people, spoken to the server over its socket, sixteen sessions at
 * a time. One turn a prompt, none missed, its edges where energy says they are; no turn from
 * silence or from the noise of a room.
 */
@Tag("human-speech")
@Timeout(600)
class HumanSpeechOverTheWireTest {
  private static final int PROMPTS = 120;
  private static final int AT_ONCE = 16;
  private static final double SPEED = 3;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static MockVoiceServer server;

  @BeforeAll
  static void prompts_are_installed() {
    HumanPrompts.require();
    server = MockVoiceServer.playing("conversation/whatever-is-said-is-answered");
  }

  @AfterAll
  static void the_server_stops() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void telephone_prompts_at_8_kHz() {
    each_prompt_is_one_turn("telephone", HumanPrompts.telephone(), 8_000);
  }

  @Test
  void wide_band_prompts_at_16_kHz() {
    each_prompt_is_one_turn("wide band", HumanPrompts.wideband(), 16_000);
  }

  @Test
  void wide_band_and_studio_prompts_at_24_kHz() {
    List<HumanPrompts.Prompt> prompts = new ArrayList<>(HumanPrompts.studio());
    prompts.addAll(HumanPrompts.wideband());
    each_prompt_is_one_turn("all", prompts, 24_000);
  }

  @Test
  void neither_silence_nor_the_noise_of_a_room_is_a_turn() {
    Duration silence = Duration.ofMillis(500);
    Duration lasting = Duration.ofSeconds(6);
    List<Prompt> rooms = new ArrayList<>();
    for (int rate : new int[] {8_000, 16_000, 24_000}) {
      AudioFormat format = new AudioFormat(AudioFormat.Encoding.PCM, rate);
      rooms.add(new Prompt("silence", Pcm.silence(lasting, rate), silence, format));
      rooms.add(new Prompt("white", Sounds.whiteNoise(-45, lasting, rate, 1), silence, format));
      rooms.add(new Prompt("pink", Sounds.pinkNoise(-45, lasting, rate, 2), silence, format));
    }
    assertThat(EndToEndSpeech.speak(Target.of(server.uri()), rooms, AT_ONCE, SPEED))
        .hasSize(rooms.size())
        .allSatisfy(heard -> assertThat(heard.outcome().failure()).isEmpty())
        .allSatisfy(heard -> assertThat(heard.started()).as(heard.prompt().name()).isEmpty());
  }

  private static void each_prompt_is_one_turn(
      String name, List<HumanPrompts.Prompt> all, int rate) {
    List<Pcm> sounds =
        all.stream().limit(PROMPTS).map(it -> Resampler.resample(it.sound(), rate)).toList();
    List<GroundTruth> truths = sounds.stream().map(GroundTruth::of).toList();
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      prompts.add(prompt(all.get(i).name(), sounds.get(i), truths.get(i)));
    }
    List<Heard> heard = EndToEndSpeech.speak(Target.of(server.uri()), prompts, AT_ONCE, SPEED);
    Figures figures = new Figures();
    for (int i = 0; i < heard.size(); i++) {
      figures.add(truths.get(i), edges(heard.get(i)));
    }
    System.out.printf("over the wire, %-9s %6d Hz   %s%n", name, rate, Figures.EDGES);
    System.out.printf("%-33s %s%n", "", figures.edges());
    assertThat(heard).allSatisfy(it -> assertThat(it.outcome().failure()).isEmpty());
    assertThat(heard).allSatisfy(it -> assertThat(it.outcome().findings()).isEmpty());
    assertThat(heard)
        .allSatisfy(it -> assertThat(it.outcome().answers()).as(it.prompt().name()).hasSize(1));
    assertThat(figures.prompts()).isGreaterThanOrEqualTo(100);
    assertThat(figures.missed()).isZero();
    assertThat(figures.falseTurns()).isZero();
    assertThat(figures.shareWithin(100)).isGreaterThanOrEqualTo(0.95);
  }

  /** A second of silence around it, and enough after it to end the turn. */
  private static Prompt prompt(String name, Pcm sound, GroundTruth truth) {
    Duration silence = truth.longestPause().plusMillis(300);
    Pcm around = Pcm.silence(SECOND, sound.rate());
    return new Prompt(
        name,
        around.then(sound).then(around),
        silence,
        new AudioFormat(AudioFormat.Encoding.PCM, sound.rate()));
  }

  /** Where the server said that speech was, in the time of the prompt. */
  private static List<Edge> edges(Heard heard) {
    Function<Duration, Duration> inPrompt = at -> at.minus(SECOND);
    List<Edge> edges = new ArrayList<>();
    heard.started().stream().map(inPrompt).forEach(at -> edges.add(new Edge(Kind.STARTED, at, at)));
    heard.stopped().stream().map(inPrompt).forEach(at -> edges.add(new Edge(Kind.STOPPED, at, at)));
    return edges;
  }
}
