package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cassettes as live-sessions/README.md describes them. */
class CassetteTest {
  private static final String TWO_CONNECTIONS =
      """
      version: 1
      interactions:
      - {kind: message, at: 0.25, direction: received, data: {type: ping, timestamp: 1785214080296}}
      - {kind: close, at: 1.5, code: 1011, reason: gone, ok: false}
      - {kind: message, at: 2, direction: sent, data: {type: response.create}}
      """;

  @Test
  void each_interaction_is_seen_on_its_connection_at_its_time() {
    Trace trace = read(TWO_CONNECTIONS);

    assertThat(trace.seen()).extracting(Observed::connection).containsExactly(1, 1, 2);
    assertThat(trace.seen())
        .extracting(Observed::at)
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(1500), Duration.ofSeconds(2));
    assertThat(trace.seen().get(1))
        .isEqualTo(new Observed.Closed(Duration.ofMillis(1500), 1, Origin.SERVER, 1011, "gone"));
    assertThat(trace.header().startedAt()).isEqualTo(Instant.parse("2026-07-28T04:48:00.296Z"));
    assertThat(trace.header().audio()).isEqualTo(TraceAudio.SHORTENED);
    assertThat(trace.notes()).isEmpty();
  }

  @Test
  void without_times_everything_stands_at_the_start_and_a_note_says_so() {
    Trace trace = read(TWO_CONNECTIONS.replaceAll("at: [0-9.]+, ", ""));

    assertThat(trace.seen()).extracting(Observed::at).containsOnly(Duration.ZERO);
    assertThat(trace.notes()).singleElement().asString().contains("has no arrival times");
  }

  @Test
  void data_that_is_no_event_is_kept_as_it_was() {
    Trace trace =
        read("version: 1\ninteractions:\n- {kind: message, direction: sent, data: 'garbage {'}\n");

    assertThat(trace.seen())
        .singleElement()
        .isInstanceOfSatisfying(
            Observed.Malformed.class, text -> assertThat(text.text()).isEqualTo("garbage {"));
  }

  /** live-behaviour.md 0.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conversation.item.added | item: {replayed: false} | live",
        "session.created | session: {voice: xai_ara} | live",
        "session.created | session: {voice: ara} | live-2026-07",
        "conversation.created | conversation: {id: a} | launch"
      })
  void the_profile_is_told_from_what_the_server_said(String type, String member, String profile) {
    Trace trace =
        read(
            "version: 1\ninteractions:\n"
                + "- {kind: message, direction: received, data: {type: %s, %s}}\n"
                    .formatted(type, member));

    assertThat(trace.header().profile().id()).isEqualTo(profile);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_its_place() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    version: 1
                    interactions:
                    - {kind: massage, direction: sent, data: {type: x}}
                    - {kind: message, direction: up, data: {type: x}}
                    - {kind: message, direction: sent}
                    - {kind: close, code: soon}
                    - {kind: message, at: -1, direction: sent, data: {type: x}}
                    """))
        .isInstanceOfSatisfying(
            ImportException.class,
            wrong ->
                assertThat(wrong.problems())
                    .containsExactly(
                        "c.yaml: interaction 1: expected message or close as \"kind\","
                            + " found \"massage\"",
                        "c.yaml: interaction 2: expected sent or received as \"direction\","
                            + " found \"up\"",
                        "c.yaml: interaction 3: expected an event as \"data\", found nothing",
                        "c.yaml: interaction 4: expected a close code as \"code\","
                            + " found \"soon\"",
                        "c.yaml: interaction 5: expected seconds, 0 or more as \"at\","
                            + " found -1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | expected a HAR with WebSocket messages, or a cassette (YAML with interactions), found"
            + " an empty file",
        "'version: 2' | found neither of them",
        "'{version: 2, interactions: [1]}' | found broken JSON",
        "'version: 2\ninteractions: [1]' | expected a cassette of version 1, found version 2",
        "'version: 1\ninteractions: []' | expected a list of interactions, found none",
        "'a: [' | c.yaml:1: expected YAML, found what is none",
        "'a: !!java.net.URL [x]' | c.yaml:1: expected plain YAML, found a tag",
        "'a: &x 1\nb: *x' | found a tag, an anchor or an alias; write the value out",
        "'{\"soundcheck_trace\":1}' | found a trace of our own already"
      })
  void a_file_that_is_no_recording_says_what_it_is(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
  }

  @Test
  void every_live_session_is_brought_in_whole_and_is_of_july() {
    List<Path> files = LiveSessions.files();

    assertThat(files).isNotEmpty();
    assertThat(files)
        .allSatisfy(
            file -> {
              Trace trace = Import.read(file, "test");
              assertThat(trace.header().profile()).isEqualTo(Profile.LIVE_2026_07);
              assertThat(trace.header().audio()).isEqualTo(TraceAudio.SHORTENED);
              assertThat(trace.seen()).noneMatch(Observed.Malformed.class::isInstance);
              assertThat(trace.messages()).hasSizeGreaterThan(10);
            });
    assertThat(
            files.stream().map(file -> Import.read(file, "test")).flatMap(t -> t.seen().stream()))
        .extracting(Observed::connection)
        .as("the session that was dropped and resumed")
        .contains(1, 2);
  }

  private static Trace read(String text) {
    return Import.read("c.yaml", text, "test");
  }
}
