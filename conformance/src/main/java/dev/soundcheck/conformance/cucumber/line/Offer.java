package dev.soundcheck.conformance.cucumber.line;

import io.cucumber.core.backend.StepDefinition;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A role that suites can ask for.
 *
 * @param wanted whether a suite with these packages among its glue asks for it
 * @param other who has to meet the lines of the other role, in one word
 * @param world what step classes of the suite can take, one for each scenario
 * @param actor the one of the scenario that runs
 * @param more steps beside those of the language
 */
public record Offer(
    Predicate<List<String>> wanted,
    String other,
    Class<?> world,
    Supplier<Actor> actor,
    List<StepDefinition> more) {
  public Offer {
    more = List.copyOf(more);
  }
}
