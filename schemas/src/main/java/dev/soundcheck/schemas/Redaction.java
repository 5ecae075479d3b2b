package dev.soundcheck.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes keys and tokens out of events that are about to be written down. */
final class Redaction {
  /** What is replaced, in the words of a trace's header. */
  static final List<String> KINDS =
      List.of(
          "authorization and api-key members",
          "header values",
          "client secrets",
          "API keys",
          "bearer tokens",
          "keys and tokens in addresses");

  private static final Set<String> SECRET_MEMBERS =
      Set.of("authorization", "api-key", "api_key", "x-api-key", "client_secret");

  private Redaction() {}

  /** An event that may hold secrets anywhere; it is copied only when it does. */
  static JsonNode event(JsonNode event) {
    if (!holdsSecrets(event)) {
      return event;
    }
    JsonNode clean = event.deepCopy();
    scrub(clean);
    return clean;
  }

  private static boolean holdsSecrets(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return !Secrets.hide(text).equals(text);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (isHeaders(member) || isSecret(member)) {
        return true;
      }
    }
    return value.valueStream().anyMatch(Redaction::holdsSecrets);
  }

  private static void scrub(JsonNode value) {
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        scrub(member);
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        scrub(array, i);
      }
    }
  }

  private static void scrub(Map.Entry<String, JsonNode> member) {
    if (isHeaders(member) && member.getValue() instanceof ObjectNode headers) {
      headers.properties().forEach(header -> header.setValue(string(Secrets.MARK)));
    } else if (isSecret(member)) {
      member.setValue(string(Secrets.MARK));
    } else if (member.getValue().isString()) {
      member.setValue(string(Secrets.hide(member.getValue().stringValue())));
    } else {
      scrub(member.getValue());
    }
  }

  private static void scrub(ArrayNode array, int index) {
    JsonNode element = array.get(index);
    if (element.isString()) {
      array.set(index, Secrets.hide(element.stringValue()));
    } else {
      scrub(element);
    }
  }

  private static boolean isSecret(Map.Entry<String, JsonNode> member) {
    return member.getValue().isString()
        && SECRET_MEMBERS.contains(member.getKey().toLowerCase(Locale.ROOT));
  }

  /** The headers that a client has the service send to an MCP server. */
  private static boolean isHeaders(Map.Entry<String, JsonNode> member) {
    return member.getKey().equals("headers") && member.getValue().isObject();
  }

  private static JsonNode string(String text) {
    return Json.mapper().getNodeFactory().stringNode(text);
  }
}
