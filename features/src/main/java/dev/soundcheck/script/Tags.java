package dev.soundcheck.script;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;

/** Expressions that choose by tags. */
final class Tags {
  private Tags() {}

  static Expression expression(String written) {
    try {
      return TagExpressionParser.parse(written);
    } catch (TagExpressionException wrong) {
      throw new IllegalArgumentException(
          "expected an expression of tags such as '@tools and not @slow', got '%s': %s"
              .formatted(written, wrong.getMessage()),
          wrong);
    }
  }
}
