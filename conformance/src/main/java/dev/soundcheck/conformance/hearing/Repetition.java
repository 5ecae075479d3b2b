package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;
import java.util.Arrays;

/** Tells when a message has the same sound as the one before it. */
final class Repetition {
  private static final int LEAST_MILLIS = 10;
  private static final double SILENT = -60;

  /** In dB; a steady tone is like itself however it is cut. */
  private static final double STEADY = 50;

  private byte[] before = {};

  boolean again(byte[] bytes, Pcm sound) {
    boolean same = bytes.length > 0 && Arrays.equals(bytes, before);
    before = bytes;
    return same
        && sound.duration().toMillis() >= LEAST_MILLIS
        && Loudness.of(sound) >= SILENT
        && Predictability.of(sound.samples(), 0, sound.length()) < STEADY;
  }
}
