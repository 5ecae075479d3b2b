package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The companding laws built once more, from the tables of ITU-T G.711 alone: eight segments of 16
 * even steps, each twice as wide as the one before. Between two neighbouring decision values lies
 * the value at the decoder's output, in the middle. All 256 codes and all 65,536 samples. (The
 * reference software of ITU-T G.191 gives the same codes for all of them; it was run once.)
 */
class G711TablesTest {
  /** The values at the decoder output of the positive half, smallest first, and the codes. */
  enum Law {
    /** Tables 2a and 2b, 14 bits: 0, 1, 3 … 31, 35 … 8159; all bits of the number inverted. */
    MU(2, 0xFF) {
      @Override
      G711 ours() {
        return G711.MU;
      }

      @Override
      int decision(int number) {
        int segment = number / 16;
        return Math.max(0, (32 << segment) - 33 + (number % 16) * (2 << segment));
      }
    },
    /** Tables 1a and 1b, 13 bits: 0, 2, 4 … 64, 68 … 4096; even bits inverted (note 2). */
    A(3, 0xD5) {
      @Override
      G711 ours() {
        return G711.A;
      }

      @Override
      int decision(int number) {
        int segment = Math.max(1, number / 16);
        return (number < 16 ? 0 : 16 << segment) + (number % 16) * (1 << segment);
      }
    };

    private final int shift;
    private final int positive;

    Law(int shift, int positive) {
      this.shift = shift;
      this.positive = positive;
    }

    abstract G711 ours();

    abstract int decision(int number);

    /** Of the mu-law's first interval the middle is not the value: silence is. */
    private int value(int number) {
      boolean silence = this == MU && number == 0;
      return silence ? 0 : (decision(number) + decision(number + 1)) / 2;
    }

    private byte code(int number, boolean negative) {
      return (byte) (negative ? (positive ^ number) & 0x7F : positive ^ number);
    }

    /**
     * The number of the interval that a magnitude lies in; what lies on a decision value belongs to
     * the interval above it. Magnitudes are those of 16 bits, cut to the bits of the law.
     */
    private int number(int magnitude) {
      int cut = magnitude >> shift;
      return (int) IntStream.range(1, 128).filter(n -> cut >= decision(n)).count();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_code_is_the_value_of_its_table(Law law) {
    for (int number = 0; number < 128; number++) {
      int sample = law.value(number) << law.shift;
      assertThat(law.ours().decode(law.code(number, false))).isEqualTo((short) sample);
      assertThat(law.ours().decode(law.code(number, true))).isEqualTo((short) -sample);
    }
  }

  /** Negative samples as one's complements: ITU-T G.191, module G711. */
  @ParameterizedTest
  @EnumSource
  void every_sample_has_the_code_of_the_interval_it_lies_in(Law law) {
    for (int magnitude = 0; magnitude <= Short.MAX_VALUE; magnitude++) {
      int number = law.number(magnitude);
      assertThat(law.ours().encode(new short[] {(short) magnitude, (short) ~magnitude}))
          .as("sample %d", magnitude)
          .containsExactly(law.code(number, false), law.code(number, true));
    }
  }
}
