package dev.soundcheck.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes keys, tokens and what else is not wanted out of what is about to be written down. */
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

  /** The word for patterns of the user's own, which may themselves be telling. */
  private static final String CONFIGURED = "configured patterns";

  private static final Set<String> SECRET_MEMBERS =
      Set.of("authorization", "api-key", "api_key", "x-api-key", "client_secret");

  private final List<Pattern> patterns;

  /** Replaces what matches a pattern, beside the secrets that are known by their form. */
  Redaction(List<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** The header of a trace that this has gone over. */
  TraceHeader header(TraceHeader header) {
    List<String> kinds =
        patterns.isEmpty() || header.redacted().contains(CONFIGURED)
            ? header.redacted()
            : Stream.concat(header.redacted().stream(), Stream.of(CONFIGURED)).toList();
    return new TraceHeader(
        header.startedAt(),
        text(header.target()),
        header.profile(),
        header.tool(),
        kinds,
        header.audio());
  }

  /** The text without its secrets; the same object when it holds none. */
  String text(String text) {
    return withoutMatches(Secrets.hide(text));
  }

  /** Text that was meant to be JSON, or headers, without its secrets. */
  String broken(String text) {
    return withoutMatches(Secrets.hideInBroken(text));
  }

  private String withoutMatches(String text) {
    String clean = text;
    for (Pattern pattern : patterns) {
      clean = pattern.matcher(clean).replaceAll(Secrets.MARK);
    }
    return clean;
  }

  /** An event that may hold secrets anywhere; it is copied only when it does. */
  JsonNode event(JsonNode event) {
    if (!holdsSecrets(event)) {
      return event;
    }
    JsonNode clean = event.deepCopy();
    scrub(clean);
    return clean;
  }

  private boolean holdsSecrets(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return !text(text).equals(text);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (isHeaders(member) || isSecret(member)) {
        return true;
      }
    }
    return value.valueStream().anyMatch(this::holdsSecrets);
  }

  private void scrub(JsonNode value) {
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

  private void scrub(Map.Entry<String, JsonNode> member) {
    if (isHeaders(member) && member.getValue() instanceof ObjectNode headers) {
      headers.properties().forEach(header -> header.setValue(string(Secrets.MARK)));
    } else if (isSecret(member)) {
      member.setValue(string(Secrets.MARK));
    } else if (member.getValue().isString()) {
      member.setValue(string(text(member.getValue().stringValue())));
    } else {
      scrub(member.getValue());
    }
  }

  private void scrub(ArrayNode array, int index) {
    JsonNode element = array.get(index);
    if (element.isString()) {
      array.set(index, text(element.stringValue()));
    } else {
      scrub(element);
    }
  }

  private static boolean isSecret(Map.Entry<String, JsonNode> member) {
    return !member.getValue().isNull()
        && !member.getValue().isObject()
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
