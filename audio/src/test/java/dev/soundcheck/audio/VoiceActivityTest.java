package dev.soundcheck.audio;

import static dev.soundcheck.audio.VoiceActivity.Kind.STARTED;
import static dev.soundcheck.audio.VoiceActivity.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Kind;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 2, points 3 and 7; positions without padding: decisions.md, "Numbers". */
class VoiceActivityTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class A_burst {
    static final Set<Integer> RATES = AudioFormat.PCM_RATES;

    @ParameterizedTest
    @FieldSource("RATES")
    void is_one_turn_at_every_rate(int rate) {
      List<Edge> edges = heard(Settings.DEFAULT, burst(-20, rate));
      assertThat(edges).extracting(Edge::kind).containsExactly(STARTED, STOPPED);
      assertThat(millis(edges.get(0).at())).isCloseTo(1000, within(10.0));
      assertThat(millis(edges.get(1).at())).isCloseTo(1600, within(10.0));
    }

    @Test
    void is_noticed_soon_and_its_end_after_the_silence_asked_for() {
      Settings settings = new Settings(0.85, Duration.ofMillis(700));
      List<Edge> edges = heard(settings, burst(-20, 24_000));
      assertThat(millis(edges.get(0).noticed())).isBetween(1000.0, 1060.0);
      assertThat(edges.get(1).noticed().minus(edges.get(1).at())).isEqualTo(settings.silence());
    }

    /** The threshold is how sure the detector must be: 0.9 hears least. */
    @ParameterizedTest
    @CsvSource({"-30, 0.85", "-36, 0.9", "-43, 0.5", "-49, 0.1"})
    void of_this_level_is_heard_with_this_threshold(double level, double threshold) {
      assertThat(heard(settings(threshold), burst(level, 16_000))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"-40, 0.85", "-39, 0.9", "-46, 0.5", "-52, 0.1"})
    void of_this_level_is_not_heard_with_this_threshold(double level, double threshold) {
      assertThat(heard(settings(threshold), burst(level, 16_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, -60, -50})
    void heard_with_a_threshold_is_heard_with_every_lower_one(double noise) {
      for (double level = -56; level <= -20; level += 1) {
        Pcm sound = inRoom(burst(level, 8_000), noise);
        int before = 2;
        for (double threshold = 0.1; threshold < 0.95; threshold += 0.05) {
          int now = heard(settings(threshold), sound).size();
          assertThat(now).as("%.0f dBFS at %.2f", level, threshold).isLessThanOrEqualTo(before);
          before = now;
        }
      }
    }

    @Test
    void after_a_pause_shorter_than_the_silence_belongs_to_the_same_turn() {
      Pcm pause = Pcm.silence(Duration.ofMillis(450), 16_000);
      Pcm tone = Sounds.tone(300, -20, Duration.ofMillis(300), 16_000);
      Pcm sound = Sounds.amidSilence(tone.then(pause).then(tone), SECOND);
      assertThat(heard(Settings.DEFAULT, sound)).hasSize(2);
      assertThat(heard(new Settings(0.85, Duration.ofMillis(400)), sound))
          .extracting(Edge::kind)
          .containsExactly(STARTED, STOPPED, STARTED, STOPPED);
    }

    @Test
    void is_not_made_longer_by_a_click_after_it() {
      Pcm sound = burst(-20, 24_000);
      int place = Pcm.samplesIn(Duration.ofMillis(1903), 24_000);
      sound.samples()[place] = 20_000;
      sound.samples()[place + 1] = -20_000;
      List<Edge> edges = heard(Settings.DEFAULT, sound);
      assertThat(edges).hasSize(2);
      assertThat(millis(edges.get(1).at())).isCloseTo(1600, within(10.0));
    }

    @Test
    void without_any_silence_allowed_ends_with_the_first_quiet() {
      List<Edge> edges = heard(new Settings(0.85, Duration.ZERO), burst(-20, 8_000));
      assertThat(edges).hasSize(2);
      assertThat(millis(edges.get(1).at())).isCloseTo(1600, within(20.0));
    }

    @Test
    void from_the_first_sample_on_is_heard() {
      Pcm sound = Sounds.tone(300, -20, Duration.ofMillis(500), 24_000);
      List<Edge> edges = heard(Settings.DEFAULT, sound.then(Pcm.silence(SECOND, 24_000)));
      assertThat(edges).extracting(Edge::kind).containsExactly(STARTED, STOPPED);
      assertThat(edges.get(0).at()).isZero();
      assertThat(millis(edges.get(1).at())).isCloseTo(500, within(10.0));
    }

    @Test
    void with_a_soft_beginning_begins_where_it_is_soft() {
      Pcm soft = Sounds.whiteNoise(-48, Duration.ofMillis(120), 16_000, 3);
      Pcm sound = soft.then(Sounds.tone(300, -20, Duration.ofMillis(400), 16_000));
      List<Edge> edges = heard(Settings.DEFAULT, Sounds.amidSilence(sound, SECOND));
      assertThat(millis(edges.get(0).at())).isCloseTo(1000, within(20.0));
    }

    private List<Edge> heard(Settings settings, Pcm sound) {
      return VoiceActivityTest.heard(settings, sound);
    }
  }

  @Nested
  class No_turn_comes {
    /** Issue 2, point 7: "no turn from silence or from room noise at -45 dBFS". */
    @ParameterizedTest
    @CsvSource({"8000, 1", "16000, 2", "24000, 3", "48000, 4", "24000, 5", "8000, 6"})
    void of_noise_in_the_room_from_the_first_sample_or_later(int rate, long seed) {
      Duration lasting = Duration.ofSeconds(12);
      Pcm quiet = Pcm.silence(SECOND, rate);
      for (double threshold : new double[] {0.5, 0.85, 0.9}) {
        for (double level : new double[] {-70, -60, -50, -45}) {
          Pcm white = Sounds.whiteNoise(level, lasting, rate, seed);
          Pcm pink = Sounds.pinkNoise(level, lasting, rate, seed);
          assertThat(heard(settings(threshold), white)).isEmpty();
          assertThat(heard(settings(threshold), pink)).isEmpty();
          assertThat(heard(settings(threshold), quiet.then(white))).isEmpty();
          assertThat(heard(settings(threshold), quiet.then(pink))).isEmpty();
        }
      }
    }

    @Test
    void of_silence_whatever_the_threshold() {
      assertThat(heard(settings(0.1), Pcm.silence(Duration.ofSeconds(20), 24_000))).isEmpty();
    }

    @Test
    void of_a_click() {
      short[] click = new short[24_000];
      click[12_000] = 30_000;
      click[12_001] = -30_000;
      assertThat(heard(settings(0.1), new Pcm(click, 24_000))).isEmpty();
    }

    @Test
    void of_hum_and_of_an_offset() {
      Pcm hum = Sounds.tone(50, -34, Duration.ofSeconds(5), 16_000);
      short[] offset = new short[80_000];
      Arrays.fill(offset, (short) 3_000);
      assertThat(heard(Settings.DEFAULT, hum)).isEmpty();
      assertThat(heard(Settings.DEFAULT, new Pcm(offset, 16_000))).isEmpty();
    }
  }

  /** Or the first loud fan would hold the turn open for good. */
  @Test
  void what_stays_as_loud_for_three_seconds_is_noise_and_ends_the_turn() {
    Pcm fan = Sounds.whiteNoise(-30, Duration.ofSeconds(12), 16_000, 1);
    List<Edge> edges = heard(Settings.DEFAULT, Pcm.silence(SECOND, 16_000).then(fan));
    assertThat(edges).extracting(Edge::kind).containsExactly(STARTED, STOPPED);
    assertThat(millis(edges.get(1).noticed())).isBetween(4000.0, 5000.0);
  }

  @Test
  void speech_in_known_noise_is_found_above_it() {
    Pcm speech = Sounds.amidSilence(burst(-20, 16_000), Duration.ofSeconds(2));
    List<Edge> edges = heard(Settings.DEFAULT, inRoom(speech, -45));
    assertThat(edges).extracting(Edge::kind).containsExactly(STARTED, STOPPED);
    assertThat(millis(edges.get(0).at())).isCloseTo(3000, within(30.0));
    assertThat(millis(edges.get(1).at())).isCloseTo(3600, within(30.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void how_the_stream_is_cut_makes_no_difference(long seed) {
    Pcm sound = inRoom(burst(-20, 22_050).then(burst(-30, 22_050)), -60);
    VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, 22_050);
    Random random = new Random(seed);
    List<Edge> edges = new ArrayList<>();
    int at = 0;
    while (at < sound.length()) {
      int end = Math.min(sound.length(), at + random.nextInt(700));
      edges.addAll(ears.hear(sound.slice(at, end)));
      at = end;
    }
    assertThat(edges).hasSize(4).isEqualTo(heard(Settings.DEFAULT, sound));
    assertThat(ears.heard()).isEqualTo(sound.duration());
  }

  @Test
  void speaking_is_between_the_edges() {
    VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, 8_000);
    List<Kind> kinds = new ArrayList<>();
    Pcm sound = burst(-20, 8_000);
    for (int at = 0; at < sound.length(); at += 80) {
      ears.hear(sound.slice(at, at + 80)).forEach(edge -> kinds.add(edge.kind()));
      assertThat(ears.speaking()).isEqualTo(kinds.size() == 1);
    }
    assertThat(kinds).containsExactly(STARTED, STOPPED);
  }

  @Test
  void sound_of_another_rate_is_refused() {
    VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, 24_000);
    assertThatThrownBy(() -> ears.hear(burst(-20, 8_000)))
        .isInstanceOf(AudioException.class)
        .hasMessage(
            "this detector hears 24000 Hz: expected sound of that rate, got 8000 Hz; resample it first");
  }

  private static List<Edge> heard(Settings settings, Pcm sound) {
    return new VoiceActivity(settings, sound.rate()).hear(sound);
  }

  /** 600 ms of tone between seconds of silence. */
  private static Pcm burst(double level, int rate) {
    return Sounds.amidSilence(Sounds.tone(300, level, Duration.ofMillis(600), rate), SECOND);
  }

  private static Pcm inRoom(Pcm sound, double noise) {
    Duration lasting = sound.duration().plusMillis(1);
    return Sounds.mixed(sound, Sounds.pinkNoise(noise, lasting, sound.rate(), 7));
  }

  private static Settings settings(double threshold) {
    return new Settings(threshold, Duration.ofMillis(500));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
