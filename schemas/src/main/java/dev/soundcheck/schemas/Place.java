package dev.soundcheck.schemas;

import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in an event: the names and indexes that lead to it from the root.
 *
 * @param steps a {@code String} for each member, an {@code Integer} for each element
 */
record Place(List<Object> steps) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");

  Place {
    steps = List.copyOf(steps);
  }

  static Place of(NodePath path) {
    List<Object> steps = new ArrayList<>(path.getNameCount());
    for (int i = 0; i < path.getNameCount(); i++) {
      steps.add(path.getElement(i));
    }
    return new Place(steps);
  }

  /** The place of a member of what is here. */
  Place member(String name) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(name);
    return new Place(longer);
  }

  /** Takes the member that stands here out of its object; does nothing where there is none. */
  void removeFrom(JsonNode root) {
    int last = steps.size() - 1;
    JsonNode owner = new Place(steps.subList(0, last)).in(root);
    if (owner instanceof ObjectNode object && steps.get(last) instanceof String name) {
      object.remove(name);
    }
  }

  /** The value here; a missing node when there is none. */
  JsonNode in(JsonNode root) {
    JsonNode value = root;
    for (Object step : steps) {
      value = step instanceof Integer index ? value.path(index) : value.path((String) step);
    }
    return value;
  }

  /** The place as a JSON path, such as {@code $.session.tools[0].name}. */
  String path() {
    StringBuilder path = new StringBuilder("$");
    for (Object step : steps) {
      if (step instanceof Integer) {
        path.append('[').append(step).append(']');
      } else if (PLAIN.matcher((String) step).matches()) {
        path.append('.').append(step);
      } else {
        path.append('[').append(Words.quoted((String) step)).append(']');
      }
    }
    return path.toString();
  }
}
