package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.verify.Difference.Kind;
import dev.soundcheck.conformance.verify.Tolerance.May;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares two events member by member; the members' order counts. */
final class Structure {
  private static final int LONGEST = 80;

  private final Tolerances tolerances;
  private final Optional<Names> names;
  private final String event;
  private final List<Difference> found = new ArrayList<>();

  private Structure(Tolerances tolerances, Optional<Names> names, String event) {
    this.tolerances = tolerances;
    this.names = names;
    this.event = event;
  }

  /**
   * What is different.
   *
   * @param names the names met so far; empty when names are not followed
   */
  static List<Difference> differences(
      Tolerances tolerances, Optional<Names> names, String event, JsonNode left, JsonNode right) {
    Structure structure = new Structure(tolerances, names, event);
    structure.compare(List.of(), left, right);
    return structure.found;
  }

  private void compare(List<String> path, JsonNode left, JsonNode right) {
    Optional<May> may = tolerances.at(event, path);
    if (!sameKind(left, right, may.isPresent())) {
      add(Kind.VALUE_TYPE, path, show(left), show(right));
    } else if (may.isPresent()) {
      compareTolerantly(may.get(), path, left, right);
    } else if (left.isObject()) {
      compareMembers(path, left, right);
    } else if (left.isArray()) {
      compareElements(path, left, right);
    } else if (!left.equals(right)) {
      add(Kind.VALUE, path, show(left), show(right));
    }
  }

  private void compareTolerantly(May may, List<String> path, JsonNode left, JsonNode right) {
    if (may == May.RENAME && left.isString() && names.isPresent()) {
      if (!names.get().same(left.stringValue(), right.stringValue())) {
        add(Kind.NAME, path, show(left), show(right));
      }
    }
  }

  private void compareMembers(List<String> path, JsonNode left, JsonNode right) {
    Set<String> both = new LinkedHashSet<>(left.propertyNames());
    both.retainAll(right.propertyNames());
    for (String name : left.propertyNames()) {
      if (!right.has(name)) {
        add(Kind.MEMBER_ONLY_LEFT, under(path, name), show(left.get(name)), "");
      }
    }
    for (String name : right.propertyNames()) {
      if (!left.has(name)) {
        add(Kind.MEMBER_ONLY_RIGHT, under(path, name), "", show(right.get(name)));
      }
    }
    List<String> order = List.copyOf(both);
    List<String> other = right.propertyNames().stream().filter(both::contains).toList();
    if (!order.equals(other)) {
      add(Kind.MEMBER_ORDER, path, String.join(", ", order), String.join(", ", other));
    }
    both.forEach(name -> compare(under(path, name), left.get(name), right.get(name)));
  }

  private void compareElements(List<String> path, JsonNode left, JsonNode right) {
    if (left.size() != right.size()) {
      add(Kind.LENGTH, path, show(left), show(right));
    }
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      compare(under(path, String.valueOf(i)), left.get(i), right.get(i));
    }
  }

  /** On the wire 1 and 1.0 are two things to many readers; where values are free they are one. */
  private static boolean sameKind(JsonNode left, JsonNode right, boolean free) {
    return left.getNodeType() == right.getNodeType()
        && (free || left.isIntegralNumber() == right.isIntegralNumber());
  }

  private void add(Kind kind, List<String> path, String left, String right) {
    StringBuilder pointer = new StringBuilder();
    path.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    found.add(new Difference(kind, pointer.toString(), left, right));
  }

  private static List<String> under(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static String show(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
