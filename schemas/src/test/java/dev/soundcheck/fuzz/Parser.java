package dev.soundcheck.fuzz;

/** Whatever reads an input. */
@FunctionalInterface
public interface Parser {
  /**
   * Reads an input, which may be anything.
   *
   * @return whether it was taken; false when it was refused as the parser promises to
   * @throws Exception when it was neither: what the parser does not promise to throw
   */
  boolean takes(byte[] input) throws Exception;
}
