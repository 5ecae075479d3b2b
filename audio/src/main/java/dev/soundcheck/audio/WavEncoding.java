package dev.soundcheck.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sample encodings of WAV files that can be read; each gives samples on the scale of 16 bits.
 */
enum WavEncoding {
  UNSIGNED_8(1, 1) {
    @Override
    double sample(ByteBuffer data, int at) {
      return ((data.get(at) & 0xFF) - 128) * 256.0;
    }
  },
  SIGNED_16(1, 2) {
    @Override
    double sample(ByteBuffer data, int at) {
      return data.getShort(at);
    }
  },
  SIGNED_24(1, 3) {
    @Override
    double sample(ByteBuffer data, int at) {
      return data.getShort(at + 1) + (data.get(at) & 0xFF) / 256.0;
    }
  },
  SIGNED_32(1, 4) {
    @Override
    double sample(ByteBuffer data, int at) {
      return data.getInt(at) / 65_536.0;
    }
  },
  FLOAT_32(3, 4) {
    @Override
    double sample(ByteBuffer data, int at) {
      return finite(data.getFloat(at));
    }
  },
  FLOAT_64(3, 8) {
    @Override
    double sample(ByteBuffer data, int at) {
      return finite(data.getDouble(at));
    }
  },
  A_LAW(6, 1) {
    @Override
    double sample(ByteBuffer data, int at) {
      return G711.A.decode(data.get(at));
    }
  },
  MU_LAW(7, 1) {
    @Override
    double sample(ByteBuffer data, int at) {
      return G711.MU.decode(data.get(at));
    }
  };

  static final String ALL =
      "PCM of 8, 16, 24 or 32 bits (code 1), float of 32 or 64 bits (code 3), A-law (6) or mu-law (7)";

  private final int code;
  private final int width;

  WavEncoding(int code, int width) {
    this.code = code;
    this.width = width;
  }

  /** The encoding of this format code with samples of so many bytes. */
  static Optional<WavEncoding> of(int code, int width) {
    return Arrays.stream(values()).filter(e -> e.code == code && e.width == width).findFirst();
  }

  abstract double sample(ByteBuffer data, int at);

  /** What is not a number is silence; beyond full scale is full scale. */
  private static double finite(double value) {
    return Double.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value)) * 32_768;
  }
}
