package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.suite.Results;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cucumber messages, read back by Cucumber's own library. */
final class CucumberReportTest {
  @Test
  void each_requirement_is_a_scenario_of_its_section_with_its_outcome() throws IOException {
    Map<String, TestStepResultStatus> outcomes = outcomes(Samples.failing());

    assertThat(outcomes).hasSize(29);
    assertThat(outcomes)
        .containsEntry("greeting-comes-first", TestStepResultStatus.PASSED)
        .containsEntry("no-audio-after-cancel", TestStepResultStatus.FAILED)
        .containsEntry("a-dropped-conversation-is-resumed", TestStepResultStatus.FAILED)
        .containsEntry("levels-are-even", TestStepResultStatus.FAILED)
        .containsEntry("status-details-are-told", TestStepResultStatus.FAILED)
        .containsEntry("speech-offsets-are-true", TestStepResultStatus.PASSED)
        .containsEntry("items-are-chained", TestStepResultStatus.SKIPPED)
        .containsEntry("items-can-be-retrieved", TestStepResultStatus.SKIPPED);
  }

  @Test
  void what_was_found_stands_beside_it() throws IOException {
    assertThat(read(Samples.failing()))
        .flatExtracting(envelope -> envelope.getTestStepFinished().stream().toList())
        .extracting(finished -> finished.getTestStepResult().getMessage().orElse(""))
        .anySatisfy(
            told ->
                assertThat(told)
                    .contains(
                        "expected silence soon after response.cancel, found 0.20 s of sound"));
    assertThat(read(Samples.failing()))
        .flatExtracting(envelope -> envelope.getAttachment().stream().toList())
        .hasSize(2);
  }

  @Test
  void the_run_is_as_its_results() throws IOException {
    assertThat(success(Samples.failing())).isFalse();
    assertThat(success(Samples.fine())).isTrue();
  }

  @Test
  void hostile_words_are_words_of_one_step() throws IOException {
    assertThat(outcomes(Hostile.results())).hasSize(2);
    assertThat(read(Hostile.results()))
        .flatExtracting(envelope -> envelope.getParseError().stream().toList())
        .isEmpty();
  }

  private static boolean success(Results results) throws IOException {
    return read(results).stream()
        .flatMap(envelope -> envelope.getTestRunFinished().stream())
        .findFirst()
        .orElseThrow()
        .getSuccess();
  }

  /** Follows the ids from what was finished to the scenario, so that none leads nowhere. */
  private static Map<String, TestStepResultStatus> outcomes(Results results) throws IOException {
    List<Envelope> all = read(results);
    Map<String, Pickle> pickles =
        by(all, envelope -> envelope.getPickle().stream().toList(), Pickle::getId);
    Map<String, TestCase> cases =
        by(all, envelope -> envelope.getTestCase().stream().toList(), TestCase::getId);
    Map<String, TestCaseStarted> started =
        by(
            all,
            envelope -> envelope.getTestCaseStarted().stream().toList(),
            TestCaseStarted::getId);
    Map<String, TestStepResultStatus> outcomes = new HashMap<>();
    for (Envelope envelope : all) {
      if (envelope.getTestStepFinished().isPresent()) {
        TestStepFinished finished = envelope.getTestStepFinished().get();
        TestCase of = the(the(finished.getTestCaseStartedId(), started).getTestCaseId(), cases);
        assertThat(of.getTestSteps().get(0).getId()).isEqualTo(finished.getTestStepId());
        outcomes.put(
            the(of.getPickleId(), pickles).getName(), finished.getTestStepResult().getStatus());
      }
    }
    return outcomes;
  }

  private static <T> T the(String id, Map<String, T> all) {
    return Objects.requireNonNull(all.get(id), id);
  }

  private static <T> Map<String, T> by(
      List<Envelope> all, Function<Envelope, List<T>> kind, Function<T, String> id) {
    return all.stream()
        .flatMap(envelope -> kind.apply(envelope).stream())
        .collect(Collectors.toMap(id, one -> one));
  }

  private static List<Envelope> read(Results results) throws IOException {
    Deserializer deserializer = new Deserializer();
    List<Envelope> envelopes = new ArrayList<>();
    for (String line : CucumberReport.ndjson(results).lines().toList()) {
      envelopes.add(deserializer.readValue(line));
    }
    return envelopes;
  }
}
