package dev.soundcheck.conformance.cucumber.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.cucumber.CucumberRun;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A suite of somebody's that tests a server (issue 6, point 7), read from Cucumber's report. */
@Timeout(180)
final class CallerSuiteTest {
  private static final String OURS = "dev.soundcheck.conformance.cucumber.caller";
  private static final String WEATHER =
      """
      Scenario: The weather
        Given the gateway runs at "<address>"
        And a session with server VAD
        And a patience of 2 s
        When the user types "What is the weather?"
        Then the assistant says exactly "It is foggy."
        And the server sends "response.done"
        And "session.updated" was seen
      """;
  private static final int SAYS = 4;

  @TempDir private Path folder;

  private CucumberRun run(String scenario) throws IOException {
    return CucumberRun.of(folder, scenario, OURS);
  }

  private CucumberRun run(String scenario, ServerOptionsBuilder options) throws IOException {
    try (MockVoiceServer server = MockVoiceServer.start(options.build())) {
      return run(scenario.replace("<address>", server.uri().toString()));
    }
  }

  /** Without the lines that have this in them. */
  private static String without(String pattern) {
    return WEATHER.replaceAll(".*(%s).*\n".formatted(pattern), "");
  }

  private static ServerOptionsBuilder mock() {
    return ServerOptions.builder();
  }

  /** A server that cannot be told what to do, but goes by this when it is asked for a scenario. */
  private ServerOptionsBuilder stubborn(String scenario) throws IOException {
    Path own = folder.resolve("own");
    Path topic = Files.createDirectories(own.resolve(String.valueOf(folder.getFileName())));
    Files.writeString(topic.resolve("its.feature"), "Feature: Its\n" + scenario.indent(2));
    return mock().features(own).controlKey("k");
  }

  @Test
  void lines_are_met_by_a_mock_of_its_own_and_the_trace_is_in_the_report() throws IOException {
    CucumberRun ran = run(without("gateway"));

    assertThat(ran.statuses()).hasSize(8).containsOnly("passed");
    assertThat(ran.attached()).contains("\"session.update\"", "\"response.done\"");
  }

  @Test
  void a_mock_elsewhere_is_told_the_lines() throws IOException {
    try (MockVoiceServer server = MockVoiceServer.start(mock().build())) {
      CucumberRun ran = run(WEATHER.replace("<address>", server.uri().toString()));

      assertThat(ran.statuses()).hasSize(9).containsOnly("passed");
      assertThat(server.findings()).isEmpty();
    }
  }

  @Test
  void somebody_calls_at_a_mock_elsewhere() throws IOException {
    CucumberRun ran =
        run(
            """
            Scenario: A call
              Given the gateway runs at "<address>"
              And a call from "+15550100"
              And a session with server VAD
              When the caller says "Do you have bread?"
              Then the assistant says "Two loaves are left."
            """,
            mock());

    assertThat(ran.statuses()).containsOnly("passed");
  }

  @Test
  void a_server_that_says_something_else_fails_at_the_line_with_what_came() throws IOException {
    CucumberRun ran = run(WEATHER, stubborn(without("gateway|was seen").replace("foggy", "hot")));

    assertThat(ran.statuses()).containsSubsequence("passed", "failed", "skipped");
    assertThat(ran.failureOfStep(SAYS))
        .contains("app.feature:8: the assistant says exactly \"It is foggy.\": expected ")
        .contains("got \"It is hot.\" spoken")
        .contains("How it went with ws://127.0.0.1:")
        .contains("server  response.output_audio_transcript.done")
        .contains("app.feature:8)");
    assertThat(ran.attached()).contains("It is hot.");
  }

  @Test
  void an_answer_that_never_ends_fails_at_its_line_when_patience_is_over() throws IOException {
    CucumberRun ran = run(WEATHER, mock().faults("no-done"));

    assertThat(ran.failureOfStep(SAYS))
        .contains("app.feature:8: the assistant says exactly \"It is foggy.\": expected an answer");
  }

  @Test
  void a_connection_that_breaks_fails_the_line_that_was_waited_for() throws IOException {
    CucumberRun ran = run(WEATHER, mock().faults("close=1011:restarting@response.created"));

    assertThat(ran.failureOfStep(SAYS))
        .contains("app.feature:8: the assistant says exactly")
        .contains("1011 \"restarting\"");
  }

  @Test
  void a_line_takes_no_longer_than_the_suite_wants() throws IOException {
    CucumberRun ran =
        run(
            WEATHER.replace("And a patience of 2 s", "And the call is in a hurry"),
            mock().faults("no-done"));

    assertThat(ran.failureOfStep(SAYS))
        .contains("Within 300 ms the server did not get there; the script waits for ")
        .contains("app.feature:8: the assistant says exactly");
  }

  @Test
  void an_event_that_breaks_the_contract_fails_when_all_lines_are_met() throws IOException {
    CucumberRun ran = run(WEATHER, mock().faults("missing=response.done:response.status_details"));

    assertThat(ran.statuses().limit(8)).containsOnly("passed");
    assertThat(ran.failureOfHook("after"))
        .contains("The server breaks the contract of the profile 'live':")
        .contains("response.done at $.response.status_details: expected ")
        .contains("How it went with ");
  }

  @Test
  void a_suite_can_look_at_breaches_itself() throws IOException {
    CucumberRun ran =
        run(
            WEATHER.replace("And a patience of 2 s", "And breaches are looked at later"),
            mock().faults("missing=response.done:response.status_details"));

    assertThat(ran.statuses()).containsOnly("passed");
  }

  @Test
  void another_contract_than_the_servers_is_told() throws IOException {
    CucumberRun ran = run(WEATHER, mock().profile(Profile.LAUNCH));

    assertThat(ran.failureOfHook("after"))
        .contains("The server breaks the contract of the profile 'live':");
    assertThat(
            run(
                    WEATHER.replace("And a session", "And it speaks \"launch\"\n  And a session"),
                    mock().profile(Profile.LAUNCH))
                .statuses())
        .containsOnly("passed");
  }

  @Test
  void where_nobody_listens_the_first_line_says_so() throws IOException {
    String nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = "ws://127.0.0.1:%d/v1/realtime".formatted(closed.getLocalPort());
    }

    CucumberRun ran = run(WEATHER.replace("<address>", nobody));

    assertThat(ran.statuses()).containsSubsequence("passed", "failed", "skipped");
    assertThat(ran.failureOfStep(1))
        .contains(nobody)
        .contains("nothing listens there. Is a server running?");
  }

  @Test
  void what_only_a_mock_can_play_is_skipped_with_others_and_says_why() throws IOException {
    String staged = WEATHER.replace("a patience of 2 s", "the next \"ping\" is lost");
    String meant =
        WEATHER.replace("And a session", "And only a mock is like that\n  And a session");

    CucumberRun line = run(staged, mock().controlKey("k"));
    CucumberRun wish = run(meant, mock().controlKey("k"));

    assertThat(line.statuses()).contains("skipped").doesNotContain("failed");
    assertThat(line.failureOfStep(1))
        .contains(" needs a mock that can be told what to do, and ws://127.0.0.1:")
        .contains(" is none: ")
        .contains("app.feature:6: the next \"ping\" is lost");
    assertThat(wish.failureOfStep(2)).contains("it is a thing of mocks");
  }

  @Test
  void a_suite_has_one_role() {
    assertThatThrownBy(
            () -> CucumberRun.of(folder, WEATHER, OURS, "dev.soundcheck.conformance.cucumber"))
        .hasStackTraceContaining("cucumber.glue: expected one role, got both in ");
  }

  @Test
  void whom_to_call_is_said_before_the_call() throws IOException {
    CucumberRun ran = run(without("gateway") + "  And the gateway runs at \"ws://127.0.0.1:1\"\n");

    assertThat(ran.failureOfStep(6))
        .contains("The call has begun; say whom to call before the first line of the script.");
  }

  @Test
  void there_is_no_call_outside_a_scenario() {
    assertThatThrownBy(VoiceCall::current).hasMessageContaining("There is no scenario");
  }
}
