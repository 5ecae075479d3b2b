package dev.soundcheck.schemas;

import dev.soundcheck.schemas.Wording.Located;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Puts the findings of one event in order, one for each place. */
final class Findings {
  private Findings() {}

  private record Ranked(List<Integer> order, Finding finding) {}

  /** In document order; of several about one place the first, since they have one cause. */
  static List<Finding> inOrder(List<Located> located, JsonNode event) {
    if (located.size() == 1) {
      return List.of(located.get(0).finding());
    }
    Set<Place> places = new HashSet<>();
    DocumentOrder order = new DocumentOrder(event);
    return located.stream()
        .filter(one -> places.add(one.place()))
        .map(one -> new Ranked(order.of(one.place()), one.finding()))
        .sorted(Comparator.comparing(Ranked::order, Findings::compare))
        .map(Ranked::finding)
        .toList();
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int difference = Integer.compare(left.get(i), right.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
