package dev.soundcheck.audio;

import java.util.function.IntUnaryOperator;

/**
 * The two companding laws of ITU-T G.711, as tables: 256 samples for the way in, one byte for each
 * 16-bit sample for the way out. Negative samples are taken as one's complements, as the reference
 * software of ITU-T G.191 does.
 */
final class G711 {
  private static final int POSITIVE = 0x80;

  /** Makes every mu-law segment a power of two (G.711, table 2a). */
  private static final int MU_BIAS = 33;

  /** A-law bytes go out with these bits inverted (G.711, table 1a, note 2). */
  private static final int EVEN_BITS = 0x55;

  static final G711 MU = new G711(G711::compressMu, G711::expandMu);
  static final G711 A = new G711(G711::compressA, G711::expandA);

  private final byte[] codes = new byte[1 << 16];
  private final short[] samples = new short[1 << 8];

  /** Seven bits of a magnitude of 15, and a magnitude of seven bits. */
  private G711(IntUnaryOperator compress, IntUnaryOperator expand) {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      int magnitude = sample < 0 ? ~sample : sample;
      int code = compress.applyAsInt(magnitude) | (sample < 0 ? 0 : POSITIVE);
      codes[sample & 0xFFFF] = (byte) code;
    }
    for (int code = 0; code < samples.length; code++) {
      int magnitude = expand.applyAsInt(code & 0x7F);
      samples[code] = (short) ((code & POSITIVE) == 0 ? -magnitude : magnitude);
    }
  }

  private static int compressMu(int magnitude) {
    int biased = Math.min((magnitude >> 2) + MU_BIAS, 0x1FFF);
    int segment = 26 - Integer.numberOfLeadingZeros(biased);
    int mantissa = (biased >> (segment + 1)) & 0xF;
    return ~((segment << 4) | mantissa) & 0x7F;
  }

  private static int expandMu(int code) {
    int segment = (~code >> 4) & 7;
    int middle = 2 * (~code & 0xF) + MU_BIAS;
    return ((middle << segment) - MU_BIAS) << 2;
  }

  private static int compressA(int magnitude) {
    int value = magnitude >> 4;
    int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(value));
    int mantissa = segment == 0 ? value : (value >> (segment - 1)) & 0xF;
    return ((segment << 4) | mantissa) ^ EVEN_BITS;
  }

  private static int expandA(int code) {
    int segment = ((code ^ EVEN_BITS) >> 4) & 7;
    int middle = 2 * ((code ^ EVEN_BITS) & 0xF) + 1;
    return segment == 0 ? middle << 3 : (middle + 32) << (segment + 2);
  }

  byte[] encode(short[] sound) {
    byte[] bytes = new byte[sound.length];
    for (int i = 0; i < sound.length; i++) {
      bytes[i] = codes[sound[i] & 0xFFFF];
    }
    return bytes;
  }

  short[] decode(byte[] bytes) {
    short[] sound = new short[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      sound[i] = decode(bytes[i]);
    }
    return sound;
  }

  short decode(byte code) {
    return samples[code & 0xFF];
  }
}
