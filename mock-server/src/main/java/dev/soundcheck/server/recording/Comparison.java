package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.server.recording.Deviation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds an event against the recorded one; ids are learned on the way. */
final class Comparison {
  /** How closely. */
  enum Depth {
    /** Only whether ids stand for the same things. */
    IDS,
    /** Also which members there are. */
    KEYS,
    /** Also their values. */
    VALUES
  }

  /** One difference, with the place of it. */
  record Difference(Kind kind, String words) {}

  /** They say when something happened or carry sound, and are never the same twice. */
  private static final Set<String> NEVER_THE_SAME =
      Set.of("timestamp", "ts", "latency", "expires_at", "audio_duration_ms");

  private final Bindings bindings;
  private final Depth depth;
  private final List<Difference> found = new ArrayList<>();

  private Comparison(Bindings bindings, Depth depth) {
    this.bindings = bindings;
    this.depth = depth;
  }

  static List<Difference> of(Bindings bindings, Depth depth, JsonNode recorded, JsonNode said) {
    Comparison comparison = new Comparison(bindings, depth);
    comparison.compare("$", recorded, said);
    return List.copyOf(comparison.found);
  }

  private void compare(String path, JsonNode recorded, JsonNode said) {
    if (recorded.isObject() && said.isObject()) {
      members(path, recorded, said);
    } else if (recorded.isArray() && said.isArray()) {
      elements(path, recorded, said);
    } else if (!same(recorded, said)) {
      differs(Depth.VALUES, Kind.VALUE, path, recorded.toString(), said.toString());
    }
  }

  private void members(String path, JsonNode recorded, JsonNode said) {
    for (Map.Entry<String, JsonNode> member : recorded.properties()) {
      String name = member.getKey();
      JsonNode there = said.get(name);
      if (there == null) {
        missing(path + "." + name, name);
      } else if (Names.isId(name) && member.getValue().isString() && there.isString()) {
        id(path + "." + name, member.getValue().stringValue(), there.stringValue());
      } else if (!NEVER_THE_SAME.contains(name)) {
        compare(path + "." + name, member.getValue(), there);
      }
    }
    for (String name : said.propertyNames()) {
      if (!recorded.has(name) && !Names.isId(name)) {
        differs(Depth.KEYS, Kind.KEYS, path + "." + name, "no such member", "one");
      }
    }
  }

  /** A client that names nothing itself says the same as one that does. */
  private void missing(String path, String name) {
    if (!name.equals("event_id")) {
      differs(Depth.KEYS, Kind.KEYS, path, "such a member", "none");
    }
  }

  private void elements(String path, JsonNode recorded, JsonNode said) {
    if (recorded.size() != said.size()) {
      differs(
          Depth.VALUES,
          Kind.VALUE,
          path,
          recorded.size() + " elements",
          String.valueOf(said.size()));
    }
    for (int i = 0; i < Math.min(recorded.size(), said.size()); i++) {
      compare(path + "[" + i + "]", recorded.get(i), said.get(i));
    }
  }

  private void id(String path, String recorded, String said) {
    bindings
        .meet(recorded, said)
        .ifPresent(
            expected ->
                found.add(
                    new Difference(
                        Kind.VALUE,
                        "at %s expected the id %s, found %s".formatted(path, expected, said))));
  }

  private void differs(Depth from, Kind kind, String path, String expected, String said) {
    if (depth.compareTo(from) >= 0) {
      found.add(
          new Difference(
              kind, "at %s expected %s, found %s".formatted(path, cut(expected), cut(said))));
    }
  }

  private boolean same(JsonNode recorded, JsonNode said) {
    if (recorded.isNumber() && said.isNumber()) {
      return Numbers.same(recorded, said);
    }
    return (recorded.isString() && said.isString())
        ? bindings.nowText(recorded.stringValue()).equals(said.stringValue())
        : recorded.equals(said);
  }

  private static String cut(String value) {
    return value.length() > 80 ? value.substring(0, 79) + "…" : value;
  }
}
