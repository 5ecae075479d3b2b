package dev.soundcheck.conformance.report;

import dev.soundcheck.schemas.Numbers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The members of one object of a file, each read with words for whatever is wrong with it; a
 * reading with problems goes on, with values that nobody will use.
 */
final class Members {
  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

  private final JsonNode object;
  private final String place;
  private final List<String> problems;

  /**
   * Members of an object.
   *
   * @param place where it stands: {@code report.json: checks[3]}
   */
  Members(JsonNode object, String place, List<String> problems) {
    this.object = object;
    this.place = place;
    this.problems = problems;
    if (!object.isObject()) {
      problems.add("%s: expected an object, found %s".formatted(place, shown(object)));
    }
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) {
    return object.path(name).isString()
        ? object.path(name).stringValue()
        : wrong(name, "a text", "");
  }

  int number(String name) {
    return object.path(name).isInt()
        ? object.path(name).intValue()
        : wrong(name, "a whole number", 0);
  }

  boolean flag(String name) {
    return object.path(name).isBoolean()
        ? object.path(name).booleanValue()
        : wrong(name, "true or false", false);
  }

  Duration millis(String name) {
    JsonNode value = object.path(name);
    boolean fits = Math.abs(Numbers.of(value)) < Long.MAX_VALUE / 1e6;
    return fits
        ? Duration.ofNanos(value.decimalValue().multiply(NANOS_PER_MILLI).longValue())
        : wrong(name, "milliseconds", Duration.ZERO);
  }

  Instant instant(String name) {
    try {
      return Instant.parse(object.path(name).asString(""));
    } catch (DateTimeParseException none) {
      return wrong(name, "a moment such as 2026-11-20T15:27:55Z", Instant.EPOCH);
    }
  }

  /** One of these values, which this calls. */
  <T> T one(String name, T[] values, Function<T, String> called) {
    String found = object.path(name).asString("");
    Optional<T> value =
        Arrays.stream(values).filter(one -> called.apply(one).equals(found)).findFirst();
    return value.orElseGet(
        () -> {
          String all = Arrays.stream(values).map(called).collect(Collectors.joining(", "));
          return wrong(name, "one of " + all, values[0]);
        });
  }

  Members object(String name) {
    return new Members(object.path(name), at(name), problems);
  }

  List<Members> objects(String name) {
    List<Members> all = new ArrayList<>();
    array(name)
        .forEach(
            element ->
                all.add(new Members(element, at("%s[%d]".formatted(name, all.size())), problems)));
    return all;
  }

  List<String> texts(String name) {
    List<JsonNode> all = array(name).valueStream().toList();
    return all.stream().allMatch(JsonNode::isString)
        ? all.stream().map(JsonNode::stringValue).toList()
        : wrong(name, "a list of texts", List.of());
  }

  /** Says that something is wrong with a member. */
  <T> T wrong(String name, String expected, T instead) {
    problems.add(
        "%s: expected %s, found %s".formatted(at(name), expected, shown(object.path(name))));
    return instead;
  }

  private JsonNode array(String name) {
    JsonNode value = object.path(name);
    return value.isArray() ? value : wrong(name, "a list", value);
  }

  private String at(String name) {
    return place + (place.endsWith(":") ? " " : ".") + name;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : Plain.line(value.toString(), 80);
  }
}
