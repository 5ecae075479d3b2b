package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.Origin;
import java.util.List;
import java.util.OptionalInt;

/**
 * One place in a comparison of two recordings.
 *
 * @param side who said it
 * @param connection which connection, counted from 1
 * @param event the event's name
 * @param left its line in the first trace, if it is there
 * @param right its line in the second
 * @param differences what is not the same; empty when all is
 */
public record Step(
    Origin side,
    int connection,
    String event,
    OptionalInt left,
    OptionalInt right,
    List<Difference> differences) {
  public Step {
    differences = List.copyOf(differences);
  }

  /** Whether both recordings have the same here. */
  public boolean equal() {
    return differences.isEmpty();
  }
}
