package dev.soundcheck.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Takes the beginning of a file for little-endian numbers: sizes, rates and codes. */
public final class FieldMutator implements Mutator {
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    3,
    4,
    7,
    8,
    16,
    17,
    255,
    256,
    0x7FFF,
    0x8000,
    0xFFFF,
    0xFFFE,
    0x7FFF_FFFFL,
    0x8000_0000L,
    0xFFFF_FFFEL,
    0xFFFF_FFFFL,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1
  };

  private final int header;

  /**
   * Of files of a kind.
   *
   * @param header how many bytes from the beginning are taken for numbers
   */
  public FieldMutator(int header) {
    this.header = header;
  }

  @Override
  public byte[] spoil(byte[] input, byte[] other, SplittableRandom random) {
    int width = 2 << random.nextInt(3);
    int places = Math.min(header, input.length) - width;
    if (places < 0) {
      return other.clone();
    }
    byte[] copy = input.clone();
    int at = random.nextInt(places + 1) & -2;
    ByteBuffer field = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).position(at);
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    long near = number + random.nextInt(3) - 1;
    switch (width) {
      case 2 -> field.putShort((short) near);
      case 4 -> field.putInt((int) near);
      default -> field.putLong(near);
    }
    return copy;
  }
}
