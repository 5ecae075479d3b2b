package dev.soundcheck.conformance.hearing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how a stream of bytes is really spelled: read as it should be, sound is predictable where
 * it is loud; read otherwise, it is noise. Bytes that are noise however they are read have no
 * verdict.
 */
final class SpellingGuess {
  /** A multiple of the bytes of every sample. */
  static final int BLOCK = 512;

  /** So many blocks with sound are enough. */
  private static final int ENOUGH = 6;

  /** What is kept to judge by: five seconds of the usual format. */
  private static final int MOST = 512;

  private static final double QUIETEST = -48;
  private static final double BELOW_LOUDEST = 20;

  /** In dB; the numbers lie amid what was measured (docs/decisions/audio-findings.md). */
  private static final double RIGHT_AT_LEAST = 8;

  private static final double BETTER_BY = 4;

  private final Spelling declared;
  private final byte[] block = new byte[BLOCK];
  private final Map<Spelling, List<Reading>> readings = new EnumMap<>(Spelling.class);
  private int filled;

  /** A block read one way: its level in dBFS, and how predictable it is. */
  private record Reading(double level, double gain) {}

  SpellingGuess(Spelling declared) {
    this.declared = declared;
  }

  void take(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      int piece = Math.min(BLOCK - filled, bytes.length - from);
      System.arraycopy(bytes, from, block, filled, piece);
      from += piece;
      filled += piece;
      if (filled == BLOCK) {
        filled = 0;
        read();
      }
    }
  }

  /** The other spelling that it really has, as far as can be told by now. */
  Optional<Spelling> verdict() {
    Optional<Spelling> best = Optional.empty();
    double most = 0;
    for (Spelling other : Spelling.values()) {
      double better = other == declared ? 0 : better(other);
      if (better > most) {
        most = better;
        best = Optional.of(other);
      }
    }
    return best;
  }

  private void read() {
    if (blocks() == MOST) {
      readings.clear();
    }
    for (Spelling spelling : Spelling.values()) {
      short[] samples = spelling.samples(block);
      read(spelling)
          .add(new Reading(Loudness.of(samples), Predictability.of(samples, 0, samples.length)));
    }
  }

  private List<Reading> read(Spelling spelling) {
    return readings.computeIfAbsent(spelling, first -> new ArrayList<>());
  }

  private int blocks() {
    return read(declared).size();
  }

  /**
   * By how many dB another reading is better where it has sound; 0 when it is not the right one.
   */
  private double better(Spelling other) {
    List<Reading> found = read(other);
    double loudest = found.stream().mapToDouble(Reading::level).max().orElse(QUIETEST);
    double limit = Math.max(QUIETEST, loudest - BELOW_LOUDEST);
    int blocks = 0;
    double right = 0;
    double wrong = 0;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).level() >= limit) {
        blocks++;
        right += found.get(i).gain();
        wrong += read(declared).get(i).gain();
      }
    }
    boolean clear =
        blocks >= ENOUGH
            && right / blocks >= RIGHT_AT_LEAST
            && (right - wrong) / blocks >= BETTER_BY;
    return clear ? (right - wrong) / blocks : 0;
  }
}
