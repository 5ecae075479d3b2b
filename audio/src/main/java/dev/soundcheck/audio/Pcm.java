package dev.soundcheck.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/**
 * Mono sound as signed 16-bit samples. The array is shared, never copied: whoever makes a {@code
 * Pcm} gives its samples away.
 *
 * @param samples amplitude, -32768..32767
 * @param rate samples per second
 */
// Equality and text go by content, below; copying the sound at each step would cost too much.
@SuppressWarnings("ArrayRecordComponent")
public record Pcm(short[] samples, int rate) {
  private static final long NANOS = 1_000_000_000L;

  /** So much silence, rounded down to whole samples, at a rate in samples per second. */
  public static Pcm silence(Duration lasting, int rate) {
    return new Pcm(new short[samplesIn(lasting, rate)], rate);
  }

  /** From signed 16-bit little-endian bytes; a last odd byte is left out. */
  public static Pcm ofLittleEndian(byte[] bytes, int rate) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Pcm(samples, rate);
  }

  /** How long so many samples last, exact to the nanosecond and rounded down. */
  public static Duration lasting(long samples, int rate) {
    return Duration.ofSeconds(samples / rate, samples % rate * NANOS / rate);
  }

  /** How many samples this much time takes, rounded down. */
  public static int samplesIn(Duration time, int rate) {
    return Math.toIntExact(time.toSeconds() * rate + time.toNanosPart() * (long) rate / NANOS);
  }

  /** Two bytes a sample, the lower first: as {@code audio/pcm} is on the wire and in a WAV file. */
  public byte[] littleEndian() {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /** How many samples it has. */
  public int length() {
    return samples.length;
  }

  /** How long it lasts at its rate. */
  public Duration duration() {
    return lasting(samples.length, rate);
  }

  /** The samples from (inclusive) to (exclusive), as a copy. */
  public Pcm slice(int from, int to) {
    return new Pcm(Arrays.copyOfRange(samples, from, to), rate);
  }

  /** This sound followed by another of the same rate. */
  public Pcm then(Pcm next) {
    if (next.rate != rate) {
      throw new IllegalArgumentException(
          "sound of %d Hz cannot follow sound of %d Hz; resample it first"
              .formatted(next.rate, rate));
    }
    short[] both = Arrays.copyOf(samples, samples.length + next.samples.length);
    System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
    return new Pcm(both, rate);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pcm that && rate == that.rate && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(samples) + rate;
  }

  @Override
  public String toString() {
    return "Pcm[%d samples, %d Hz]".formatted(samples.length, rate);
  }
}
