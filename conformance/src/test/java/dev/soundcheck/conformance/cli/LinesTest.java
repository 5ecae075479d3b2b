package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.report.Columns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines on a terminal and elsewhere. */
final class LinesTest {
  private static final Duration AT = Duration.ofMillis(1500);
  private static final String WORDS =
      "It is foggy and twelve degrees in Paris, and nobody knows how long that will last.";

  private final StringWriter out = new StringWriter();

  @Test
  void what_is_piped_is_whole_and_plain() {
    Lines lines = new Lines(new PrintWriter(out), false, 40);
    lines.growing(AT, Lines.Tone.SERVER, "assistant", "It is");
    lines.status("meters");
    lines.whole(AT, Lines.Tone.SERVER, "assistant", WORDS);
    lines.end();

    assertThat(out).hasToString("    1.50  assistant  " + WORDS + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 40, 59, 60, 80, 120})
  void no_line_is_wider_than_the_terminal(int columns) {
    Screen screen = new Screen(columns);
    Lines lines = new Lines(new PrintWriter(out), true, columns);
    lines.growing(AT, Lines.Tone.CLIENT, "heard", WORDS);
    lines.growing(AT, Lines.Tone.SERVER, "assistant", WORDS);
    lines.status("x".repeat(lines.room()));
    lines.whole(AT, Lines.Tone.CLIENT, "heard", WORDS);
    lines.whole(AT, Lines.Tone.SERVER, "assistant", "東京".repeat(40));
    lines.end();
    screen.print(out.toString());

    assertThat(screen.wrapped()).isZero();
    assertThat(String.join("", screen.lines()).replace(" ", ""))
        .contains(WORDS.replace(" ", ""), "東京".repeat(40))
        .doesNotContain("x");
  }

  /** Both sides may speak at once; each line stays until it is done. */
  @Test
  void lines_grow_beside_each_other_and_the_status_stays_below() {
    Screen screen = new Screen(80);
    Lines lines = new Lines(new PrintWriter(out), true, 80);
    lines.status("meters");
    lines.growing(AT, Lines.Tone.CLIENT, "heard", "What");
    lines.growing(AT, Lines.Tone.SERVER, "assistant", "It");
    lines.growing(AT, Lines.Tone.CLIENT, "heard", "What is");
    lines.whole(AT, Lines.Tone.SERVER, "assistant", "It is.");
    lines.whole(AT, Lines.Tone.DIM, "closed", "1000");
    screen.print(out.toString());

    assertThat(screen.lines())
        .containsExactly(
            "    1.50  assistant  It is.",
            "    1.50  closed     1000",
            "    1.50  heard      What is",
            "meters");
    lines.end();
    screen = new Screen(80);
    screen.print(out.toString());
    assertThat(screen.lines())
        .containsExactly(
            "    1.50  assistant  It is.",
            "    1.50  closed     1000",
            "    1.50  heard      What is");
  }

  /** A server chooses these words: they must not steer somebody's terminal. */
  @Test
  void words_cannot_steer_the_terminal() {
    Lines lines = new Lines(new PrintWriter(out), false, 80);
    lines.whole(AT, Lines.Tone.SERVER, "assistant", "a\u001b[2Jb\nc\u0007\u202Ed");

    assertThat(out.toString().strip()).isEqualTo("1.50  assistant  a\uFFFD[2Jb c\uFFFD\uFFFDd");
  }

  @Test
  void columns_are_counted_as_terminals_do() {
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
    assertThat(Columns.of("東京 🙂")).isEqualTo(7);
    assertThat(Columns.end("hello", 5)).isEqualTo("hello");
    assertThat(Columns.end("hello", 4)).isEqualTo("…llo");
    assertThat(Columns.beginning("hello", 4)).isEqualTo("hel…");
    assertThat(Columns.beginning("東京都", 4)).isEqualTo("東…");
    assertThat(Columns.wrapped("one two three", 7)).isEqualTo(List.of("one two", "three"));
    assertThat(Columns.wrapped("onetwothree", 4)).isEqualTo(List.of("onet", "woth", "ree"));
    assertThat(Columns.wrapped("東", 1)).isEqualTo(List.of("東", ""));
  }
}
