package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** docs/decisions/speed.md: a muted microphone must not cost more than one that is open. */
class FrameLevelsTest {
  static final Iterable<Integer> RATES = AudioFormat.PCM_RATES;

  /** Numbers near 1e-308 are counted with in microcode; no filter may come there. */
  @ParameterizedTest
  @FieldSource("RATES")
  void in_digital_silence_nothing_rings_for_long(int rate) {
    FrameLevels frames = new FrameLevels(rate);

    hear(frames, Sounds.tone(440, -3, Duration.ofMillis(300), rate));
    assertThat(frames.rings()).isTrue();

    double level = hear(frames, Pcm.silence(Duration.ofMillis(600), rate));
    assertThat(frames.rings()).isFalse();
    assertThat(level).isEqualTo(Levels.NOTHING);
  }

  private static double hear(FrameLevels frames, Pcm sound) {
    double level = 0;
    int at = 0;
    while (at < sound.length()) {
      at += frames.take(sound.samples(), at);
      level = frames.complete() ? frames.level() : level;
    }
    return level;
  }
}
