package dev.soundcheck.server.store;

import dev.soundcheck.script.Program;
import java.util.Optional;

/**
 * Names a part of a scenario of several connections to a server that has the same features.
 *
 * @param scenario the name of the whole
 * @param after how many parts come after it
 */
public record Sequel(String scenario, int after) {
  /** The name of this part. */
  public static Sequel of(Program part) {
    int after = 0;
    for (Optional<Program> next = part.sequel(); next.isPresent(); next = next.get().sequel()) {
      after++;
    }
    return new Sequel(part.name(), after);
  }

  /** The part that is named, of its whole; empty when the whole has no such part. */
  public Optional<Program> in(Program whole) {
    Optional<Program> part = Optional.of(whole);
    while (part.isPresent() && of(part.get()).after() != after) {
      part = part.get().sequel();
    }
    return part;
  }
}
