package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a server does wrong is told, and the exit status is 1 (issue 2 point 6). */
@Timeout(90)
@Execution(ExecutionMode.CONCURRENT)
final class FindingsTest {
  @TempDir Path folder;

  @Test
  void an_event_that_breaks_its_schema_is_told_with_its_place() throws IOException {
    feature(
        """
        Feature: Broken
          Scenario: A broken ping
            When the user types "Hello"
            Then the server sends "ping" with
              \"""json
              {"timestamp": "noon"}
              \"""
            And the assistant says "Hello."
        """);
    Ran ran = play("--text", "Hello", "--scenario", "broken/a-broken-ping");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("finding: ping at $.timestamp: expected").contains("noon");
  }

  @Test
  void a_member_that_the_contract_does_not_know_is_told_and_is_no_failure() throws IOException {
    feature(
        """
        Feature: Broken
          Scenario: A strange ping
            When the user types "Hello"
            Then the server sends "ping" with
              \"""json
              {"timestamp": 1, "mood": "fine"}
              \"""
            And the assistant says "Hello."
        """);
    Ran ran = play("--text", "Hello", "--scenario", "broken/a-strange-ping");

    assertThat(ran.out()).contains("$.mood");
    assertThat(ran.status()).isZero();
  }

  @Test
  void a_line_of_a_scenario_that_is_not_met_is_told_with_its_place() throws IOException {
    feature(
        """
        Feature: Broken
          Scenario: Other words
            When the user types "Hello"
            Then the assistant says exactly "Goodbye."
        """);
    Ran ran =
        play(
            "--play",
            "broken/other-words",
            "--scenario",
            "conversation/whatever-is-said-is-answered");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("unmet: ", "broken.feature:4: ", "Goodbye.", "You typed: Hello");
  }

  @Test
  void a_turn_without_an_answer_is_told() throws IOException {
    feature(
        """
        Feature: Broken
          Scenario: Silence
            When the user types "Hello"
            And after 60 s
        """);
    Path trace = folder.resolve("talk.ndjson");
    Ran ran =
        play(
            "--text",
            "Hello",
            "--scenario",
            "broken/silence",
            "--timeout",
            "2",
            "--trace",
            trace.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            "     1   no answer",
            "Nothing came from the server for 2 s while the client waited for an answer");
    assertThat(TraceReader.read(trace).messages(EventType.RESPONSE_CREATE)).hasSize(1);
  }

  private void feature(String text) throws IOException {
    Files.writeString(folder.resolve("broken.feature"), text);
  }

  private Ran play(String... more) {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().features(folder).build())) {
      String[] args = new String[more.length + 5];
      System.arraycopy(more, 0, args, 5, more.length);
      args[0] = "talk";
      args[1] = "--url";
      args[2] = server.uri().toString();
      args[3] = "--features";
      args[4] = folder.toString();
      return Ran.soundcheck(args);
    }
  }
}
