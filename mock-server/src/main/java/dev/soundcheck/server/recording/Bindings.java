package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.session.Ids;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What recorded ids are called this time. A server's are made anew and a client's learned from what
 * it sends; a client keeps its own and learns the server's. Safe for use by many threads: the
 * connections of one conversation share them.
 */
final class Bindings {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{7,}");
  private static final int SHORTEST = 12;

  private final Origin own;
  private final Names names;
  private final Ids ids;
  private final Map<String, String> live = new HashMap<>();

  Bindings(Origin own, Names names, Ids ids) {
    this.own = own;
    this.names = names;
    this.ids = ids;
  }

  /** A recorded event as it is said this time; a new one, the recorded one stays as it is. */
  synchronized JsonNode now(String type, JsonNode recorded) {
    JsonNode copy = recorded.deepCopy();
    rename(copy, Sound.carriedBy(type));
    return copy;
  }

  /** Running text with the ids in it as they are called this time. */
  synchronized String nowText(String recorded) {
    return WORD.matcher(recorded)
        .replaceAll(word -> Matcher.quoteReplacement(inText(word.group())));
  }

  /** Whether some recorded id is called this. */
  synchronized boolean knows(String id) {
    return live.containsValue(id);
  }

  /**
   * The other side says this where the recording has that.
   *
   * @return what was expected instead, when an id stands for something else already
   */
  synchronized Optional<String> meet(String recorded, String said) {
    boolean learn = names.maker(recorded).filter(maker -> maker != own).isPresent();
    if (learn && !live.containsKey(recorded)) {
      live.put(recorded, said);
      return Optional.empty();
    }
    String expected = id(recorded);
    return expected.equals(said) ? Optional.empty() : Optional.of(expected);
  }

  private void rename(JsonNode value, boolean sound) {
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(renamed(member.getKey(), member.getValue(), sound));
      }
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, renamed("", array.get(i), sound));
      }
    }
  }

  private JsonNode renamed(String member, JsonNode value, boolean sound) {
    if (!value.isString()) {
      rename(value, sound);
      return value;
    }
    String text = value.stringValue();
    String now =
        Names.isId(member)
            ? id(text)
            : sound && (member.equals("audio") || member.equals("delta")) ? text : nowText(text);
    return now.equals(text) ? value : Json.mapper().getNodeFactory().stringNode(now);
  }

  private String id(String recorded) {
    String known = live.get(recorded);
    if (known != null) {
      return known;
    }
    if (names.maker(recorded).isEmpty() || own == Origin.CLIENT) {
      return recorded;
    }
    String fresh = fresh(recorded);
    live.put(recorded, fresh);
    return fresh;
  }

  private String inText(String word) {
    if (names.maker(word).isPresent() && word.chars().anyMatch(Character::isDigit)) {
      return id(word);
    }
    return Names.ATOM.matcher(word).replaceAll(atom -> id(atom.group()));
  }

  /** Of the same form: what was a UUID is one, what had a prefix keeps it. */
  private String fresh(String recorded) {
    if (Names.ATOM.matcher(recorded).matches()) {
      return recorded.indexOf('-') >= 0 ? ids.uuid() : ids.hex();
    }
    if (Names.ATOM.matcher(recorded).find()) {
      return Names.ATOM.matcher(recorded).replaceAll(atom -> id(atom.group()));
    }
    int head = Math.max(recorded.lastIndexOf('_'), recorded.lastIndexOf('-')) + 1;
    StringBuilder tail = new StringBuilder(ids.hex());
    while (tail.length() < recorded.length() - head) {
      tail.append(ids.hex());
    }
    return recorded.substring(0, head)
        + tail.substring(0, Math.max(SHORTEST, recorded.length() - head));
  }
}
