package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;

/**
 * A conversation of a suite, and how it went.
 *
 * @param name {@code servers/a-typed-turn} or {@code clients/…}
 * @param status pass, when every line was met and it was held to its end; fail, when whoever is
 *     judged did otherwise; not testable, when it could not be held; harness fault, when we broke
 * @param why in words, for all but a pass
 * @param took how long it took
 * @param trace everything that was seen; without a line when there was no connection
 * @param unmet the lines that were not met
 * @param output what the program under test printed; empty where none was started
 */
public record Held(
    String name,
    Status status,
    String why,
    Duration took,
    Trace trace,
    List<Unmet> unmet,
    String output) {
  /** A status, and why. */
  public record Verdict(Status status, String why) {}

  public Held {
    unmet = List.copyOf(unmet);
  }

  /** One that was not held. */
  public static Held not(String name, String why, Trace nothing) {
    return new Held(name, Status.NOT_TESTABLE, why, Duration.ZERO, nothing, List.of(), "");
  }
}
