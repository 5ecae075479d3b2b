package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How long a scenario lets its session last (live-behaviour.md 5.2). What it leaves open is the
 * server's to decide.
 *
 * @param most from its opening; at its end stands an error {@code max_duration}
 * @param quiet without anything from the client; at its end stands an error {@code timeout}
 */
public record Endurance(Optional<Duration> most, Optional<Duration> quiet) {
  /** The scenario says nothing about it. */
  public static final Endurance OPEN = new Endurance(Optional.empty(), Optional.empty());

  static Endurance atMost(Duration most) {
    return new Endurance(Optional.of(most), Optional.empty());
  }

  static Endurance quietFor(Duration quiet) {
    return new Endurance(Optional.empty(), Optional.of(quiet));
  }

  /** Both as one; where both say something the later one counts. */
  Endurance and(Endurance later) {
    return new Endurance(later.most.or(() -> most), later.quiet.or(() -> quiet));
  }

  /** The limit whose end this error is, where it is set. */
  Optional<Duration> endedBy(JsonNode error) {
    return Stream.of("/error/type", "/error/code", "/code")
        .map(place -> error.at(place).asString(""))
        .flatMap(type -> limit(type).stream())
        .findFirst();
  }

  private Optional<Duration> limit(String type) {
    return switch (type) {
      case "max_duration" -> most;
      case "timeout" -> quiet;
      default -> Optional.empty();
    };
  }
}
