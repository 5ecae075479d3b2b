package dev.soundcheck.conformance.cucumber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.TraceReader;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
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

  /** The one scenario of Cucumber's report. */
  private JsonNode run(String scenario, String... glue) throws IOException {
    Path feature = folder.resolve("app.feature");
    Path report = folder.resolve("report.json");
    Files.writeString(feature, "Feature: App\n\n" + scenario.indent(2));
    List<String> arguments =
        Stream.concat(
                Stream.of(glue).flatMap(place -> Stream.of("--glue", place)),
                Stream.of("--plugin", "json:" + report, "--no-summary", feature.toString()))
            .toList();
    byte status = Main.run(arguments.toArray(String[]::new));
    JsonNode ran = Json.mapper().readTree(report.toFile()).path(0).path("elements").path(0);
    assertThat(status).isEqualTo((byte) (statuses(ran).allMatch("passed"::equals) ? 0 : 1));
    return ran;
  }

  private JsonNode run(String scenario) throws IOException {
    return run(scenario, OURS, THEIRS);
  }

  private static Stream<String> statuses(JsonNode scenario) {
    return Stream.of("before", "steps", "after")
        .flatMap(part -> scenario.path(part).valueStream())
        .map(step -> step.path("result").path("status").asString());
  }

  private static String failureOf(JsonNode step) {
    return step.path("result").path("error_message").asString("");
  }

  @Test
  void what_goes_wrong_from_the_opening_on_goes_wrong_in_a_suite_too() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: A greeting that grew
              Given the next "session.created" has the new member "surprise"
              When the app is asked "What is the weather in Paris?"
              And the user types "What is the weather in Paris?"
              And the assistant says "It is foggy."
              And the app shows "It is foggy."
            """);

    assertThat(statuses(ran)).containsOnly("passed");
    String trace = ran.path("after").path(0).path("embeddings").path(0).path("data").asString();
    assertThat(new String(Base64.getDecoder().decode(trace), UTF_8)).contains("\"surprise\"");
  }

  @Test
  void lines_of_ours_and_theirs_are_one_scenario_and_its_trace_is_in_the_report()
      throws IOException {
    JsonNode ran =
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

    assertThat(statuses(ran)).hasSize(9).containsOnly("passed");
    JsonNode embedded = ran.path("after").path(0).path("embeddings").path(0);
    assertThat(embedded.path("mime_type").asString()).isEqualTo("application/x-ndjson");
    Path trace = folder.resolve("trace.ndjson");
    Files.write(trace, Base64.getDecoder().decode(embedded.path("data").asString()));
    assertThat(TraceReader.read(trace).messages().map(it -> it.type()))
        .contains("session.update", "response.function_call_arguments.done");
  }

  @Test
  void the_line_that_was_not_met_fails_with_what_came_instead() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: It is asked something else
              When the app is asked "How late is it?"
              And the user types "What is the weather?"
              Then the assistant says "It is foggy."
            """);

    assertThat(statuses(ran)).containsSubsequence("passed", "failed", "skipped");
    assertThat(failureOf(ran.path("steps").path(1)))
        .contains("app.feature:5: the user types \"What is the weather?\": expected")
        .contains("\"How late is it?\" typed")
        .contains("client  conversation.item.create")
        .contains("app.feature:5)");
  }

  @Test
  void a_line_that_never_comes_ends_with_the_patience() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: It says nothing
              Given the suite is in a hurry
              When the app only connects
              And the user types "What is the weather?"
            """);

    assertThat(failureOf(ran.path("steps").path(2)))
        .contains("Within 300 ms the app did not get there; the script waits for ")
        .contains("app.feature:6: the user types \"What is the weather?\".");
  }

  @Test
  void a_script_that_no_app_has_met_is_not_green() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: Nobody is there
              When the user types "What is the weather?"
              Then the assistant says "It is foggy."
            """);

    assertThat(failureOf(ran.path("after").path(0)))
        .contains("No app has connected, but the scenario has 2 lines for one.");
  }

  @Test
  void mistakes_of_the_script_are_told_before_anything_runs() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: The order is wrong
              When the user types "What is the weather?"
              Given a session with server VAD
            """);

    assertThat(failureOf(ran.path("before").path(0)))
        .contains("app.feature:5:11: expected what the session is like before all other lines");
  }

  @Test
  void a_scenario_can_be_played_by_its_name() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: By name
              Given the mock plays "tools/one-tool-call-with-a-spoken-preamble"
              When the app is asked "What is the weather in Paris?"
              Then the app shows "It is foggy and twelve degrees in Paris."
            """);

    assertThat(statuses(ran)).containsOnly("passed");
  }

  @Test
  void a_suite_that_does_not_ask_for_our_lines_does_not_get_them() throws IOException {
    JsonNode ran =
        run(
            """
            Scenario: Theirs only
              When the user types "Hello"
            """,
            "dev.soundcheck.conformance.cucumber.suite.nothing");

    assertThat(statuses(ran)).containsExactly("undefined");
  }
}
