package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.server.session.CalledTools;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which id of ours stands for which of a recording's. */
final class Bindings {
  private final Map<String, String> ours = new HashMap<>();

  /** Takes down the ids of an event of the recording and of ours in its place. */
  void bind(JsonNode recorded, JsonNode said) {
    if (recorded.isObject()) {
      recorded
          .properties()
          .forEach(member -> bind(member.getKey(), member.getValue(), said.path(member.getKey())));
    } else if (recorded.isArray()) {
      for (int i = 0; i < recorded.size(); i++) {
        bind(recorded.get(i), said.path(i));
      }
    }
  }

  private void bind(String key, JsonNode recorded, JsonNode said) {
    if (isId(key) && recorded.isString() && said.isString()) {
      ours.putIfAbsent(recorded.stringValue(), said.stringValue());
      if (key.equals("call_id")) {
        ours.putIfAbsent(
            CalledTools.shortened(recorded.stringValue()),
            CalledTools.shortened(said.stringValue()));
      }
    } else {
      bind(recorded, said);
    }
  }

  /** Our id for one of the recording's; ids that the client made stay. */
  String of(String recorded) {
    return ours.getOrDefault(recorded, recorded);
  }

  boolean knows(String recorded) {
    return ours.containsKey(recorded);
  }

  /** An event of the recorded client, speaking of our ids. */
  JsonNode rewritten(JsonNode event) {
    JsonNode copy = event.deepCopy();
    rewrite(copy);
    return copy;
  }

  private void rewrite(JsonNode json) {
    if (json instanceof ObjectNode object) {
      for (String key : object.propertyNames().stream().toList()) {
        JsonNode value = object.get(key);
        if (isId(key) && value.isString()) {
          object.put(key, of(value.stringValue()));
        } else {
          rewrite(value);
        }
      }
    } else if (json instanceof ArrayNode array) {
      array.forEach(this::rewrite);
    }
  }

  private static boolean isId(String key) {
    return key.equals("id") || key.endsWith("_id");
  }
}
