package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.verify.Remark.Level;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recordings against the contract. Each rule is shown by spoiling a captured session
 * (live-sessions), which is fine as it is.
 */
class VerifierTest {
  @Test
  void every_live_session_is_fine() {
    assertThat(LiveSessions.files())
        .isNotEmpty()
        .map(file -> Import.read(file, "test"))
        .allSatisfy(
            trace -> assertThat(Verifier.verify(trace, trace.header().profile())).isEmpty());
  }

  /** live-behaviour.md 2.2: without the one, the other has nothing to stand in. */
  @ParameterizedTest
  @CsvSource({
    "session.created, the-greeting-comes-first",
    "response.created, output-stays-inside-its-response",
    "response.output_item.added, parts-stay-inside-their-item",
    "response.output_item.done, items-stay-inside-their-response",
    "response.content_part.added, deltas-stay-inside-their-part"
  })
  void a_session_without_one_of_its_brackets_is_broken(String event, String rule) {
    assertThat(rules(without(event))).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "response.done, each-response-ends-once",
    "response.output_item.added, items-stay-inside-their-response",
    "response.output_item.done, items-stay-inside-their-response",
    "response.content_part.added, parts-stay-inside-their-item",
    "response.output_audio.done, an-item-ends-in-order"
  })
  void a_bracket_that_comes_twice_is_broken(String event, String rule) {
    assertThat(rules(changed(seen -> twice(seen, event)))).contains(rule);
  }

  /** live-behaviour.md 2.2, steps 9 to 12. */
  @ParameterizedTest
  @CsvSource({
    "response.output_audio_transcript.done, an-item-ends-in-order",
    "response.content_part.done, an-item-ends-in-order",
    "response.output_audio.done, parts-stay-inside-their-item",
    "response.output_item.done, nothing-comes-after-response-done"
  })
  void ends_that_come_in_another_order_are_broken(String event, String rule) {
    assertThat(rules(changed(seen -> swapWithNext(seen, event)))).contains(rule);
  }

  /** What may still have come is not missed. */
  @ParameterizedTest
  @ValueSource(strings = {"response.created", "response.content_part.added"})
  void a_recording_may_stop_in_the_middle(String last) {
    assertThat(rules(changed(seen -> cutAfter(seen, last)))).isEmpty();
  }

  @Test
  void speech_does_not_stop_that_did_not_start() {
    Trace spoken = session("audio-in-server-vad-turn");

    assertThat(
            rules(
                new Trace(
                    spoken.header(),
                    spoken.seen().stream()
                        .filter(not("input_audio_buffer.speech_started"))
                        .toList(),
                    List.of())))
        .containsExactly("speech-starts-before-it-stops");
  }

  /** live-behaviour.md 1.7: the captures hold to these sums. */
  @ParameterizedTest
  @ValueSource(strings = {"total_tokens", "input_tokens", "output_tokens", "output_audio_seconds"})
  void usage_that_does_not_add_up_is_broken(String member) {
    Trace wrong =
        edited("response.done", event -> ((ObjectNode) event.path("usage")).put(member, 9_999));

    assertThat(Verifier.verify(wrong, Profile.LIVE_2026_07))
        .isNotEmpty()
        .allMatch(remark -> remark.rule().matches("usage-adds-up|output-seconds-are-counted"))
        .anyMatch(remark -> remark.text().startsWith("expected " + member + " of "));
  }

  /** live-behaviour.md 6: the captures are shortened, so nobody counts their bytes. */
  @Test
  void bytes_are_counted_unless_the_audio_was_shortened() {
    Trace shortened = session("text-in-audio-out-turn");
    Trace kept = new Trace(shortened.header().with(TraceAudio.KEPT), shortened.seen(), List.of());

    assertThat(rules(shortened)).isEmpty();
    assertThat(rules(kept)).containsOnly("audio-duration", "audio-bytes").isNotEmpty();
  }

  @Test
  void what_the_contract_does_not_know_is_drift() {
    Trace member = edited("ping", event -> event.put("surprise", 1));
    Trace event = edited("ping", ping -> ping.put("type", "pang"), "pang");

    assertThat(Verifier.verify(member, Profile.LIVE_2026_07))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.level()).isEqualTo(Level.DRIFT);
              assertThat(remark.text()).startsWith("$.surprise: expected no member of this name");
            });
    assertThat(Verifier.verify(event, Profile.LIVE_2026_07))
        .filteredOn(remark -> remark.rule().equals("schema"))
        .singleElement()
        .extracting(Remark::level, Remark::event)
        .containsExactly(Level.DRIFT, "pang");
  }

  @Test
  void what_breaks_a_schema_is_broken_and_named_with_its_line() {
    Trace wrong = edited("ping", event -> event.put("timestamp", "noon"));
    int line =
        2
            + IntStream.range(0, wrong.seen().size())
                .filter(i -> is("ping").test(wrong.seen().get(i)))
                .findFirst()
                .orElseThrow();

    assertThat(Verifier.verify(wrong, Profile.LIVE_2026_07))
        .singleElement()
        .extracting(Remark::level, Remark::rule, Remark::line)
        .containsExactly(Level.BROKEN, "schema", line);
  }

  /**
   * verify-recordings.md: the line of the file counts, also behind lines that are none of a trace.
   */
  @Test
  void a_rule_names_the_line_of_the_file() {
    Trace trace = changed(seen -> twice(seen, "response.done"));
    List<Remark> found = new ArrayList<>();
    Verifier verifier = new Verifier(Profile.LIVE_2026_07, TraceAudio.SHORTENED, found::add);
    verifier.skip();
    trace.seen().forEach(verifier::see);
    verifier.end();

    assertThat(found)
        .filteredOn(remark -> remark.rule().equals("each-response-ends-once"))
        .singleElement()
        .extracting(Remark::line, Remark::level, Remark::text)
        .containsExactly(
            trace.seen().size() + 2, Level.BROKEN, "expected one response.done, found one more");
    assertThat(verifier.notes()).isEmpty();
  }

  private static List<String> rules(Trace trace) {
    return Verifier.verify(trace, Profile.LIVE_2026_07).stream().map(Remark::rule).toList();
  }

  private static Trace session(String name) {
    return LiveSessions.files().stream()
        .filter(file -> file.endsWith(name + ".yaml"))
        .map(file -> Import.read(file, "test"))
        .findFirst()
        .orElseThrow();
  }

  private static Trace without(String event) {
    return changed(seen -> seen.removeIf(is(event)));
  }

  private static Trace changed(Consumer<List<Observed>> change) {
    Trace trace = session("text-in-audio-out-turn");
    List<Observed> seen = new ArrayList<>(trace.seen());
    change.accept(seen);
    return new Trace(trace.header(), seen, List.of());
  }

  private static Trace edited(String type, Consumer<ObjectNode> edit) {
    return edited(type, edit, type);
  }

  private static Trace edited(String type, Consumer<ObjectNode> edit, String newType) {
    return changed(
        seen -> {
          int index = index(seen, type);
          Observed.Message old = (Observed.Message) seen.get(index);
          ObjectNode json = (ObjectNode) old.json().deepCopy();
          edit.accept(json);
          seen.set(
              index,
              new Observed.Message(
                  old.at(),
                  old.connection(),
                  Origin.SERVER,
                  newType,
                  Json.parse(json.toString()).orElseThrow()));
        });
  }

  private static void twice(List<Observed> seen, String type) {
    int index = index(seen, type);
    seen.add(index, seen.get(index));
  }

  private static void swapWithNext(List<Observed> seen, String type) {
    int index = index(seen, type);
    seen.add(index + 1, seen.remove(index));
  }

  private static void cutAfter(List<Observed> seen, String type) {
    seen.subList(index(seen, type) + 1, seen.size()).clear();
  }

  private static int index(List<Observed> seen, String type) {
    return IntStream.range(0, seen.size())
        .filter(i -> is(type).test(seen.get(i)))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Observed> not(String type) {
    return is(type).negate();
  }

  private static Predicate<Observed> is(String type) {
    return seen -> seen instanceof Observed.Message message && message.type().equals(type);
  }
}
