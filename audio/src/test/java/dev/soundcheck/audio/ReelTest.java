package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md: what is spoken is held once, however many speak it. */
class ReelTest {
  private static final int RATE = 8_000;

  private final Reel reel = Reel.of(List.of(pcm(1, 2, 3), pcm(), pcm(4, 5)), RATE);

  @Test
  void sounds_lie_behind_one_another() {
    assertThat(reel.length()).isEqualTo(5);
    assertThat(reel.whole()).isEqualTo(pcm(1, 2, 3, 4, 5));
  }

  @Test
  void any_part_can_be_taken() {
    short[] whole = reel.whole().samples();
    for (int from = 0; from <= whole.length; from++) {
      for (int to = from; to <= whole.length; to++) {
        assertThat(reel.slice(from, to)).isEqualTo(new Pcm(whole, RATE).slice(from, to));
      }
    }
  }

  @Test
  void it_can_be_cut_and_filled_up_with_silence() {
    assertThat(reel.lasting(4).whole()).isEqualTo(pcm(1, 2, 3, 4));
    assertThat(reel.lasting(7).whole()).isEqualTo(pcm(1, 2, 3, 4, 5, 0, 0));
    assertThat(reel.lasting(4).lasting(5).slice(3, 5)).isEqualTo(pcm(4, 5));
  }

  @Test
  void parts_that_it_does_not_have_are_told() {
    assertThatThrownBy(() -> reel.slice(2, 6))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("expected a part of 5 samples, got 2 to 6");
    assertThatThrownBy(() -> reel.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> reel.slice(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sound_of_another_rate_is_told() {
    assertThatThrownBy(() -> Reel.of(List.of(pcm(1)), 24_000))
        .hasMessage("sound of 8000 Hz has no place on a reel of 24000 Hz; resample it first");
  }

  private static Pcm pcm(int... samples) {
    short[] copy = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      copy[i] = (short) samples[i];
    }
    return new Pcm(copy, RATE);
  }
}
