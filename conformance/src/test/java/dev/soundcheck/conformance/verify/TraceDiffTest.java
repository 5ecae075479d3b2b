package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.verify.Difference.Kind;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the same in two recordings: decisions.md, last section. */
class TraceDiffTest {
  private static final Tolerances TABLE = Tolerances.builtIn();

  @Test
  void a_recording_equals_itself() {
    assertThat(LiveSessions.files())
        .isNotEmpty()
        .map(file -> Import.read(file, "test"))
        .allSatisfy(
            trace -> {
              Comparison comparison = TraceDiff.of(trace, trace, TABLE.comparingWords());
              assertThat(comparison.different()).isEmpty();
              assertThat(comparison.compared()).isGreaterThan(15);
              assertThat(comparison.score()).endsWith("frames equal (100.0 %)");
            });
  }

  @Test
  void a_run_of_audio_deltas_counts_as_one_wherever_its_transcript_stands() {
    String first = "{type: response.output_audio.delta, latency: '1', delta: AA==}";
    String delta = "{type: response.output_audio.delta, delta: AAA=}";
    String words = "{type: response.output_audio_transcript.delta, delta: Hello}";

    Comparison comparison =
        compare(server(first, words, delta, delta), server(first, delta, words));

    assertThat(comparison.different()).isEmpty();
    assertThat(comparison.compared()).isEqualTo(2);
  }

  @Test
  void every_delta_of_a_run_is_looked_at() {
    String first = "{type: response.output_audio.delta, latency: '1', delta: AA==}";
    String delta = "{type: response.output_audio.delta, delta: AAA=}";
    String odd = "{type: response.output_audio.delta, delta: AAA=, surprise: 1}";

    assertThat(kinds(compare(server(first, delta), server(first, delta, odd))))
        .containsExactly(Kind.MEMBER_ONLY_RIGHT);
  }

  @Test
  void later_keep_alives_come_by_the_clock_and_break_no_run() {
    String delta = "{type: response.output_audio.delta, delta: AAA=}";
    String ping = "{type: ping, timestamp: 1}";

    assertThat(compare(server(ping, delta, ping, delta), server(ping, delta, delta)).different())
        .isEmpty();
    assertThat(kinds(compare(server(ping, delta), server(ping, delta, "{type: ping, t: 1}"))))
        .containsExactly(Kind.MEMBER_ONLY_LEFT, Kind.MEMBER_ONLY_RIGHT);
  }

  @Test
  void an_event_that_is_missing_or_more_is_named_with_its_line() {
    Comparison comparison =
        compare(server("{type: a}", "{type: b}", "{type: c}"), server("{type: a}", "{type: c}"));

    assertThat(comparison.different())
        .containsExactly(
            new Step(
                Origin.SERVER,
                1,
                "b",
                OptionalInt.of(3),
                OptionalInt.empty(),
                List.of(new Difference(Kind.ONLY_LEFT, "", "b", ""))));
    assertThat(comparison.score()).isEqualTo("2 of 3 frames equal (66.6 %)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1, b: 2 | b: 2, a: 1 | MEMBER_ORDER | ''",
        "a: {b: 1} | a: {} | MEMBER_ONLY_LEFT | /a/b",
        "a: {} | a: {b: 1} | MEMBER_ONLY_RIGHT | /a/b",
        "a: 1 | a: '1' | VALUE_TYPE | /a",
        "a: 1 | a: 1.0 | VALUE_TYPE | /a",
        "a: null | a: x | VALUE_TYPE | /a",
        "a: [{b: 1}] | a: [{b: 2}] | VALUE | /a/0/b",
        "a: [1] | a: [1, 2] | LENGTH | /a"
      })
  void what_is_different_is_named_with_its_place(
      String left, String right, Kind kind, String path) {
    Comparison comparison =
        compare(server("{type: x, " + left + "}"), server("{type: x, " + right + "}"));

    assertThat(comparison.different())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.differences())
                    .singleElement()
                    .extracting(Difference::kind, Difference::path)
                    .containsExactly(kind, path));
  }

  @Test
  void names_may_be_others_but_stand_for_the_same_throughout() {
    String[] left = {
      "{type: conversation.item.added, item: {id: a}, previous_item_id: null}",
      "{type: conversation.item.added, item: {id: b}, previous_item_id: a}"
    };
    String[] renamed = {
      left[0].replace("a}", "x}"), left[1].replace("b}", "y}").replace(": a}", ": x}")
    };
    String[] mixed = {renamed[0], renamed[1].replace(": x}", ": y}")};

    assertThat(compare(server(left), server(renamed)).different()).isEmpty();
    assertThat(kinds(compare(server(left), server(mixed)))).containsExactly(Kind.NAME);
  }

  @Test
  void words_are_compared_only_when_both_sides_were_given_them() {
    Trace one = server("{type: response.output_audio_transcript.done, transcript: Hello}");
    Trace other = server("{type: response.output_audio_transcript.done, transcript: Hi}");

    assertThat(TraceDiff.of(one, other, TABLE).different()).isEmpty();
    assertThat(kinds(TraceDiff.of(one, other, TABLE.comparingWords()))).containsExactly(Kind.VALUE);
  }

  @Test
  void one_side_can_be_compared_alone_and_who_spoke_first_is_chance() {
    Trace one = cassette("received {type: a}", "sent {type: b}", "received {type: c}");
    Trace other = cassette("sent {type: other}", "received {type: a}", "received {type: c}");

    assertThat(TraceDiff.of(one, other, TABLE, Set.of(Origin.SERVER)).different()).isEmpty();
    assertThat(kinds(TraceDiff.of(one, other, TABLE)))
        .containsExactlyInAnyOrder(Kind.ONLY_LEFT, Kind.ONLY_RIGHT);
  }

  @Test
  void ends_count_when_both_recordings_go_as_far() {
    Trace open = cassette("received {type: a}");
    Trace closed = cassette("received {type: a}", "close 1000");
    Trace broken = cassette("received {type: a}", "close 1011");

    assertThat(compare(open, closed).different()).isEmpty();
    assertThat(kinds(compare(closed, broken))).containsExactly(Kind.VALUE);
  }

  @Test
  void an_event_in_the_midst_of_thousands_costs_one_difference() {
    String[] many =
        Stream.iterate(0, i -> i + 1)
            .limit(5_000)
            .map(i -> "{type: e%d}".formatted(i % 7))
            .toArray(String[]::new);
    String[] more =
        Stream.concat(
                Stream.concat(Arrays.stream(many, 0, 2_000), Stream.of("{type: strange}")),
                Arrays.stream(many, 2_000, 5_000))
            .toArray(String[]::new);

    assertThat(kinds(compare(server(many), server(more)))).containsExactly(Kind.ONLY_RIGHT);
  }

  @Test
  void rows_that_are_no_list_are_none() {
    assertThatThrownBy(() -> Tolerances.read("t.yaml", "tolerances: {a: b}"))
        .isInstanceOf(ImportException.class)
        .hasMessage("t.yaml: expected rows under \"tolerances\", found none");
  }

  @Test
  void every_row_of_the_table_has_a_reason_and_an_event_of_the_protocol() {
    assertThat(TABLE.rows())
        .hasSizeGreaterThan(20)
        .allSatisfy(row -> assertThat(row.because()).hasSizeGreaterThan(10));
    assertThat(TABLE.rows().stream().flatMap(row -> row.events().stream()).distinct())
        .allSatisfy(
            event ->
                assertThat(event.equals("*") || EventType.named(event).isPresent())
                    .as(event)
                    .isTrue());
  }

  private static Comparison compare(Trace left, Trace right) {
    return TraceDiff.of(left, right, TABLE);
  }

  private static List<Kind> kinds(Comparison comparison) {
    return comparison.different().stream()
        .flatMap(step -> step.differences().stream())
        .map(Difference::kind)
        .toList();
  }

  private static Trace server(String... events) {
    return cassette(Arrays.stream(events).map("received "::concat).toArray(String[]::new));
  }

  private static Trace cassette(String... lines) {
    return Import.read(
        "c.yaml",
        Arrays.stream(lines)
            .map(TraceDiffTest::interaction)
            .collect(Collectors.joining("\n", "version: 1\ninteractions:\n", "\n")),
        "test");
  }

  private static String interaction(String line) {
    String[] parts = line.split(" ", 2);
    return parts[0].equals("close")
        ? "- {kind: close, code: %s}".formatted(parts[1])
        : "- {kind: message, direction: %s, data: %s}".formatted(parts[0], parts[1]);
  }
}
