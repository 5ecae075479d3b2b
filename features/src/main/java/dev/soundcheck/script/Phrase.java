package dev.soundcheck.script;

import io.cucumber.cucumberexpressions.Expression;
import java.util.function.Function;

/**
 * A row of the table of phrases.
 *
 * @param side whose line it is
 * @param expression as a Cucumber expression; one that ends in {@code with} is followed by JSON
 * @param example the phrase as somebody would write it
 * @param meaning what it is for, in one line
 * @param beat what it becomes
 */
record Phrase(
    Side side, Expression expression, String example, String meaning, Function<Said, Beat> beat) {
  static Phrase of(
      Side side, String expression, String example, String meaning, Function<Said, Beat> beat) {
    return new Phrase(side, Parameters.expression(expression), example, meaning, beat);
  }

  String source() {
    return expression.getSource();
  }

  /** Whether another line stands in it, at its end. */
  boolean takesLine() {
    return source().endsWith("{line}");
  }

  boolean takesTable() {
    return source().endsWith(" for each of");
  }

  boolean takesJson() {
    return source().endsWith(" with");
  }
}
