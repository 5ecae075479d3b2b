package dev.soundcheck.script;

import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** What may stand in the places of phrases, each kind defined once. */
final class Parameters {
  /** Possessive, because what may go back needs a stack as deep as the text is long. */
  private static final String QUOTED = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";

  private static final BigDecimal NANOS_OF_MS = BigDecimal.valueOf(1_000_000L);
  private static final BigDecimal NANOS_OF_S = BigDecimal.valueOf(1_000_000_000L);

  private static final ExpressionFactory FACTORY = new ExpressionFactory(registry());

  private Parameters() {}

  static Expression expression(String source) {
    return FACTORY.createExpression(source);
  }

  private static ParameterTypeRegistry registry() {
    var registry = new ParameterTypeRegistry(Locale.ENGLISH);
    for (String quoted : new String[] {"words", "name", "event", "file", "fault"}) {
      registry.defineParameterType(type(quoted, QUOTED, String.class, Parameters::unescaped));
    }
    registry.defineParameterType(
        type(
            "duration",
            "(\\d{1,7}(?:\\.\\d{1,3})?) ?(ms|s)",
            Duration.class,
            Parameters::duration));
    registry.defineParameterType(type("path", QUOTED, String.class, Parameters::unescaped));
    registry.defineParameterType(type("line", "(.+)", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type("count", "(\\d{1,4})", Integer.class, groups -> Integer.valueOf(groups[0])));
    registry.defineParameterType(
        type("code", "(\\d{4})", Integer.class, groups -> Integer.valueOf(groups[0])));
    registry.defineParameterType(type("status", "(\\d{3})", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type("size", "(\\d{1,9} ?(?:KiB|MiB|B)?)", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type("shift", "(-?\\d{1,7} ?(?:ms|s|min|h))", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type(
            "chance",
            "(\\d{1,3}(?:\\.\\d{1,4})?) ?%",
            Double.class,
            groups -> Double.valueOf(groups[0]) / 100));
    registry.defineParameterType(
        type("turns", "(server VAD|manual turns)", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type("keys", "\"([0-9*#]{1,32})\"", String.class, groups -> groups[0]));
    registry.defineParameterType(
        type("search", "(the web|X|files)", String.class, groups -> searchType(groups[0])));
    return registry;
  }

  private static <T> ParameterType<T> type(
      String name, String pattern, Class<T> kind, CaptureGroupTransformer<T> transformer) {
    return new ParameterType<>(name, pattern, kind, transformer, false, false);
  }

  private static String searchType(String where) {
    return switch (where) {
      case "the web" -> "web_search";
      case "X" -> "x_search";
      default -> "file_search";
    };
  }

  private static String unescaped(String... groups) {
    return groups[0].replaceAll("\\\\(.)", "$1");
  }

  private static Duration duration(String... groups) {
    BigDecimal unit = groups[1].equals("ms") ? NANOS_OF_MS : NANOS_OF_S;
    return Duration.ofNanos(new BigDecimal(groups[0]).multiply(unit).longValue());
  }
}
