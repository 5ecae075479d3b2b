package dev.soundcheck.conformance.tool;

/** A program that was not started; it says which, why, and what to do. Nothing of it is running. */
public final class UnstartableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnstartableException(String why) {
    super(why);
  }
}
