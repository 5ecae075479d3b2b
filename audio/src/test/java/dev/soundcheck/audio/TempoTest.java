package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** events.yaml, {@code session.audio.output.speed}: 0.7 to 1.5. */
class TempoTest {
  static final List<Double> SPEEDS = List.of(0.7, 0.85, 1.2, 1.5);

  @ParameterizedTest
  @FieldSource("SPEEDS")
  void sound_lasts_as_much_shorter_as_it_is_faster(double speed) {
    Pcm sound = SpokenVoice.embedded().speak("It is foggy and twelve degrees in Paris.");
    Pcm other = Tempo.of(sound, speed);
    assertThat(other.rate()).isEqualTo(sound.rate());
    assertThat(other.length()).isEqualTo((int) Math.round(sound.length() / speed));
  }

  @ParameterizedTest
  @FieldSource("SPEEDS")
  void a_tone_keeps_its_pitch_and_its_level(double speed) {
    Pcm tone = Sounds.tone(220, -12, Duration.ofSeconds(1), 16_000);
    Pcm other = Tempo.of(tone, speed);
    Pcm middle = other.slice(4_000, other.length() - 2_000);
    double measured = frequency(middle);
    assertThat(measured).isCloseTo(220, within(3.0));
    assertThat(Levels.of(middle).rms()).isCloseTo(-12, within(1.0));
  }

  /** The voice's own pitch, measured on the whole of what it says. */
  @ParameterizedTest
  @FieldSource("SPEEDS")
  void speech_keeps_its_pitch(double speed) {
    Pcm speech = SpokenVoice.embedded().speak("Where were you a year ago?");
    assertThat(pitch(Tempo.of(speech, speed))).isCloseTo(pitch(speech), within(6.0));
  }

  @Test
  void at_its_own_speed_it_stays_as_it_is() {
    Pcm sound = Sounds.whiteNoise(-20, Duration.ofMillis(100), 16_000, 1);
    assertThat(Tempo.of(sound, 1)).isSameAs(sound);
  }

  @Test
  void nothing_stays_nothing() {
    assertThat(Tempo.of(new Pcm(new short[0], 16_000), 1.5).length()).isZero();
  }

  @Test
  void a_speed_that_is_none_is_refused() {
    Pcm sound = Pcm.silence(Duration.ofMillis(10), 16_000);
    assertThatThrownBy(() -> Tempo.of(sound, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Tempo.of(sound, Double.NaN)).hasMessageContaining("NaN");
  }

  /** By its crossings of zero. */
  private static double frequency(Pcm sound) {
    int crossings = 0;
    for (int i = 1; i < sound.length(); i++) {
      crossings += sound.samples()[i - 1] < 0 && sound.samples()[i] >= 0 ? 1 : 0;
    }
    return crossings * (double) sound.rate() / sound.length();
  }

  /** The lag between 60 and 250 Hz at which the sound is most like itself. */
  private static double pitch(Pcm sound) {
    int best = 0;
    double most = 0;
    for (int lag = sound.rate() / 250; lag <= sound.rate() / 60; lag++) {
      double likeness = 0;
      for (int i = lag; i < sound.length(); i++) {
        likeness += (double) sound.samples()[i] * sound.samples()[i - lag];
      }
      if (likeness > most) {
        most = likeness;
        best = lag;
      }
    }
    return (double) sound.rate() / best;
  }
}
