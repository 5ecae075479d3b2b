package dev.soundcheck.script;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line whose phrase is known: the line, what stands in the places of its parameters, and its
 * JSON. What is wrong with one of them is added to the mistakes, and the line goes on with a
 * stand-in.
 */
record Said(
    Line line,
    List<Argument> arguments,
    ObjectNode json,
    FeatureSource source,
    Mistakes mistakes,
    Optional<Beat> inner) {
  private static final Set<Integer> NEVER_SENT = Set.of(1004, 1005, 1006, 1015);
  private static final int LONGEST_REASON = 123;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_ -]+");

  /**
   * What stands in the place of one parameter.
   *
   * @param column of its first letter, without quotes
   */
  record Argument(Object value, long column) {}

  String text(int index) {
    return (String) arguments.get(index).value();
  }

  Duration duration(int index) {
    return (Duration) arguments.get(index).value();
  }

  /** A time in which something can happen. */
  Duration positiveDuration(int index) {
    if (duration(index).isZero()) {
      wrong(
          index,
          "expected a time longer than 0 ms, got '%s'".formatted(Spelling.shown(duration(index))));
    }
    return duration(index);
  }

  int count(int index) {
    return (Integer) arguments.get(index).value();
  }

  /** What the line that stands in this one became. */
  Beat innerBeat() {
    return inner.orElseThrow(() -> new IllegalStateException("no line in " + line));
  }

  /** The name of an event, whoever sends it. */
  String anyEvent(int index) {
    String name = text(index);
    if (EventType.named(name).isEmpty()) {
      List<String> known = Arrays.stream(EventType.values()).map(EventType::wire).toList();
      wrong(index, "expected an event, got '%s'%s".formatted(name, Hint.at(name, known)));
    }
    return name;
  }

  /** A name that something can be remembered under. */
  String newName(int index) {
    String name = text(index);
    if (!NAME.matcher(name).matches()
        || Filling.OWN.contains(name)
        || Blank.names().contains(name)) {
      wrong(
          index,
          "expected a name of letters, digits, spaces and dashes that has no meaning yet, got '%s'"
              .formatted(name));
    }
    return name;
  }

  void wrongLine(String message) {
    mistakes.add(line, message);
  }

  /** What stands there as it would be given to a fault. */
  String shown(int index) {
    Object value = arguments.get(index).value();
    return value instanceof Duration time ? FaultArgument.written(time) : value.toString();
  }

  /** A share of all connections, from 0 to 1. */
  double chance(int index) {
    double chance = (Double) arguments.get(index).value();
    if (chance > 1) {
      wrong(index, "expected a chance from 0 % to 100 %, got more");
    }
    return chance;
  }

  /** A close code that a server may send (RFC 6455 §7.4). */
  int closeCode(int index) {
    int code = (Integer) arguments.get(index).value();
    if (code < 1000 || code > 4999 || NEVER_SENT.contains(code)) {
      String allowed = "expected a code from 1000 to 4999 that may be sent";
      wrong(index, "%s, got %d".formatted(allowed, code));
    }
    return code;
  }

  /** A close reason, which has to fit into one control frame (RFC 6455 §5.5). */
  String closeReason(int index) {
    int length = text(index).getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_REASON) {
      wrong(
          index, "expected a reason of at most %d bytes, got %d".formatted(LONGEST_REASON, length));
    }
    return text(index);
  }

  boolean vad(int index) {
    return arguments.get(index).value().equals("server VAD");
  }

  /** The name of an event that this side sends. */
  String event(int index, Origin sender) {
    String name = text(index);
    Optional<EventType> type = EventType.named(name);
    if (type.isEmpty()) {
      List<String> known = names(sender);
      wrong(
          index,
          "expected an event that %ss send, got '%s'%s"
              .formatted(who(sender), name, Hint.at(name, known)));
    } else if (type.get().origin() != sender) {
      String actual = who(type.get().origin());
      wrong(
          index,
          "expected an event that %ss send, got '%s', which %ss send"
              .formatted(who(sender), name, actual));
    }
    return name;
  }

  /** The name of an event that the protocol does not have. */
  String unknownEvent(int index) {
    String name = text(index);
    if (EventType.named(name).isPresent()) {
      wrong(index, "expected an event that the protocol does not have, got '%s'".formatted(name));
    }
    return name;
  }

  /** A WAV file beside the feature, or elsewhere in the folder of the features. */
  Optional<Path> file(int index) {
    Optional<Path> found = source.sibling().apply(text(index));
    if (found.isEmpty()) {
      wrong(
          index,
          "expected a WAV file beside the feature, got '%s', which is not there or outside the folder of the features"
              .formatted(text(index)));
    }
    return found;
  }

  void wrong(int index, String message) {
    long column = arguments.get(index).column();
    mistakes.add(line.file(), line.line(), column, message);
  }

  private static String who(Origin origin) {
    return origin == Origin.CLIENT ? "client" : "server";
  }

  private static List<String> names(Origin sender) {
    return Arrays.stream(EventType.values())
        .filter(type -> type.origin() == sender)
        .map(EventType::wire)
        .toList();
  }
}
