package dev.soundcheck.audio;

import java.util.List;

/** Sound in a format, all of it, to be cut into messages. */
public sealed interface Encoded {
  /** How many samples, with the silence that fills up the last packet. */
  int samples();

  /**
   * 1 where a message may hold any number of samples; otherwise every message holds exactly so
   * many, and begins at a multiple of it.
   */
  int grain();

  /**
   * The message with the sound from one sample to before another.
   *
   * @throws IllegalArgumentException when these are not the bounds of a message
   * @throws IndexOutOfBoundsException when there is no such sound
   */
  byte[] slice(int from, int to);

  /** Sound that can be cut between any two samples; what nobody asks for is not encoded. */
  record Plain(AudioFormat format, Reel sound) implements Encoded {
    @Override
    public int samples() {
      return sound.length();
    }

    @Override
    public int grain() {
      return 1;
    }

    @Override
    public byte[] slice(int from, int to) {
      return format.encode(sound.slice(from, to));
    }
  }

  /**
   * Sound in packets of the same length, each a message of its own.
   *
   * @param grain samples in each packet
   */
  record Packets(List<byte[]> packets, int grain) implements Encoded {
    @Override
    public int samples() {
      return packets.size() * grain;
    }

    @Override
    public byte[] slice(int from, int to) {
      if (from % grain != 0 || to != from + grain) {
        throw new IllegalArgumentException(
            "a packet holds %d samples; %d to %d is none".formatted(grain, from, to));
      }
      return packets.get(from / grain);
    }
  }
}
