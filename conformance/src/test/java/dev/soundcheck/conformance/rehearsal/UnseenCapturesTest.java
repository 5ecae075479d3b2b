package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.verify.Difference;
import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fidelity knows no particular capture: it holds for sessions made up here, in the same form, under
 * another seed and at another pace (issue: "it must hold for any capture in that format").
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnseenCapturesTest {
  private static final long SEED = 4_711;
  private static final String TALK = "conversation/whatever-is-said-is-answered";
  private static final String VAD =
      """
      "turn_detection":{"type":"server_vad"},
      "audio":{"input":{"transcription":{"model":"grok-transcribe"}}}""";

  @TempDir Path folder;

  private void isReenacted(StagedSession session) {
    Fidelity fidelity = FidelityTest.of(session.cassette(folder.resolve("capture.yaml")));

    assertThat(fidelity.comparison().different()).as(FidelityTest.differences(fidelity)).isEmpty();
    assertThat(fidelity.comparison().compared()).isGreaterThan(10);
    assertThat(fidelity.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Profile.class,
      names = {"LIVE", "LIVE_2026_07", "LAUNCH"})
  void a_spoken_turn_and_one_that_interrupts_the_answer(Profile profile) {
    isReenacted(
        new StagedSession(profile, TALK, SEED)
            .configures(VAD)
            .speaks("Good morning, how is the weather over there?")
            .passes(600)
            .speaks("Stop. I want to know something else.")
            .passes(9_000));
  }

  @Test
  void tool_calls_and_their_results() {
    StagedSession session =
        new StagedSession(Profile.LIVE, "tools/one-tool-call-with-a-spoken-preamble", SEED)
            .configures(
                """
                "turn_detection":{"type":"server_vad"},"tools":[{"type":"function",
                "name":"get_weather","parameters":{"type":"object"}}]""")
            .types("What is the weather in Paris?")
            .passes(5_000);
    String call = session.last("response.function_call_arguments.done").path("call_id").asString();
    isReenacted(
        session
            .says(
                """
                {"type":"conversation.item.create","item":{"type":"function_call_output",
                 "call_id":"%s","output":"foggy, 12 degrees"}}"""
                    .formatted(call))
            .says("{\"type\":\"response.create\"}")
            .passes(6_000));
  }

  @Test
  void a_manual_turn() {
    isReenacted(
        new StagedSession(Profile.LIVE, TALK, SEED)
            .configures("\"turn_detection\":null")
            .speaks("Good evening.")
            .says("{\"type\":\"input_audio_buffer.commit\"}")
            .passes(6_000));
  }

  @Test
  void an_answer_that_is_cancelled_then_cut_and_deleted() {
    StagedSession session =
        new StagedSession(Profile.LIVE, TALK, SEED)
            .configures(VAD)
            .types("A rather long sentence. It is repeated by the answer. All of it.")
            .passes(1_500)
            .says("{\"type\":\"response.cancel\"}")
            .passes(500);
    String item = session.last("response.output_item.done").at("/item/id").asString();
    isReenacted(
        session
            .says(
                """
                {"type":"conversation.item.truncate","item_id":"%s","content_index":0,
                 "audio_end_ms":300}"""
                    .formatted(item))
            .passes(100)
            .says("{\"type\":\"conversation.item.delete\",\"item_id\":\"%s\"}".formatted(item))
            .passes(100)
            .says("{\"type\":\"response.cancel\"}")
            .passes(12_000));
  }

  @Test
  void a_conversation_on_three_connections() {
    String resumable = VAD + ",\"resumption\":{\"enabled\":true}";
    isReenacted(
        new StagedSession(Profile.LIVE, TALK, SEED)
            .configures(resumable)
            .types("One.")
            .passes(6_000)
            .drops()
            .configures(resumable)
            .types("Two.")
            .passes(6_000)
            .drops()
            .configures(resumable)
            .types("Three.")
            .passes(6_000));
  }

  /** A score that cannot fall says nothing. */
  @Test
  void whatever_a_capture_has_otherwise_costs_a_frame() throws IOException {
    Path cassette =
        new StagedSession(Profile.LIVE, TALK, SEED)
            .configures(VAD)
            .types("Good morning.")
            .passes(6_000)
            .cassette(folder.resolve("capture.yaml"));
    List<String> lines = Files.readAllLines(cassette);

    assertThat(kinds(lines, one -> one.replace("\"unimplemented\"", "\"implemented\"")))
        .contains(Difference.Kind.VALUE);
    assertThat(kinds(lines, one -> one.replace("\"keep_context\"", "\"keeps_context\"")))
        .contains(Difference.Kind.MEMBER_ONLY_LEFT, Difference.Kind.MEMBER_ONLY_RIGHT);
    assertThat(kinds(lines, one -> one.replace("\"temperature\":-1.0", "\"temperature\":\"-1\"")))
        .contains(Difference.Kind.VALUE_TYPE);
    assertThat(
            kinds(
                lines.stream().filter(one -> !one.contains("content_part.done")).toList(),
                one -> one))
        .contains(Difference.Kind.ONLY_RIGHT);
  }

  private List<Difference.Kind> kinds(List<String> lines, UnaryOperator<String> change)
      throws IOException {
    Path changed = folder.resolve("changed.yaml");
    Files.write(changed, lines.stream().map(change).toList());
    Fidelity fidelity = FidelityTest.of(changed);
    assertThat(fidelity.comparison().equal()).isLessThan(fidelity.comparison().compared());
    return fidelity.comparison().different().stream()
        .flatMap(step -> step.differences().stream())
        .map(Difference::kind)
        .toList();
  }
}
