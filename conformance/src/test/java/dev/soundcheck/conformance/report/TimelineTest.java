package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person reads of a trace. */
final class TimelineTest {
  private final StagedTalk talk = new StagedTalk(AudioFormat.DEFAULT);

  @Test
  void sound_in_a_row_is_one_line_with_its_length() {
    for (int i = 0; i < 5; i++) {
      talk.delta("resp_1", new byte[4_800]).passes(100);
    }

    Entry sound = last();
    assertThat(sound.name()).isEqualTo("response.output_audio.delta");
    assertThat(sound.times()).isEqualTo(5);
    assertThat(sound.gist()).isEqualTo("0.50 s of sound");
    assertThat(sound.until().minus(sound.at())).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void sound_is_measured_in_the_format_of_the_session() {
    StagedTalk telephone = new StagedTalk(new AudioFormat(Encoding.PCMU, 8_000));
    telephone.delta("resp_1", new byte[4_000]);

    List<Entry> all = Timeline.of(telephone.trace(), Set.of());
    assertThat(all.get(all.size() - 1).gist()).isEqualTo("0.50 s of sound");
  }

  @Test
  void sound_by_hash_has_its_length_too() {
    List<Entry> all =
        Timeline.of(
            TraceReader.read(
                Samples.ROOT.resolve("recordings/tools/parallel-tool-calls/trace.ndjson")),
            Set.of());

    assertThat(all)
        .filteredOn(entry -> entry.kind() == Entry.Kind.SOUND)
        .extracting(Entry::gist)
        .contains("3.90 s of sound");
  }

  @Test
  void a_run_goes_on_while_the_other_side_speaks_and_ends_when_its_own_does() {
    talk.delta("resp_1", new byte[480]);
    talk.client("{'type':'response.cancel'}");
    talk.delta("resp_1", new byte[480]);
    talk.done("resp_1", "cancelled");
    talk.delta("resp_1", new byte[480]);

    assertThat(names(4))
        .containsExactly(
            "response.output_audio.delta ×2",
            "response.cancel",
            "response.done",
            "response.output_audio.delta");
  }

  @Test
  void a_marked_line_stays_a_line_of_its_own() {
    talk.delta("resp_1", new byte[480]).delta("resp_1", new byte[480]);
    int wrong = talk.line();
    talk.delta("resp_1", new byte[480]);

    List<Entry> all = Timeline.of(talk.trace(), Set.of(wrong));
    assertThat(all.subList(all.size() - 3, all.size()))
        .extracting(Entry::times)
        .containsExactly(1, 1, 1);
    assertThat(all.get(all.size() - 2).line()).isEqualTo(wrong);
  }

  @Test
  void pieces_of_text_are_joined_to_what_they_say() {
    for (String word : List.of("It ", "is ", "foggy.")) {
      talk.server("{'type':'response.output_audio_transcript.delta','delta':'%s'}".formatted(word));
    }

    assertThat(last().gist()).isEqualTo("“It is foggy.”");
  }

  @Test
  void pings_are_one_line_whatever_is_said_between_them() {
    talk.done("resp_1", "completed").server("{'type':'ping'}").server("{'type':'ping'}");

    assertThat(Timeline.of(talk.trace(), Set.of()))
        .filteredOn(entry -> entry.kind() == Entry.Kind.KEEPALIVE)
        .extracting(Entry::times)
        .containsExactly(3);
  }

  @Test
  void what_is_no_event_has_its_words() {
    List<Observed> seen = new ArrayList<>();
    seen.add(
        new Observed.Malformed(Duration.ZERO, 1, Origin.SERVER, "{\"type\":", "it ends too early"));
    seen.add(new Observed.Silence(Duration.ofSeconds(1), 1, Duration.ofSeconds(20)));
    seen.add(new Observed.Closed(Duration.ofSeconds(21), 1, Origin.SERVER, 1011, "gone"));
    Trace trace = new Trace(talk.trace().header(), seen, List.of());

    assertThat(Timeline.of(trace, Set.of()))
        .extracting(entry -> entry.name() + ": " + entry.gist())
        .containsExactly(
            "(malformed): it ends too early: {\"type\":",
            "nothing for 20.00 s: ",
            "closes: 1011 gone");
  }

  @Test
  void ids_are_shortened_and_a_megabyte_is_counted() {
    talk.server(
        "{'type':'x','item':{'id':'2f2902ce-94e5-4a17-b3e4-7d17b603f44b','type':'message'}}");
    assertThat(last().gist()).isEqualTo("item: {id: 2f2902ce…, type: message}");

    talk.server(
        "{'type':'x','a':'%s','b':'%s'}".formatted("y ".repeat(500_000), "z".repeat(1_000_000)));
    assertThat(last().gist()).hasSizeLessThan(300);
    assertThat(last().json()).hasSizeLessThan(2_000).contains("(1,000,000 characters)");
  }

  @Test
  void a_flood_is_cut_to_what_lies_around_the_findings() {
    for (int i = 0; i < 2_000; i++) {
      talk.server("{'type':'error','error':{'message':'%d'}}".formatted(i));
    }
    Set<Integer> marked = Set.of(1_500);
    List<Entry> cut = Timeline.cut(Timeline.of(talk.trace(), marked), marked, 100, 8);

    assertThat(cut).hasSizeLessThan(110);
    assertThat(cut).filteredOn(entry -> entry.line() == 1_500).hasSize(1);
    assertThat(cut)
        .filteredOn(entry -> entry.kind() == Entry.Kind.GAP)
        .extracting(Entry::times)
        .satisfies(left -> assertThat(left.stream().mapToInt(n -> n).sum()).isEqualTo(1_905));
  }

  @Test
  void what_lies_around_a_line_is_found_even_inside_a_run() {
    talk.delta("resp_1", new byte[480]).delta("resp_1", new byte[480]);
    int inside = talk.line();
    talk.done("resp_1", "completed");

    List<Entry> near = Timeline.around(Timeline.of(talk.trace(), Set.of()), inside, 1);
    assertThat(near)
        .extracting(Entry::name)
        .containsExactly("session.updated", "response.output_audio.delta", "response.done");
  }

  private Entry last() {
    List<Entry> all = Timeline.of(talk.trace(), Set.of());
    return all.get(all.size() - 1);
  }

  private List<String> names(int most) {
    List<Entry> all = Timeline.of(talk.trace(), Set.of());
    return all.subList(all.size() - most, all.size()).stream()
        .map(entry -> entry.name() + (entry.times() > 1 ? " ×" + entry.times() : ""))
        .toList();
  }
}
