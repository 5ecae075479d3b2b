package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** When words, names and JSON count as the same. */
final class WordsAndJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1}               | {\"a\": 1.0, \"b\": 2}   | true",
        "{\"a\": {\"b\": 1}}      | {\"a\": {\"c\": 1}}      | false",
        "{\"a\": [1, {\"b\": 2}]} | {\"a\": [1, {\"b\": 2, \"c\": 3}]} | true",
        "{\"a\": [1]}             | {\"a\": [1, 2]}          | false",
        "{\"a\": null}            | {}                       | true",
        "{\"a\": null}            | {\"a\": 0}               | false",
        "{\"a\": \"x\"}           | {\"a\": \"X\"}           | false",
        "{\"a\": {}}              | {\"a\": 1}               | false",
        "{}                       | {\"a\": 1}               | true",
      })
  void json_holds_all_that_is_asked_for(String asked, String found, boolean matches) {
    assertThat(Partial.matches(Json.mapper().readTree(asked), Json.mapper().readTree(found)))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "One tool call, one-tool-call",
    "'  Füße: 2 × \"so\"! ', füße-2-so",
    "?!, ''",
  })
  void a_title_makes_a_name(String title, String slug) {
    assertThat(Spelling.slug(title)).isEqualTo(slug);
  }

  @Test
  void a_hint_names_one_word_or_two_equally_near() {
    List<String> known = List.of("session.created", "session.updated", "ping");
    assertThat(Hint.at("session.update", known)).isEqualTo(", did you mean 'session.updated'?");
    assertThat(Hint.at("session.ated", known))
        .isEqualTo(", did you mean 'session.created' or 'session.updated'?");
    assertThat(Hint.at("xyz", known)).isEmpty();
  }

  @Test
  void a_session_remembers_only_so_many_events() {
    Window window = Window.EMPTY;
    for (int index = 0; index < 100; index++) {
      window =
          window.and(
              new Window.Event(index, Duration.ZERO, "e" + index, Json.mapper().readTree("{}")));
    }
    assertThat(window.events()).hasSize(64).last().extracting(Window.Event::type).isEqualTo("e99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"turn_detection\": null} | false",
        "{\"turn_detection\": {\"type\": null}} | false",
        "{\"audio\": {\"input\": {\"turn_detection\": {\"type\": \"server_vad\"}}}} | true",
        "{\"instructions\": \"x\"} | false",
      })
  void turn_detection_is_read_where_clients_put_it(String session, boolean vad) {
    SessionSeen seen = seen(List.of(), Json.mapper().readTree(session));
    assertThat(seen.settled().vad()).isEqualTo(vad);
  }

  /** live-behaviour.md 2.13: null is off, and an update that does not name it changes nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"turn_detection\": {\"type\": \"server_vad\", \"idle_timeout_ms\": 1500}} | PT1.5S",
        "{\"turn_detection\": {\"type\": \"server_vad\", \"idle_timeout_ms\": null}} |",
        "{\"turn_detection\": {\"type\": \"server_vad\"}} |",
        "{\"instructions\": \"x\"} | PT9S",
      })
  void the_idle_timeout_is_read(String session, Duration idle) {
    SessionSeen before =
        new SessionSeen(
            List.of(), true, Optional.of(Duration.ofSeconds(9)), Json.mapper().readTree(session));
    assertThat(before.settled().idle()).isEqualTo(Optional.ofNullable(idle));
  }

  private static SessionSeen seen(List<String> tools, JsonNode asked) {
    return new SessionSeen(tools, false, Optional.empty(), asked);
  }

  @Test
  void tools_are_read_flat_and_nested_and_taken_away() {
    SessionSeen declared =
        seen(
            List.of(),
            Json.mapper()
                .readTree("{\"tools\": [{\"name\": \"a\"}, {\"function\": {\"name\": \"b\"}}]}"));
    assertThat(declared.settled().tools()).containsExactly("a", "b");
    assertThat(seen(List.of("a"), Json.mapper().readTree("{\"tools\": null}")).settled().tools())
        .isEmpty();
    assertThat(seen(List.of("a"), Json.mapper().readTree("{}")).settled().tools())
        .containsExactly("a");
  }
}
