package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** One session over a real socket, with a client that is not ours. */
@Timeout(60)
final class SessionOverSocketTest {
  private static final String HELLO =
      """
      {"type":"conversation.item.create","item":{"type":"message","role":"user",
       "content":[{"type":"input_text","text":"Hello"}]}}""";

  /** live-behaviour.md §2.1. */
  @Test
  void the_server_greets_a_client_that_says_nothing() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller caller = Caller.to(server.uri());

      assertThat(caller.hears().path("type").asString()).isEqualTo("session.created");
      assertThat(caller.hears().path("type").asString()).isEqualTo("conversation.created");
      assertThat(caller.hears().path("type").asString()).isEqualTo("ping");
    }
  }

  /** live-behaviour.md §2.2; design.md: with no scenario named, the built-in one answers. */
  @Test
  void a_typed_turn_is_answered() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller caller = Caller.to(server.uri());
      caller.says(HELLO).says("{\"type\":\"response.create\"}");

      JsonNode said = caller.hears("response.output_audio_transcript.done");
      assertThat(said.path("transcript").asString()).isEqualTo("You typed: Hello");
      assertThat(caller.hears("response.done").path("response").path("status").asString())
          .isEqualTo("completed");
      assertThat(server.findings()).isEmpty();
    }
  }

  /** decisions.md, "Errors". */
  @Test
  void what_is_wrong_gets_an_error_and_the_session_goes_on() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller caller = Caller.to(server.uri());

      assertThat(errorTo(caller, "{oops").path("code").asString()).isEqualTo("invalid_json");
      assertThat(errorTo(caller, "[1,2]").path("code").asString()).isEqualTo("invalid_json");
      JsonNode unknown = errorTo(caller, "{\"type\":\"sesion.update\",\"event_id\":\"mine\"}");
      assertThat(unknown.path("code").asString()).isEqualTo("invalid_event");
      assertThat(unknown.path("message").asString()).contains("session.update");
      assertThat(unknown.path("event_id").asString()).isEqualTo("mine");
      JsonNode audio =
          errorTo(caller, "{\"type\":\"input_audio_buffer.append\",\"audio\":\"§§§\"}");
      assertThat(audio.path("type").asString()).isEqualTo("invalid_request_error");
      assertThat(audio.path("param").asString()).isEqualTo("audio");
      caller.sends("binary garbage".getBytes(StandardCharsets.UTF_8));

      caller.says(HELLO).says("{\"type\":\"response.create\"}");
      assertThat(caller.hears("response.done").path("response").path("status").asString())
          .isEqualTo("completed");
      assertThat(server.findings()).extracting(found -> found.kind()).containsOnly(Kind.CLIENT);
    }
  }

  /**
   * clients.md §A.12: heartbeats of the WebSocket itself; RFC 6455 section 5.4: messages in frames.
   */
  @Test
  void pings_are_answered_and_messages_may_come_in_frames() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller caller = Caller.to(server.uri());
      caller.pings().says("{\"type\":\"session.", "update\",\"session\":{}}");

      assertThat(caller.hears("session.updated").has("session")).isTrue();
      assertThat(server.takeEvent().type()).isEqualTo("session.update");
    }
  }

  @Test
  void forty_sessions_at_once_are_each_answered_with_their_own_words() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        callers.add(Caller.to(server.uri()));
      }
      for (int i = 0; i < 40; i++) {
        callers.get(i).says(HELLO.replace("Hello", "I am number " + i));
        callers.get(i).says("{\"type\":\"response.create\"}");
      }
      for (int i = 0; i < 40; i++) {
        JsonNode said = callers.get(i).hears("response.output_audio_transcript.done");
        assertThat(said.path("transcript").asString()).isEqualTo("You typed: I am number " + i);
      }
      assertThat(server.findings()).isEmpty();
    }
  }

  private static JsonNode errorTo(Caller caller, String text) throws ExecutionException {
    caller.says(text);
    return caller.hears("error").path("error");
  }
}
