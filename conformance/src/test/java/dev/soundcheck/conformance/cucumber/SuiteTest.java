package dev.soundcheck.conformance.cucumber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A suite of somebody's with our lines in it (issue 4, point 7), read from Cucumber's report. */
@Timeout(120)
final class SuiteTest {
  private static final String OURS = "dev.soundcheck.conformance.cucumber";
  private static final String THEIRS = "dev.soundcheck.conformance.cucumber.suite";

  @TempDir private Path folder;

  private CucumberRun run(String scenario) throws IOException {
    return CucumberRun.of(folder, scenario, OURS, THEIRS);
  }

  @Test
  void what_goes_wrong_from_the_opening_on_goes_wrong_in_a_suite_too() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: A greeting that grew
              Given the next "session.created" has the new member "surprise"
              When the app is asked "What is the weather in Paris?"
              And the user types "What is the weather in Paris?"
              And the assistant says "It is foggy."
              And the app shows "It is foggy."
            """);

    assertThat(ran.statuses()).containsOnly("passed");
    assertThat(ran.attached()).contains("\"surprise\"");
  }

  @Test
  void lines_of_ours_and_theirs_are_one_scenario_and_its_trace_is_in_the_report()
      throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: It looks the weather up
              Given a session with server VAD and the tool "get_weather"
              When the app is asked "What is the weather in Paris?"
              And the user types "What is the weather in Paris?"
              Then the assistant calls "get_weather" with
                \"""json
                {"city": "Paris"}
                \"""
              And the client answers "get_weather" with "foggy, 12 degrees"
              And the assistant says "It is foggy."
              And the app shows "It is foggy."
            """);

    assertThat(ran.statuses()).hasSize(9).containsOnly("passed");
    JsonNode embedded = ran.scenario().path("after").path(0).path("embeddings").path(0);
    assertThat(embedded.path("mime_type").asString()).isEqualTo("application/x-ndjson");
    Path trace = folder.resolve("trace.ndjson");
    Files.writeString(trace, ran.attached());
    assertThat(TraceReader.read(trace).messages().map(it -> it.type()))
        .contains("session.update", "response.function_call_arguments.done");
  }

  @Test
  void the_line_that_was_not_met_fails_with_what_came_instead() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: It is asked something else
              When the app is asked "How late is it?"
              And the user types "What is the weather?"
              Then the assistant says "It is foggy."
            """);

    assertThat(ran.statuses()).containsSubsequence("passed", "failed", "skipped");
    assertThat(ran.failureOfStep(1))
        .contains("app.feature:5: the user types \"What is the weather?\": expected")
        .contains("\"How late is it?\" typed")
        .contains("client  conversation.item.create")
        .contains("app.feature:5)");
  }

  @Test
  void a_line_that_never_comes_ends_with_the_patience() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: It says nothing
              Given the suite is in a hurry
              When the app only connects
              And the user types "What is the weather?"
            """);

    assertThat(ran.failureOfStep(2))
        .contains("Within 300 ms the app did not get there; the script waits for ")
        .contains("app.feature:6: the user types \"What is the weather?\".");
  }

  @Test
  void a_script_that_no_app_has_met_is_not_green() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: Nobody is there
              When the user types "What is the weather?"
              Then the assistant says "It is foggy."
            """);

    assertThat(ran.failureOfHook("after"))
        .contains("No app has connected, but the scenario has 2 lines for one.");
  }

  @Test
  void mistakes_of_the_script_are_told_before_anything_runs() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: The order is wrong
              When the user types "What is the weather?"
              Given a session with server VAD
            """);

    assertThat(ran.failureOfHook("before"))
        .contains("app.feature:5:11: expected what the session is like before all other lines");
  }

  @Test
  void a_scenario_can_be_played_by_its_name() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: By name
              Given the mock plays "tools/one-tool-call-with-a-spoken-preamble"
              When the app is asked "What is the weather in Paris?"
              Then the app shows "It is foggy and twelve degrees in Paris."
            """);

    assertThat(ran.statuses()).containsOnly("passed");
  }

  @Test
  void a_suite_that_does_not_ask_for_our_lines_does_not_get_them() throws IOException {
    CucumberRun ran =
        CucumberRun.of(
            folder,
            """
            Scenario: Theirs only
              When the user types "Hello"
            """,
            "dev.soundcheck.conformance.cucumber.suite.nothing");

    assertThat(ran.statuses()).containsExactly("undefined");
  }
}
