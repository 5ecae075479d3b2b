package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first and last value of each segment are those of ITU-T G.711, tables 1a (A-law) and 2a
 * (mu-law): the character signal and, in the last column, the value at the decoder output, which is
 * an eighth and a quarter of a 16-bit sample. The checksums of decoding are those of FFmpeg 5.1
 * over all codes; the checksums of encoding are those of the algorithm of ITU-T G.191 ("Software
 * tools", module G711) over all samples from -32768 to 32767, for A-law also Python 3.11's.
 */
class G711Test {
  @ParameterizedTest
  @CsvSource({
    "0x80, 8031", "0x8F, 4191", "0x90, 3999", "0x9F, 2079", "0xA0, 1983", "0xAF, 1023",
    "0xB0, 975", "0xBF, 495", "0xC0, 471", "0xCF, 231", "0xD0, 219", "0xDF, 99",
    "0xE0, 93", "0xEF, 33", "0xF0, 30", "0xFE, 2", "0xFF, 0"
  })
  void mu_law_has_the_values_of_table_2a(int code, int value) {
    assertThat(G711.MU.decode((byte) code)).isEqualTo((short) (value * 4));
    assertThat(G711.MU.decode((byte) (code & 0x7F))).isEqualTo((short) (-value * 4));
    assertThat(G711.MU.encode(new short[] {(short) (value * 4)})).containsExactly((byte) code);
  }

  @ParameterizedTest
  @CsvSource({
    "0xFF, 4032", "0xF0, 2112", "0xEF, 2016", "0xE0, 1056", "0xDF, 1008", "0xD0, 528",
    "0xCF, 504", "0xC0, 264", "0xBF, 252", "0xB0, 132", "0xAF, 126", "0xA0, 66",
    "0x9F, 63", "0x90, 33", "0x8F, 31", "0x80, 1"
  })
  void a_law_has_the_values_of_table_1a_with_its_even_bits_inverted(int character, int value) {
    byte sent = (byte) (character ^ 0x55);
    byte negative = (byte) ((character ^ 0x55) & 0x7F);
    assertThat(G711.A.decode(sent)).isEqualTo((short) (value * 8));
    assertThat(G711.A.decode(negative)).isEqualTo((short) (-value * 8));
    assertThat(G711.A.encode(new short[] {(short) (value * 8)})).containsExactly(sent);
  }

  @Test
  void all_codes_decode_as_elsewhere() {
    assertThat(checksum(new Pcm(G711.MU.decode(allCodes()), 8_000).littleEndian()))
        .isEqualTo("c847a9f");
    assertThat(checksum(new Pcm(G711.A.decode(allCodes()), 8_000).littleEndian()))
        .isEqualTo("9d764657");
  }

  @Test
  void all_samples_encode_as_elsewhere() {
    short[] ramp = new short[1 << 16];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (Short.MIN_VALUE + i);
    }
    assertThat(checksum(G711.MU.encode(ramp))).isEqualTo("6399d432");
    assertThat(checksum(G711.A.encode(ramp))).isEqualTo("9133796e");
  }

  /** Negative zero of the mu-law has no sample of its own (libraries.md, section 4). */
  @Test
  void every_code_but_negative_zero_survives() {
    byte[] codes = allCodes();
    byte[] back = G711.MU.encode(G711.MU.decode(codes));
    assertThat(back[0x7F]).isEqualTo((byte) 0xFF);
    back[0x7F] = 0x7F;
    assertThat(back).isEqualTo(codes);
    assertThat(G711.A.encode(G711.A.decode(codes))).isEqualTo(codes);
  }

  private static byte[] allCodes() {
    byte[] codes = new byte[256];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = (byte) code;
    }
    return codes;
  }

  private static String checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return Long.toHexString(sum.getValue());
  }
}
