package dev.soundcheck.conformance.rehearsal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client under test: a command, or somebody who starts it by hand. */
public interface TestedClient {
  /** What it is called in reports. */
  String name();

  /**
   * It is to play its part now.
   *
   * @throws UnstartableException when it cannot, now or later
   */
  Attempt begin(Cue cue) throws UnstartableException;

  /** One part that it plays. */
  interface Attempt extends AutoCloseable {
    /**
     * How it ended by itself: its exit status, or nothing where nobody can say. Not completed while
     * it runs, or when it is ended from outside.
     */
    CompletableFuture<Optional<Integer>> ended();

    /** What it printed so far. */
    String output();

    /** Ends it and all that it started; nothing is left running when this returns. */
    @Override
    void close();
  }

  /** It cannot be started at all. */
  final class UnstartableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, and what to do. */
    public UnstartableException(String why) {
      super(why);
    }
  }
}
