package dev.soundcheck.conformance.rule;

import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One change of a trace. The kinds are listed in README.md beside the cases. */
record Edit(JsonNode row) {
  /** Changes what was seen. */
  void apply(List<Observed> seen) {
    if (row.has("drop")) {
      seen.remove(index(seen, "drop"));
    } else if (row.has("drop-all")) {
      seen.removeIf(one -> name(one).equals(row.path("drop-all").stringValue()));
    } else if (row.has("repeat")) {
      seen.add(index(seen, "repeat") + 1, moved(seen.get(index(seen, "repeat")), Duration.ZERO));
    } else if (row.has("move")) {
      Observed one = seen.remove(index(seen, "move"));
      int place = place(seen);
      Observed there = seen.get(Math.max(0, Math.min(place, seen.size()) - 1));
      seen.add(place, at(one, there.at()));
    } else if (row.has("insert")) {
      insert(seen);
    } else if (row.has("set")) {
      change(seen, "set", (json, pointer) -> set(json, pointer, row.path("to")));
    } else if (row.has("remove")) {
      change(seen, "remove", Edit::remove);
    } else if (row.has("cut")) {
      seen.subList(index(seen, "cut") + 1, seen.size()).clear();
    } else if (row.has("delay")) {
      delay(seen);
    } else if (row.has("sound")) {
      sound(seen);
    } else {
      throw new AssertionError("no such edit: " + row);
    }
  }

  private interface Change {
    void make(ObjectNode json, JsonPointer pointer);
  }

  private void change(List<Observed> seen, String kind, Change change) {
    int index = index(seen, kind);
    Observed.Message old = (Observed.Message) seen.get(index);
    ObjectNode json = (ObjectNode) old.json().deepCopy();
    change.make(json, JsonPointer.compile(row.path("at").stringValue()));
    seen.set(index, message(old, old.at(), json, old.hashed()));
  }

  private static void set(ObjectNode json, JsonPointer pointer, JsonNode value) {
    JsonNode owner = json.at(pointer.head());
    if (owner instanceof ArrayNode list) {
      int place = pointer.last().getMatchingIndex();
      if (place < list.size()) {
        list.set(place, value);
      } else {
        list.add(value);
      }
    } else {
      JsonNode object = owner.isObject() ? owner : json.withObject(pointer.head());
      ((ObjectNode) object).set(pointer.last().getMatchingProperty(), value);
    }
  }

  private static void remove(ObjectNode json, JsonPointer pointer) {
    JsonNode owner = json.at(pointer.head());
    if (owner instanceof ArrayNode list) {
      list.remove(pointer.last().getMatchingIndex());
    } else {
      ((ObjectNode) owner).remove(pointer.last().getMatchingProperty());
    }
  }

  /** What is inserted is said at the time of what stands before it, or {@code later} ms later. */
  private void insert(List<Observed> seen) {
    int place = place(seen);
    Observed before = seen.get(Math.max(0, place - 1));
    Duration at = before.at().plusMillis(row.path("later").asLong(0));
    JsonNode json = row.path("insert");
    Origin from =
        Origin.valueOf(row.path("from").asString("server").toUpperCase(java.util.Locale.ROOT));
    int connection = row.path("connection").asInt(before.connection());
    Observed one;
    if (json.has("close")) {
      one = new Observed.Closed(at, connection, from, json.path("close").intValue(), "");
    } else if (json.has("binary")) {
      one = new Observed.Binary(at, connection, from, new byte[json.path("binary").intValue()]);
    } else if (json.has("malformed")) {
      String text = json.path("malformed").stringValue();
      one = new Observed.Malformed(at, connection, from, text, "no JSON");
    } else {
      one =
          new Observed.Message(
              at, connection, from, json.path("type").asString(""), json.deepCopy());
    }
    seen.add(place, one);
  }

  /** This and all that comes after it is so many milliseconds later, or earlier. */
  private void delay(List<Observed> seen) {
    Duration by = Duration.ofMillis(row.path("by").longValue());
    for (int i = index(seen, "delay"); i < seen.size(); i++) {
      seen.set(i, moved(seen.get(i), by));
    }
  }

  /** As if this carried so many bytes of sound. */
  private void sound(List<Observed> seen) {
    int index = index(seen, "sound");
    Observed.Message old = (Observed.Message) seen.get(index);
    String member = old.json().has("audio") ? "/audio" : "/delta";
    Map<String, AudioDigest> hashed = new HashMap<>(old.hashed());
    hashed.put(member, new AudioDigest(row.path("bytes").intValue(), "0".repeat(64)));
    seen.set(index, message(old, old.at(), old.json(), hashed));
  }

  private int place(List<Observed> seen) {
    if (row.has("after")) {
      return index(seen, "after") + 1;
    }
    if (row.has("before")) {
      return index(seen, "before");
    }
    return row.has("first") ? 0 : seen.size();
  }

  /** The {@code n}th of a name, {@code name#n}; counted from the end where it is negative. */
  private int index(List<Observed> seen, String member) {
    String[] parts = row.path(member).stringValue().split("#", 2);
    List<Integer> places =
        java.util.stream.IntStream.range(0, seen.size())
            .filter(i -> name(seen.get(i)).equals(parts[0]))
            .boxed()
            .toList();
    int wanted = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
    int place = wanted > 0 ? wanted - 1 : places.size() + wanted;
    if (place < 0 || place >= places.size()) {
      throw new AssertionError("%s: there are %d of them".formatted(row, places.size()));
    }
    return places.get(place);
  }

  private static String name(Observed one) {
    if (one instanceof Observed.Message message) {
      return message.type();
    }
    return one instanceof Observed.Closed ? "(closed)" : "(other)";
  }

  private static Observed moved(Observed one, Duration by) {
    return at(one, one.at().plus(by));
  }

  private static Observed at(Observed one, Duration at) {
    if (one instanceof Observed.Message message) {
      return message(message, at, message.json(), message.hashed());
    }
    if (one instanceof Observed.Closed closed) {
      return new Observed.Closed(
          at, closed.connection(), closed.from(), closed.code(), closed.reason());
    }
    if (one instanceof Observed.Binary binary) {
      return new Observed.Binary(
          at, binary.connection(), binary.from(), binary.bytes(), binary.hashed());
    }
    return one;
  }

  private static Observed message(
      Observed.Message old, Duration at, JsonNode json, Map<String, AudioDigest> hashed) {
    JsonNode plain = Json.parse(json.toString()).orElseThrow();
    return new Observed.Message(
        at, old.connection(), old.from(), plain.path("type").asString(""), plain, hashed);
  }
}
