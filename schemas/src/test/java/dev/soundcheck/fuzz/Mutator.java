package dev.soundcheck.fuzz;

import java.util.SplittableRandom;

/** One way to spoil an input. The same random numbers spoil it in the same way. */
@FunctionalInterface
public interface Mutator {
  /**
   * A spoiled copy of an input.
   *
   * @param input is not changed
   * @param other another input of the same kind, to take parts from
   */
  byte[] spoil(byte[] input, byte[] other, SplittableRandom random);
}
