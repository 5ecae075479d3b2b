package dev.soundcheck.audio;

import java.util.Arrays;
import java.util.List;

/** Sound in a format, all of it, to be cut into messages. */
public final class Encoded {
  private final int samples;
  private final int grain;
  private final List<byte[]> packets;
  private final int bytesPerSample;

  private Encoded(int samples, int grain, List<byte[]> packets, int bytesPerSample) {
    this.samples = samples;
    this.grain = grain;
    this.packets = packets;
    this.bytesPerSample = bytesPerSample;
  }

  /** Sound that can be cut between any two samples. */
  static Encoded plain(byte[] bytes, int bytesPerSample) {
    return new Encoded(bytes.length / bytesPerSample, 1, List.of(bytes), bytesPerSample);
  }

  /** Sound in packets of the same length, each a message of its own. */
  static Encoded inPackets(List<byte[]> packets, int samplesInEach) {
    return new Encoded(packets.size() * samplesInEach, samplesInEach, packets, 0);
  }

  /** How many samples, with the silence that fills up the last packet. */
  public int samples() {
    return samples;
  }

  /**
   * 1 where a message may hold any number of samples; otherwise every message holds exactly so
   * many, and begins at a multiple of it.
   */
  public int grain() {
    return grain;
  }

  /**
   * The message with the sound from one sample to before another.
   *
   * @throws IllegalArgumentException when these are not the bounds of a message
   */
  public byte[] slice(int from, int to) {
    if (grain == 1) {
      return Arrays.copyOfRange(packets.get(0), from * bytesPerSample, to * bytesPerSample);
    }
    if (from % grain != 0 || to != from + grain) {
      throw new IllegalArgumentException(
          "a packet holds %d samples; %d to %d is none".formatted(grain, from, to));
    }
    return packets.get(from / grain);
  }
}
