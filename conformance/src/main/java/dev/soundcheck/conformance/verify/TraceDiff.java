package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.verify.Alignment.Pair;
import dev.soundcheck.conformance.verify.Difference.Kind;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The structural difference of two recordings: which events in which order, their members and the
 * members' order, the kinds of values, and the values that have to be equal (decisions.md, last
 * section). Each side of each connection is compared for itself, because who speaks first when both
 * speak at once is chance.
 */
public final class TraceDiff {
  private final Trace left;
  private final Trace right;
  private final Tolerances tolerances;
  private final Names names = new Names();
  private final List<Step> steps = new ArrayList<>();

  private TraceDiff(Trace left, Trace right, Tolerances tolerances) {
    this.left = left;
    this.right = right;
    this.tolerances = tolerances;
  }

  /** Compares what both sides said. */
  public static Comparison of(Trace left, Trace right, Tolerances tolerances) {
    return of(left, right, tolerances, Set.of(Origin.values()));
  }

  /** Compares what these sides said. */
  public static Comparison of(Trace left, Trace right, Tolerances tolerances, Set<Origin> sides) {
    TraceDiff diff = new TraceDiff(left, right, tolerances);
    int connections = Math.max(connections(left), connections(right));
    for (int connection = 1; connection <= connections; connection++) {
      for (Origin side : Origin.values()) {
        if (sides.contains(side)) {
          diff.compare(side, connection);
        }
      }
      diff.compareEnds(connection);
    }
    return new Comparison(diff.steps);
  }

  private void compare(Origin side, int connection) {
    List<Unit> one = Units.of(left, side, connection, tolerances.wordsCompared());
    List<Unit> other = Units.of(right, side, connection, tolerances.wordsCompared());
    for (Pair pair : Alignment.of(types(one), types(other))) {
      if (pair.right() == Pair.NONE) {
        add(side, connection, one.get(pair.left()), Kind.ONLY_LEFT);
      } else if (pair.left() == Pair.NONE) {
        add(side, connection, other.get(pair.right()), Kind.ONLY_RIGHT);
      } else {
        Unit unit = one.get(pair.left());
        Unit match = other.get(pair.right());
        steps.add(
            new Step(
                side,
                connection,
                unit.type(),
                OptionalInt.of(unit.line()),
                OptionalInt.of(match.line()),
                differences(unit, match)));
      }
    }
  }

  /** In a run the first is like the first, and all the others are like each other. */
  private List<Difference> differences(Unit one, Unit other) {
    List<Difference> all =
        new ArrayList<>(
            Structure.differences(
                tolerances, Optional.of(names), one.type(), one.first(), other.first()));
    one.later()
        .ifPresent(
            later ->
                other.rest().stream()
                    .flatMap(frame -> unnamed(one.type(), later, frame))
                    .filter(difference -> !all.contains(difference))
                    .forEach(all::add));
    return all;
  }

  private Stream<Difference> unnamed(String event, JsonNode one, JsonNode other) {
    return Structure.differences(tolerances, Optional.empty(), event, one, other).stream();
  }

  /** A recording may stop before its last connection does, so only ends that both have count. */
  private void compareEnds(int connection) {
    Optional<Integer> one = close(left, connection);
    Optional<Integer> other = close(right, connection);
    boolean bothEnded =
        (one.isPresent() || connection < connections(left))
            && (other.isPresent() || connection < connections(right));
    if (!bothEnded || (one.isEmpty() && other.isEmpty())) {
      return;
    }
    String code = one.map(String::valueOf).orElse("");
    String otherCode = other.map(String::valueOf).orElse("");
    List<Difference> differences =
        code.equals(otherCode)
            ? List.of()
            : List.of(new Difference(Kind.VALUE, "/code", code, otherCode));
    steps.add(
        new Step(
            Origin.SERVER,
            connection,
            "(closed)",
            closeLine(left, connection),
            closeLine(right, connection),
            differences));
  }

  private void add(Origin side, int connection, Unit unit, Kind kind) {
    boolean isLeft = kind == Kind.ONLY_LEFT;
    String what = unit.type();
    steps.add(
        new Step(
            side,
            connection,
            what,
            isLeft ? OptionalInt.of(unit.line()) : OptionalInt.empty(),
            isLeft ? OptionalInt.empty() : OptionalInt.of(unit.line()),
            List.of(new Difference(kind, "", isLeft ? what : "", isLeft ? "" : what))));
  }

  private static Optional<Integer> close(Trace trace, int connection) {
    OptionalInt line = closeLine(trace, connection);
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(((Observed.Closed) trace.seen().get(line.getAsInt() - 2)).code());
  }

  private static OptionalInt closeLine(Trace trace, int connection) {
    for (int i = 0; i < trace.seen().size(); i++) {
      Observed seen = trace.seen().get(i);
      if (seen instanceof Observed.Closed && seen.connection() == connection) {
        return OptionalInt.of(i + 2);
      }
    }
    return OptionalInt.empty();
  }

  private static int connections(Trace trace) {
    return trace.seen().stream().mapToInt(Observed::connection).max().orElse(0);
  }

  private static List<String> types(List<Unit> units) {
    return units.stream().map(Unit::type).toList();
  }
}
