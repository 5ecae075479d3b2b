package dev.soundcheck.conformance.selftest;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Which events a habit is about, and what it makes of them. */
final class Events {
  private static final AtomicInteger FRESH = new AtomicInteger();

  private Events() {}

  /** Those of these kinds. */
  static Predicate<ObjectNode> event(String... types) {
    List<String> wanted = List.of(types);
    return event -> wanted.contains(event.path("type").asString(""));
  }

  /** Those whose names begin like this. */
  static Predicate<ObjectNode> named(String beginning) {
    return event -> event.path("type").asString("").startsWith(beginning);
  }

  /** Those with this text at this place. */
  static Predicate<ObjectNode> with(String pointer, String text) {
    return event -> event.at(pointer).asString("").equals(text);
  }

  /** Of these the first one alone, on one connection. */
  static Predicate<ObjectNode> first(Predicate<ObjectNode> wanted) {
    return nth(1, wanted);
  }

  /** Of these the one with this number, from 1 on, on one connection. */
  static Predicate<ObjectNode> nth(int number, Predicate<ObjectNode> wanted) {
    AtomicInteger met = new AtomicInteger();
    return event -> wanted.test(event) && met.incrementAndGet() == number;
  }

  /** All but the first of these, on one connection. */
  static Predicate<ObjectNode> later(Predicate<ObjectNode> wanted) {
    AtomicInteger met = new AtomicInteger();
    return event -> wanted.test(event) && met.incrementAndGet() > 1;
  }

  /** Puts this text at a place of which all but the last step is there. */
  static Consumer<ObjectNode> put(String pointer, String text) {
    return event -> owner(event, pointer).put(last(pointer), text);
  }

  /** Puts this number there. */
  static Consumer<ObjectNode> put(String pointer, long number) {
    return event -> owner(event, pointer).put(last(pointer), number);
  }

  /** Adds to the number that is there. */
  static Consumer<ObjectNode> add(String pointer, double more) {
    return event -> {
      double sum = event.at(pointer).doubleValue() + more;
      if (event.at(pointer).isIntegralNumber()) {
        owner(event, pointer).put(last(pointer), Math.round(sum));
      } else {
        owner(event, pointer).put(last(pointer), sum);
      }
    };
  }

  /** Takes away what is there. */
  static Consumer<ObjectNode> remove(String pointer) {
    return event -> owner(event, pointer).remove(last(pointer));
  }

  /** The same event, said again: only its own id is another. */
  static ObjectNode again(ObjectNode event) {
    ObjectNode again = event.deepCopy();
    return again.has("event_id") ? again.put("event_id", fresh()) : again;
  }

  /** An id that nothing has yet. */
  static String fresh() {
    return "fresh-" + FRESH.incrementAndGet();
  }

  private static ObjectNode owner(ObjectNode event, String pointer) {
    return (ObjectNode) event.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }
}
