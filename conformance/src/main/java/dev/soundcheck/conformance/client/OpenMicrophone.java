package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;

/**
 * A microphone at which somebody sits, asked every tenth of a second by the client's thread, which
 * it must not hold up.
 */
public interface OpenMicrophone {
  /**
   * What was recorded since it was last asked, at any rate that never changes; without samples when
   * nothing was. Sound recorded before the session was ready is not asked for and must not pile up.
   */
  Pcm recorded();

  /**
   * Whether the person has the word, where turns are ended by hand: what is recorded meanwhile is
   * one turn, and its end commits it. Where the server ends turns nobody asks.
   */
  default boolean held() {
    return true;
  }

  /** Whether the person wants to go; then the client ends the conversation. */
  boolean over();
}
