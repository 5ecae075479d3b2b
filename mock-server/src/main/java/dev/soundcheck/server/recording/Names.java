package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The ids of a recording, and who made each: the side that said it first. */
final class Names {
  /** What ids are made of: a UUID, or 32 hexadecimal digits (live-behaviour.md, "Ids"). */
  static final Pattern ATOM =
      Pattern.compile(
          "\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b|\\b[0-9a-fA-F]{32}\\b");

  /** Such members name things that are the same in every session. */
  private static final Set<String> FIXED = Set.of("voice_id", "model_id", "prompt_id");

  private static final Pattern MADE = Pattern.compile("(?=.*\\d)(?=.*\\D).{4,}|\\d{8,}");

  private final Map<String, Origin> makers = new HashMap<>();

  Names(List<Observed> seen) {
    for (Observed one : seen) {
      if (one instanceof Observed.Message message) {
        collect(message.from(), message.json());
      }
    }
  }

  /** Whether the member of an event holds an id. */
  static boolean isId(String member) {
    return !FIXED.contains(member)
        && (member.equals("id") || member.equals("rid") || member.endsWith("_id"));
  }

  Optional<Origin> maker(String id) {
    return Optional.ofNullable(makers.get(id));
  }

  private void collect(Origin from, JsonNode value) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (isId(member.getKey()) && member.getValue().isString()) {
        made(from, member.getValue().stringValue());
      } else {
        collect(from, member.getValue());
      }
    }
    if (value.isArray()) {
      value.forEach(element -> collect(from, element));
    }
  }

  /** The server's own words for "none" and "first" are no ids: they hold no digit, or only one. */
  private void made(Origin from, String id) {
    if (id.isEmpty() || (from == Origin.SERVER && !MADE.matcher(id).matches())) {
      return;
    }
    if (makers.putIfAbsent(id, from) == null) {
      atoms(id).forEach(atom -> makers.putIfAbsent(atom, from));
    }
  }

  private static Stream<String> atoms(String id) {
    Matcher matcher = ATOM.matcher(id);
    return matcher.results().map(one -> one.group());
  }
}
