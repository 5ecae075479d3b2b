package dev.soundcheck.audio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format chunk of a WAV file.
 *
 * @param encoding what the bytes of a sample mean
 * @param channels how many samples make a frame
 * @param rate frames per second
 * @param width bytes of one sample
 * @param saidFrame bytes of one frame, as the chunk has it
 */
record WavFormat(WavEncoding encoding, int channels, int rate, int width, int saidFrame) {
  private static final int SHORTEST = 16;
  private static final int CODE_OF_EXTENSION = 0xFFFE;
  private static final int SUBFORMAT = 24;
  private static final int MOST_RATE = 768_000;

  /** Reads the chunk; all that is wrong with it is told at once. */
  static WavFormat read(String name, ByteBuffer chunk) {
    if (chunk.limit() < SHORTEST) {
      throw new AudioException(
          "%s: expected a 'fmt' chunk of at least %d bytes, found %d; the file is cut short or damaged, make it again"
              .formatted(name, SHORTEST, chunk.limit()));
    }
    int code = code(chunk);
    int channels = chunk.getShort(2) & 0xFFFF;
    long rate = Integer.toUnsignedLong(chunk.getInt(4));
    int frame = chunk.getShort(12) & 0xFFFF;
    int bits = chunk.getShort(14) & 0xFFFF;
    int width = width(code, channels, frame, bits);
    Optional<WavEncoding> encoding = WavEncoding.of(code, width);
    List<String> wrong = new ArrayList<>();
    if (channels == 0) {
      wrong.add("expected at least 1 channel, found 0");
    }
    if (rate == 0 || rate > MOST_RATE) {
      wrong.add("expected a rate of 1 to %d Hz, found %d".formatted(MOST_RATE, rate));
    }
    if (encoding.isEmpty()) {
      wrong.add(
          "expected %s, found format code %d with %d bits".formatted(WavEncoding.ALL, code, bits));
    }
    if (!wrong.isEmpty()) {
      throw new AudioException(
          "%s: %s; convert it to 16-bit PCM".formatted(name, String.join("; ", wrong)));
    }
    return new WavFormat(encoding.orElseThrow(), channels, (int) rate, width, frame);
  }

  /** What a frame takes tells it, where that is true; otherwise the bits do. */
  private static int width(int code, int channels, int frame, int bits) {
    int byBits = (bits + 7) / 8;
    int byFrame = channels == 0 || frame % channels != 0 ? byBits : frame / channels;
    return byFrame >= byBits && WavEncoding.of(code, byFrame).isPresent() ? byFrame : byBits;
  }

  /** How many bytes a frame takes. */
  int frame() {
    return channels * width;
  }

  /** What the chunk says that cannot be so. */
  List<String> oddities() {
    return saidFrame == frame()
        ? List.of()
        : List.of(
            "its header says that a frame takes %d bytes, read as %d"
                .formatted(saidFrame, frame()));
  }

  private static int code(ByteBuffer chunk) {
    int code = chunk.getShort(0) & 0xFFFF;
    boolean extended = code == CODE_OF_EXTENSION && chunk.limit() >= SUBFORMAT + 2;
    return extended ? chunk.getShort(SUBFORMAT) & 0xFFFF : code;
  }

  /** The mean of the channels, rounded to 16 bits; a last frame that was cut is left out. */
  Pcm mono(ByteBuffer data) {
    short[] samples = new short[data.limit() / frame()];
    for (int frame = 0; frame < samples.length; frame++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += encoding.sample(data, (frame * channels + channel) * width);
      }
      double mean = Math.rint(sum / channels);
      samples[frame] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, mean));
    }
    return new Pcm(samples, rate);
  }
}
