package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides what the client says next. Sees all that happens, in order; called by one thread. */
public interface Mind {
  /** What it wants now that this was seen. */
  Wish see(Seen seen, Situation situation);

  /**
   * Whether it goes by what is heard at its end: it is asked again when an answer was played to its
   * end, and what somebody broke into is truncated to what was played of it.
   */
  default boolean listens() {
    return false;
  }

  /** Whether somebody at the headset's microphone is to be heard from now on. */
  default boolean open() {
    return false;
  }

  /**
   * Who decides when the connection broke and the client has dialled again; empty when there is
   * nothing left to do, or nobody knows how to go on.
   */
  default Optional<Mind> afterDrop() {
    return Optional.empty();
  }

  /** Who decides once the client has come back for the conversation; empty when it stays away. */
  default Optional<Mind> sequel() {
    return Optional.empty();
  }

  /**
   * How things stand between the two sides.
   *
   * @param speaking words are still going out
   * @param quiet nobody speaks, and the server owes nothing that it was asked for
   * @param answering the server has begun an answer that is not over
   * @param listening an answer is being played, or about to be
   * @param played how much was played of the answers to the current turn
   */
  record Situation(
      boolean speaking, boolean quiet, boolean answering, boolean listening, Duration played) {
    /** Whether an answer to the current turn is heard, or was. */
    boolean heardSome() {
      return listening || !played.isZero();
    }
  }

  /**
   * What a mind wants.
   *
   * @param acts what to do now, in order
   * @param wakeAt when it wants to see {@link Seen.Passed}, if at all
   * @param waitsFor what it waits for, in words
   * @param unmet lines that were not met
   * @param over whether the conversation is done
   */
  record Wish(
      List<Act> acts, Optional<Duration> wakeAt, String waitsFor, List<Unmet> unmet, boolean over) {
    public Wish {
      acts = List.copyOf(acts);
      unmet = List.copyOf(unmet);
    }
  }
}
