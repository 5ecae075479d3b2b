package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scenario whose client comes back for its conversation (live-behaviour.md 2.12). */
@Timeout(60)
final class SequelOverSocketTest {
  private static final String FEATURE =
      """
      Feature: F
        Scenario: There and back
          When the user types "Hello"
          Then the assistant says "First."
          When the client is cut off
          And the client comes back
          When the user types "Hello"
          Then the assistant says "Second."
      """;

  @Test
  void its_second_part_is_played_to_who_names_the_conversation_and_to_nobody_else()
      throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      IsolatedTest test = server.test("t").queue(FEATURE);
      Caller first = Caller.to(test.uri());
      String conversation = conversation(first);
      assertThat(answer(first)).isEqualTo("First.");

      assertThat(answer(Caller.to(test.uri()))).startsWith("You typed");
      assertThat(answer(Caller.to(resuming(test.uri(), "another")))).startsWith("You typed");
      assertThat(answer(Caller.to(resuming(server.test("u").uri(), conversation))))
          .startsWith("You typed");
      assertThat(answer(Caller.to(resuming(test.uri(), conversation)))).isEqualTo("Second.");
    }
  }

  @Test
  void another_scenario_that_is_named_is_played_from_its_beginning() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      IsolatedTest test = server.test("t").queue(FEATURE);
      String conversation = conversation(Caller.to(test.uri()));
      URI other =
          URI.create(
              resuming(test.uri(), conversation)
                  + "&scenario=conversation/whatever-is-said-is-answered");

      assertThat(answer(Caller.to(other))).startsWith("You typed");
    }
  }

  private static URI resuming(URI uri, String conversation) {
    String sign = uri.getQuery() == null ? "?" : "&";
    return URI.create(uri + sign + "conversation_id=" + conversation);
  }

  private static String conversation(Caller caller) {
    return caller.hears("conversation.created").at("/conversation/id").asString();
  }

  private static String answer(Caller caller) throws ExecutionException {
    caller.says(
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}""");
    caller.says("{\"type\":\"response.create\"}");
    return caller
        .hears("response.output_audio_transcript.done")
        .path("transcript")
        .asString()
        .strip();
  }
}
