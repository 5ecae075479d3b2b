package dev.soundcheck.audio;

import java.util.Arrays;

/**
 * Changes the rate of sound that comes in pieces: the pieces that go out are, joined, exactly what
 * {@link Resampler} makes of the pieces that came in, joined. One stream, one thread.
 */
public final class ResamplingStream {
  private final int from;
  private final int to;
  private final ResamplingFilter filter;

  /** The last samples of the input that are still needed; the first has index {@code start}. */
  private float[] kept;

  private int filled;
  private long start;
  private long heard;
  private long made;

  /**
   * A stream from one rate to another, in samples per second.
   *
   * @throws AudioException when a rate is not positive
   */
  public ResamplingStream(int from, int to) {
    this.from = from;
    this.to = to;
    this.filter = ResamplingFilter.between(from, to);
    this.kept = new float[4 * filter.reach()];
    this.filled = filter.reach();
    this.start = -filter.reach();
  }

  /**
   * All output that is certain after this piece.
   *
   * @throws AudioException when the piece has another rate than the stream
   */
  public Pcm next(Pcm piece) {
    if (piece.rate() != from) {
      throw new AudioException(
          "this stream resamples %d Hz: expected sound of that rate, got %d Hz; use one stream for each source"
              .formatted(from, piece.rate()));
    }
    take(piece.samples());
    heard += piece.length();
    return upTo(outputsBefore(heard - filter.reach()));
  }

  /** The rest, as if silence followed. The stream takes no more after this. */
  public Pcm end() {
    take(new short[filter.reach()]);
    return upTo(Math.max(made, (2 * heard * to + from) / (2L * from)));
  }

  /** How many outputs lie before this input sample. */
  private long outputsBefore(long input) {
    return Math.max(made, (Math.max(0, input) * to + from - 1) / from);
  }

  private void take(short[] samples) {
    forget();
    if (filled + samples.length > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(2 * kept.length, filled + samples.length));
    }
    for (short sample : samples) {
      kept[filled++] = sample;
    }
  }

  private void forget() {
    long needed = made * from / to - filter.reach();
    int useless = (int) Math.min(filled, Math.max(0, needed - start));
    System.arraycopy(kept, useless, kept, 0, filled - useless);
    filled -= useless;
    start += useless;
  }

  private Pcm upTo(long outputs) {
    short[] out = new short[Math.toIntExact(outputs - made)];
    for (int i = 0; i < out.length; i++) {
      long position = made * from;
      long whole = position / to;
      double value = filter.at(kept, (int) (whole - start), (int) (position % to));
      out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(value)));
      made++;
    }
    return new Pcm(out, to);
  }
}
