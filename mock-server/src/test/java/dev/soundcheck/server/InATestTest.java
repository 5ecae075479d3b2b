package dev.soundcheck.server;

import static dev.soundcheck.schemas.EventType.RESPONSE_CREATE;
import static dev.soundcheck.schemas.EventType.SESSION_UPDATE;
import static dev.soundcheck.schemas.EventType.SESSION_UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.script.ScriptException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody's test asks of a server (issue 4, point 7; style.md §4.7). */
@Timeout(60)
final class InATestTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String HELLO =
      """
      Feature: Hello
        Scenario: A greeting
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  @TempDir private Path folder;

  @Test
  void a_feature_written_in_the_test_is_played() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(HELLO)) {
      assertThat(answerOf(server)).isEqualTo("Good morning.");
    }
  }

  @Test
  void a_feature_in_a_file_is_played() throws Exception {
    Path file = Files.writeString(folder.resolve("hello.feature"), HELLO);

    try (MockVoiceServer server = MockVoiceServer.playing(file.toString())) {
      assertThat(answerOf(server)).isEqualTo("Good morning.");
    }
  }

  @Test
  void a_feature_with_mistakes_starts_nothing() {
    assertThatThrownBy(() -> MockVoiceServer.playing(HELLO.replace("says", "sais")))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("given:4:10: expected a phrase of the language");
  }

  @Test
  void a_client_may_still_choose_another_scenario() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(HELLO)) {
      Caller.to(URI.create(server.uri() + "?scenario=errors/nothing-is-there-to-cancel"))
          .says("{\"type\":\"response.cancel\"}")
          .hears("error");
    }
  }

  @Test
  void an_awaited_event_is_found_behind_others() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(HELLO)) {
      Caller.to(server.uri()).says(UPDATE).says(CREATE);

      assertThat(server.awaitEvent(RESPONSE_CREATE).json().path("type").asString())
          .isEqualTo("response.create");
    }
  }

  @Test
  void waiting_for_one_event_says_which_others_came() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(HELLO)) {
      assertThatThrownBy(() -> server.awaitEvent(SESSION_UPDATE, SOON))
          .isInstanceOf(ServerException.class)
          .hasMessage(
              "No session.update came from a client within 20 ms; no client has connected.");

      Caller app = Caller.to(server.uri()).says(CREATE).says(UPDATE).says(UPDATE);
      app.hears("session.updated");
      app.hears("session.updated");
      server.awaitEvent(RESPONSE_CREATE);
      assertThatThrownBy(() -> server.awaitEvent(RESPONSE_CREATE, SOON))
          .hasMessage(
              "No response.create came from a client within 20 ms; "
                  + "instead came session.update (2 times).");
    }
  }

  @Test
  void only_what_clients_send_can_be_awaited() {
    try (MockVoiceServer server = MockVoiceServer.playing(HELLO)) {
      assertThatThrownBy(() -> server.awaitEvent(SESSION_UPDATED, SOON))
          .hasMessage(
              "Expected an event that clients send, but session.updated is one that servers send.");
    }
  }

  private static String answerOf(MockVoiceServer server) throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    caller.says(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}""");
    caller.says(CREATE);
    return caller.hears("response.output_audio_transcript.done").path("transcript").asString();
  }
}
