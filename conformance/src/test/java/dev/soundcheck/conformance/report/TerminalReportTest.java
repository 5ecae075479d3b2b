package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.suite.Results;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Results on a terminal. */
final class TerminalReportTest {
  private static final String PAGE = "out/server/index.html";

  @Test
  void the_sections_are_a_table_without_columns_for_what_does_not_occur() {
    assertThat(text(plain(Samples.fine(), 90)))
        .startsWith(
            """
            server ws://127.0.0.1:8765/v1/realtime
            profile live, requirements 2026-09, 2 conversations in 58.1 s

              section      met  n/a
              session        4    ·
              responses      7    ·
              turns          4    ·
              tools          3    ·
              audio          4    ·
              keepalive      1    ·
              resumption     ·    1
              all           23    1
            """);
  }

  @Test
  void a_finding_has_the_words_the_source_the_place_and_the_trace_around_it() {
    assertThat(text(plain(Samples.failing(), 96)))
        .contains(
            """
            fails     audio/no-audio-after-cancel (must)
                      No sound of a response comes later than 500 ms after the client cancelled it.
            source    live-behaviour.md 1.3/4, events.yaml client_events.session.update
            in        servers/the-user-breaks-into-an-answer, line 50, at 4.52 s: server
                      response.output_audio.delta
            expected  silence soon after response.cancel
            found     0.20 s of sound, 900 ms later

                time  client                                      server
                2.72                                              response.output_audio_transcript.delta ×9…
                2.72                                              response.output_audio.delta ×9  1.80 s of…
                3.62  response.cancel
                3.68                                              response.done  response: {id: resp_1, sta…
            >   4.52                                              response.output_audio.delta  0.20 s of so…
                4.82  closes  1000 bye
            """
                .indent(0));
  }

  @Test
  void only_the_first_finding_has_its_trace() {
    assertThat(plain(Samples.failing(), 96))
        .filteredOn(line -> line.contains("time  client"))
        .hasSize(1);
  }

  @Test
  void what_is_no_finding_about_the_target_stands_apart() {
    assertThat(text(plain(Samples.failing(), 110)))
        .contains(
            "Harness faults: ours, not the target's\n  levels-are-even: ",
            "Stale: met, though the file of what is known to fail has it\n  status-details-are-told: ",
            "Known failing: not met, and written down\n  items-are-chained: since June; ticket 412");
  }

  @Test
  void it_ends_with_how_it_went_and_what_to_do() {
    List<String> failing = plain(Samples.failing(), 200);
    assertThat(failing.subList(failing.size() - 2, failing.size()))
        .containsExactly(
            "20 of 28 requirements are met; 2 fail, 1 not testable, 1 harness fault, 1 stale, 1 warning, 1 note, 1 known failing.",
            "This one alone: --only audio/no-audio-after-cancel. Both sides, with their sound: out/server/index.html");

    List<String> fine =
        TerminalReport.lines(Samples.fine(), new Look(false, 200, Optional.empty()));
    assertThat(fine.subList(fine.size() - 2, fine.size()))
        .containsExactly(
            "All 23 requirements are met.",
            "For a page with both sides and their sound, add --report DIR.");
  }

  @Test
  void colours_are_for_terminals() {
    assertThat(text(plain(Samples.failing(), 96))).doesNotContain("\u001b");
    List<String> coloured =
        TerminalReport.lines(Samples.failing(), new Look(true, 96, Optional.of(PAGE)));
    assertThat(text(coloured)).contains("\u001b[31;1m");
    assertThat(text(coloured).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(text(plain(Samples.failing(), 96)));
  }

  @Test
  void lines_fit_the_terminal_whatever_the_words_are() {
    for (int columns : new int[] {60, 80, 132}) {
      assertThat(plain(Hostile.results(), columns))
          .allSatisfy(
              line -> {
                assertThat(Columns.of(line)).isLessThanOrEqualTo(columns);
                assertThat(line.chars()).noneMatch(Character::isISOControl);
                assertThat(line).doesNotContain("\u202E", "\u2066", "\u200F");
              });
    }
  }

  private static List<String> plain(Results results, int columns) {
    return TerminalReport.lines(results, new Look(false, columns, Optional.of(PAGE)));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
