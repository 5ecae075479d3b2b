package dev.soundcheck.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where places stand in one document, for sorting. Each object is gone through once, however many
 * places are in it.
 */
final class DocumentOrder {
  private final JsonNode root;
  private final IdentityHashMap<JsonNode, Map<String, Integer>> positions = new IdentityHashMap<>();

  DocumentOrder(JsonNode root) {
    this.root = root;
  }

  /** One number for each step of a place; what is missing comes after its siblings. */
  List<Integer> of(Place place) {
    List<Integer> order = new ArrayList<>(place.steps().size());
    JsonNode value = root;
    for (Object step : place.steps()) {
      order.add(step instanceof Integer index ? index : position(value, (String) step));
      value = step instanceof Integer index ? value.path(index) : value.path((String) step);
    }
    return order;
  }

  private int position(JsonNode object, String name) {
    return positions
        .computeIfAbsent(object, DocumentOrder::positions)
        .getOrDefault(name, object.size());
  }

  private static Map<String, Integer> positions(JsonNode object) {
    Map<String, Integer> positions = new HashMap<>();
    object.propertyNames().forEach(name -> positions.put(name, positions.size()));
    return positions;
  }
}
