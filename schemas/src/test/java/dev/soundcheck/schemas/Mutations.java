package dev.soundcheck.schemas;

import dev.soundcheck.schemas.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes members out of captured events and puts strangers in, to see whether the contract minds.
 */
final class Mutations {
  private final Map<String, Boolean> echoed = new HashMap<>();

  Mutations() {
    for (String line : Resources.lines("echoed-members.txt")) {
      String[] row = line.split("\\s+", 3);
      echoed.put(row[0] + " " + row[1], false);
    }
  }

  /** The place of every member of an event, except of what a client defines. */
  static List<Place> members(JsonNode event) {
    List<Place> members = new ArrayList<>();
    walk(event, new Place(List.of()), members, new ArrayList<>());
    return members;
  }

  /** The place of every object of an event that may not have members at will. */
  static List<Place> closedObjects(JsonNode event) {
    List<Place> objects = new ArrayList<>();
    walk(event, new Place(List.of()), new ArrayList<>(), objects);
    return objects;
  }

  private static void walk(JsonNode value, Place at, List<Place> members, List<Place> objects) {
    if (at.path().endsWith(".parameters")) {
      return; // a JSON Schema of the client
    }
    if (value.isObject() && !at.path().endsWith(".metadata")) {
      objects.add(at);
    }
    if (value.isObject()) {
      for (String name : value.propertyNames()) {
        members.add(at.member(name));
        walk(value.get(name), at.member(name), members, objects);
      }
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      List<Object> steps = new ArrayList<>(at.steps());
      steps.add(i);
      walk(value.get(i), new Place(steps), members, objects);
    }
  }

  void checkWithout(Frame frame, Place member, Set<String> wrong) {
    JsonNode event = without(frame.event(), member);
    List<Finding> findings = EventValidator.of(frame.profile()).validate(Origin.SERVER, event);
    String row = frame.type() + " " + member.path();
    boolean fine =
        echoed.replace(row, true) != null
            ? findings.isEmpty()
            : findings.size() == 1 && findings.get(0).path().equals(member.path());
    if (!fine) {
      wrong.add(frame + " without " + member.path() + ": " + findings);
    }
  }

  static void checkWithStranger(Frame frame, Place object, Set<String> wrong) {
    JsonNode event = frame.event().deepCopy();
    ((ObjectNode) object.in(event)).put("stranger", "x");
    List<Finding> findings = EventValidator.of(frame.profile()).validate(Origin.SERVER, event);
    boolean fine =
        findings.size() == 1
            && findings.get(0).kind() == Kind.UNKNOWN_MEMBER
            && findings.get(0).path().equals(object.member("stranger").path());
    if (!fine) {
      wrong.add(frame + " with a stranger in " + object.path() + ": " + findings);
    }
  }

  /** The rows that no captured frame made use of. */
  List<String> unused() {
    return echoed.entrySet().stream()
        .filter(row -> !row.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A copy of the event without this member. */
  static JsonNode without(JsonNode event, Place member) {
    JsonNode copy = event.deepCopy();
    int last = member.steps().size() - 1;
    ObjectNode parent = (ObjectNode) new Place(member.steps().subList(0, last)).in(copy);
    parent.remove((String) member.steps().get(last));
    return copy;
  }
}
