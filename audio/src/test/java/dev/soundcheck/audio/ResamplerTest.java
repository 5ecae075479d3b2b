package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 2, point 4: "band-limited resampling (alias products below -60 dB)". */
class ResamplerTest {
  private static final double TONE = -6;

  /** A tone's place between silence (0) and half of the source's rate (1). */
  private static final double[] PLACES = {0.03, 0.2, 0.41, 0.6, 0.77, 0.9, 0.97, 0.999};

  static Stream<Arguments> pairs() {
    return AudioFormat.PCM_RATES.stream()
        .flatMap(
            from ->
                AudioFormat.PCM_RATES.stream()
                    .filter(to -> !to.equals(from))
                    .map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void nothing_but_the_tone_comes_out(int from, int to) {
    for (double place : PLACES) {
      double hertz = place * from / 2;
      Pcm out = middle(Resampler.resample(tone(hertz, from), to));
      double tone = hertz < to / 2.0 ? ToneFit.level(out, hertz) : Levels.NOTHING;
      double rest = hertz < to / 2.0 ? ToneFit.rest(out, hertz) : Levels.of(out).rms();
      assertThat(rest).as("%.0f Hz, what else there is", hertz).isLessThan(TONE - 60);
      if (hertz < 0.84 * Math.min(from, to) / 2) {
        assertThat(tone).as("%.0f Hz, its level", hertz).isCloseTo(TONE, within(0.05));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void length_in_time_stays(int from, int to) {
    for (int length : new int[] {0, 1, 2, 79, 1000, 4321}) {
      Pcm out = Resampler.resample(new Pcm(new short[length], from), to);
      assertThat(out.length()).isEqualTo((int) Math.round((double) length * to / from));
      assertThat(out.rate()).isEqualTo(to);
    }
  }

  /** A sample's place in time stays: an impulse comes out with its peak where it was. */
  @ParameterizedTest
  @MethodSource("pairs")
  void nothing_is_delayed(int from, int to) {
    int place = from / 20;
    short[] impulse = new short[2 * place];
    impulse[place] = 30_000;
    short[] out = Resampler.resample(new Pcm(impulse, from), to).samples();
    int peak = 0;
    for (int i = 0; i < out.length; i++) {
      peak = out[i] > out[peak] ? i : peak;
    }
    assertThat((double) peak / to).isCloseTo((double) place / from, within(0.51 / to));
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 11025",
    "21050, 24000",
    "8000, 48000",
    "48000, 8000",
    "44099, 24000",
    "8000, 11025"
  })
  void pieces_make_the_same_samples_as_the_whole(int from, int to) {
    Pcm sound = Sounds.pinkNoise(-12, Duration.ofMillis(700), from, 5);
    for (int most : new int[] {1, 7, 441, 4096}) {
      assertThat(inPieces(sound, to, most)).isEqualTo(Resampler.resample(sound, to));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_stream_is_the_whole_between_all_documented_rates(int from, int to) {
    Pcm sound = Sounds.pinkNoise(-12, Duration.ofMillis(150), from, 6);
    assertThat(inPieces(sound, to, 500)).isEqualTo(Resampler.resample(sound, to));
  }

  /** What both rates can carry comes back as it was. */
  @ParameterizedTest
  @MethodSource("pairs")
  void there_and_back_is_the_same_sound(int from, int to) {
    Pcm sound = Pcm.silence(Duration.ofMillis(250), from);
    for (double place : new double[] {0.02, 0.13, 0.37, 0.58, 0.83}) {
      double hertz = place * Math.min(from, to) / 2;
      sound = Sounds.mixed(sound, Sounds.tone(hertz, -22, Duration.ofMillis(250), from));
    }
    Pcm back = Resampler.resample(Resampler.resample(sound, to), from);
    int length = Math.min(back.length(), sound.length());
    Pcm left = Sounds.difference(sound.slice(0, length), back.slice(0, length));
    assertThat(Levels.of(middle(left)).rms()).isLessThan(-15 - 60);
  }

  private static Pcm inPieces(Pcm sound, int to, int most) {
    ResamplingStream stream = new ResamplingStream(sound.rate(), to);
    Random random = new Random(most);
    Pcm out = new Pcm(new short[0], to);
    int at = 0;
    while (at < sound.length()) {
      int end = Math.min(sound.length(), at + 1 + random.nextInt(most));
      out = out.then(stream.next(sound.slice(at, end)));
      at = end;
    }
    return out.then(stream.end());
  }

  /** What a stream holds back is its reach: 32 samples of the lower rate, 4 ms at 8 kHz. */
  @Test
  void a_stream_is_never_late_by_more_than_its_reach() {
    ResamplingStream stream = new ResamplingStream(24_000, 8_000);
    Pcm second = Sounds.tone(440, -10, Duration.ofSeconds(1), 24_000);
    assertThat(stream.next(second).length()).isEqualTo(8_000 - 32);
  }

  /** Rates of files are anybody's; a table for each place would take hundreds of megabytes. */
  @ParameterizedTest
  @CsvSource({"44099, 24000", "191999, 8000", "7919, 48000"})
  void odd_rates_stay_clean_too(int from, int to) {
    Pcm out = middle(Resampler.resample(tone(1234.5, from), to));
    assertThat(ToneFit.rest(out, 1234.5)).isLessThan(TONE - 60);
    assertThat(ToneFit.level(out, 1234.5)).isCloseTo(TONE, within(0.05));
  }

  @Test
  void the_same_rate_is_the_same_sound() {
    Pcm sound = tone(440, 24_000);
    assertThat(Resampler.resample(sound, 24_000)).isSameAs(sound);
  }

  @Test
  void full_scale_does_not_wrap_around() {
    short[] square = new short[800];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 20 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] out = Resampler.resample(new Pcm(square, 8_000), 24_000).samples();
    for (int i = 200; i < 2200; i++) {
      boolean high = i / 60 % 2 == 0;
      boolean inside = i % 60 > 3 && i % 60 < 56;
      assertThat(inside && (high ? out[i] < 20_000 : out[i] > -20_000)).as("at %d", i).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -8_000})
  void rates_that_cannot_be_are_refused(int rate) {
    assertThatThrownBy(() -> Resampler.resample(tone(440, 8_000), rate))
        .isInstanceOf(AudioException.class)
        .hasMessage("cannot resample from 8000 Hz to %d Hz: expected rates above 0", rate);
  }

  @Test
  void a_stream_refuses_sound_of_another_rate() {
    assertThatThrownBy(() -> new ResamplingStream(8_000, 24_000).next(tone(440, 16_000)))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("expected sound of that rate, got 16000 Hz");
  }

  private static Pcm tone(double hertz, int rate) {
    return Sounds.tone(hertz, TONE, Duration.ofMillis(250), rate);
  }

  /** The tone begins and ends at once, which is not a tone. */
  private static Pcm middle(Pcm sound) {
    return sound.slice(sound.length() / 5, sound.length() * 4 / 5);
  }
}
