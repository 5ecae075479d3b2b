package dev.soundcheck.server.control;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Leaves of paper for {@link Scroll}s, used again when what stands on them is forgotten. What is
 * written on them costs the garbage collector nothing, however short it is remembered
 * (docs/decisions/speed.md). Confined to the book whose leaves they are.
 */
final class Leaves {
  /** Holds a few events, or the sound of 20 ms; a session that says nothing needs two or three. */
  static final int SIZE = 2048;

  /** So many unused ones are kept: more than are given back between one event and the next. */
  private static final int SPARE = 512;

  private final Deque<byte[]> spare = new ArrayDeque<>();

  /** A leaf on which anything may stand. */
  byte[] take() {
    byte[] used = spare.poll();
    return used == null ? new byte[SIZE] : used;
  }

  /** Nobody reads this one any more. */
  void give(byte[] leaf) {
    if (spare.size() < SPARE) {
      spare.push(leaf);
    }
  }
}
