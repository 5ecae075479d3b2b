package dev.soundcheck.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Values that parsers stumble over. */
final class Oddities {
  /** As they stand in a text that is no JSON. */
  static final List<String> WORDS =
      List.of(
          "",
          "0",
          "-1",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999",
          "NaN",
          "Infinity",
          "0x10",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999999999999999",
          "0.1",
          "-0.0",
          "1.5e3",
          "null",
          "true",
          "\u0000",
          "\u0007\u001b[31m",
          "\u2028",
          "\u202e",
          "\ud83d\ude00",
          "\ud800",
          "\udc00x",
          "\ufeff",
          "\u0660\u0661",
          "\u00b2",
          "%s%n%d",
          "$1\\",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "(",
          ")*+",
          "../..",
          "9223372036854775807 s",
          "99999999999999999999 ms",
          "9223372036854 min",
          "a/b",
          "~0~1",
          "__proto__",
          "1 s",
          "\t",
          "  ",
          ",",
          ":",
          "=",
          "&",
          "%zz",
          "%",
          "#",
          "@",
          "|",
          "<a>",
          "*",
          "-");

  /** As they stand in JSON: values of every kind, some of which are none. */
  static final List<String> JSON =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999",
          "-1e-999999999",
          "NaN",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "123456789012345678901234567890123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u001b[31m\\u2028\\u202e\"",
          "\"%s%n\"",
          "\"$1\\\\\"",
          "\"9223372036854775808\"",
          "\"AAA-\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"-1000000000-01-01T00:00:00Z\"",
          "9223372036854775",
          "65535",
          "\"AAAA\"",
          "[]",
          "[null]",
          "[[]]",
          "[0,\"\",{}]",
          "{}",
          "{\"\":null}",
          "{\"__proto__\":{\"type\":1}}",
          "{\"type\":null}",
          "{\"a\\u0000\\n.b~1/c\":[{}]}",
          "{\"a\":1,\"a\":2}");

  private Oddities() {}

  static String word(SplittableRandom random) {
    return random.nextInt(30) == 0
        ? "x".repeat(1 + random.nextInt(5_000))
        : WORDS.get(random.nextInt(WORDS.size()));
  }

  static String json(SplittableRandom random) {
    return switch (random.nextInt(40)) {
      case 0 -> "\"" + "x".repeat(random.nextInt(20_000)) + "\"";
      case 1 -> nested("[", "]", random);
      case 2 -> nested("{\"a\":", "}", random);
      case 3 -> "9".repeat(1 + random.nextInt(1_200));
      default -> JSON.get(random.nextInt(JSON.size()));
    };
  }

  /** Mostly as deep as a mistake would be, sometimes deeper than any parser goes. */
  private static String nested(String open, String close, SplittableRandom random) {
    int depth = random.nextInt(random.nextInt(4) == 0 ? 3_000 : 40);
    return open.repeat(depth) + (open.equals("[") ? "" : "0") + close.repeat(depth);
  }
}
