package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written on the command line and in lines: faults, paces, tags. */
final class ExpressionFuzzTest {
  private static final List<String> FAULTS =
      Stream.concat(
              Arrays.stream(FaultKind.values()).map(FaultKind::usage),
              Stream.of(
                  "delay=800ms:5%",
                  "delay=800ms:2x@3s",
                  "close=1006@response.output_audio.delta#3",
                  "missing=item.id:50%@response.done,duplicate",
                  "status=429",
                  "clock=-1h"))
          .toList();

  private static final List<String> TAGS =
      List.of("@tools and not @slow", "(@a or @b) and not (@c or not @d)", "@a", "");

  @Test
  void every_fault_is_read_or_refused() {
    Fuzz.ofTexts("faults", Kinds.expressions(), FAULTS).runTexts(ExpressionFuzzTest::fault);
  }

  private static boolean fault(String written) {
    try {
      for (Fault fault : Fault.parse(written)) {
        assertThat(Fault.parse(fault.toString())).as(written).containsExactly(fault);
      }
      return true;
    } catch (ScriptException refused) {
      assertThat(refused.mistakes()).isNotEmpty().allMatch(one -> one.contains("expected"));
      return false;
    }
  }

  @Test
  void every_pace_is_one_or_none() {
    List<String> paces = List.of("live", "real-time", "20ms/20ms", "0.5s/1s", "1min/0ms");
    Fuzz.ofTexts("paces", Kinds.expressions(), paces)
        .runTexts(written -> Pacing.parse(written).isPresent());
  }

  @Test
  void every_expression_of_tags_is_one_or_refused() {
    Fuzz.ofTexts("tags", Kinds.expressions(), TAGS).runTexts(ExpressionFuzzTest::tags);
  }

  private static boolean tags(String written) {
    try {
      return Tags.expression(written).evaluate(List.of("@a"));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("expected an expression of tags");
      return false;
    }
  }

  @Test
  void work_grows_as_expressions_grow() {
    for (String part : List.of(",", ":", "=", "@", "x", "9", "delay=1s,")) {
      Growth.isNotQuadratic(
          "faults " + part, 4_000, length -> repeated(part, length), text -> fault(text(text)));
    }
    Growth.isNotQuadratic(
        "a path",
        4_000,
        length ->
            ("missing=response.done:a" + ".a".repeat(length)).getBytes(StandardCharsets.UTF_8),
        text -> fault(text(text)));
    for (String part : List.of("(", "not ", "@a or ", "x")) {
      Growth.isNotQuadratic(
          "tags " + part, 2_000, length -> repeated(part, length), text -> tags(text(text)));
    }
  }

  private static byte[] repeated(String part, int length) {
    return part.repeat(length / part.length()).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}
