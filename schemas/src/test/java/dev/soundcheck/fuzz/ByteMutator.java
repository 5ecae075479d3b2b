package dev.soundcheck.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Knows nothing of what bytes mean: flips, cuts, doubles, splices and overwrites them. */
public final class ByteMutator implements Mutator {
  /** A part that is doubled may be repeated so often that this many bytes result, and no more. */
  private static final int MOST_REPEATED = 2_000;

  private static final byte[] EDGES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xc0, (byte) 0xff};

  @Override
  public byte[] spoil(byte[] input, byte[] other, SplittableRandom random) {
    if (input.length == 0) {
      return other.clone();
    }
    return switch (random.nextInt(6)) {
      case 0 -> flipped(input, random);
      case 1 -> Arrays.copyOf(input, random.nextInt(input.length));
      case 2 -> without(input, random);
      case 3 -> repeated(input, random);
      case 4 -> spliced(input, other, random);
      default -> overwritten(input, random);
    };
  }

  private static byte[] flipped(byte[] input, SplittableRandom random) {
    byte[] copy = input.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] overwritten(byte[] input, SplittableRandom random) {
    byte[] copy = input.clone();
    int from = random.nextInt(copy.length);
    int to = Math.min(copy.length, from + 1 + random.nextInt(8));
    Arrays.fill(copy, from, to, EDGES[random.nextInt(EDGES.length)]);
    return copy;
  }

  private static byte[] without(byte[] input, SplittableRandom random) {
    int from = random.nextInt(input.length);
    int to = from + random.nextInt(input.length - from) + 1;
    return joined(Arrays.copyOf(input, from), Arrays.copyOfRange(input, to, input.length));
  }

  private static byte[] repeated(byte[] input, SplittableRandom random) {
    int from = random.nextInt(input.length);
    int length = Math.min(input.length - from, 1 + random.nextInt(64));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, from + length);
    int most = 1 + random.nextInt(random.nextInt(8) == 0 ? MOST_REPEATED / length : 4);
    for (int i = 0; i < most; i++) {
      out.write(input, from, length);
    }
    out.write(input, from + length, input.length - from - length);
    return out.toByteArray();
  }

  private static byte[] spliced(byte[] input, byte[] other, SplittableRandom random) {
    int from = random.nextInt(other.length + 1);
    return joined(
        Arrays.copyOf(input, random.nextInt(input.length)),
        Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
