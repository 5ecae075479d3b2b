package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.server.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that use one server side by side do not see each other (issue 4, point 6). */
@Timeout(60)
final class SideBySideTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";
  private static final String CREATE = "{\"type\":\"response.create\"}";
  private static final String FEATURE =
      """
      Feature: Hello
        Scenario: A greeting
          When the user types "Hello"
          Then the assistant says "Good morning."
      """;

  @Test
  void each_takes_only_what_its_own_clients_sent() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      IsolatedTest one = server.test("one");
      IsolatedTest other = server.test("other");
      Caller.to(one.uri()).says(UPDATE);
      Caller.to(server.uri(), Map.of("X-Soundcheck-Test", "other")).says(CREATE);

      assertThat(one.takeEvent().type()).isEqualTo("session.update");
      assertThat(other.awaitEvent(EventType.RESPONSE_CREATE).connection()).isEqualTo(2);
      assertThatThrownBy(() -> one.takeEvent(SOON)).isInstanceOf(ServerException.class);
      assertThat(List.of(one.connections().size(), other.connections().size()))
          .containsExactly(1, 1);
      assertThat(server.connections()).hasSize(2);
    }
  }

  @Test
  void findings_are_those_of_its_own_clients_and_the_server_has_all() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      Caller.to(server.test("one").uri()).says("no JSON").hears("error");

      assertThat(server.test("one").findings()).hasSize(1);
      assertThat(server.test("other").findings()).isEmpty();
      assertThat(server.findings()).hasSize(1);
    }
  }

  @Test
  void what_one_puts_in_line_is_played_to_its_next_client_only() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      IsolatedTest one = server.test("one").queue(FEATURE);

      assertThat(answer(server.uri())).startsWith("You typed");
      assertThat(answer(one.uri())).isEqualTo("Good morning.");
      assertThat(answer(one.uri())).startsWith("You typed");
      assertThatThrownBy(() -> one.queue("nowhere/nothing"))
          .isInstanceOf(ServerException.class)
          .hasMessageStartingWith("There is no scenario 'nowhere/nothing'");
    }
  }

  /** design.md, "Time is injected everywhere": each test has its own. */
  @Test
  void time_that_one_moves_stands_still_for_the_other() throws ExecutionException {
    ServerOptions options = ServerOptions.builder().time(Time.VIRTUAL).build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller one = Caller.to(server.test("one").uri());
      Caller other = Caller.to(server.test("other").uri());
      one.hears("ping");
      other.hears("ping");

      server.test("one").advance(Duration.ofSeconds(10));
      one.hears("ping");
      other.says(UPDATE).hears("session.updated");
      assertThat(server.test("other").connections().get(0))
          .extracting(seen -> seen.at())
          .containsOnly(Duration.ZERO);
    }
  }

  /** What a test is sent must not depend on how many others came before it. */
  @Test
  void the_ids_of_a_test_are_the_same_whoever_connects_beside_it() throws ExecutionException {
    String alone = firstId(0);

    assertThat(firstId(3)).isEqualTo(alone);
  }

  private static String firstId(int others) throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      for (int i = 0; i < others; i++) {
        Caller.to(server.test("other").uri()).hears("session.created");
      }
      return Caller.to(server.test("one").uri()).hears().path("session").path("id").asString();
    }
  }

  private static String answer(URI uri) throws ExecutionException {
    String typed =
        """
        {"type":"conversation.item.create","item":{"type":"message","role":"user",
         "content":[{"type":"input_text","text":"Hello"}]}}""";
    return Caller.to(uri)
        .says(typed)
        .says(CREATE)
        .hears("response.output_audio_transcript.done")
        .path("transcript")
        .asString();
  }
}
