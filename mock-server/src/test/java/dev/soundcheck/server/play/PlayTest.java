package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Unmet;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One connection without a socket, in virtual time. */
@Timeout(60)
final class PlayTest {
  private static final Duration LONG = Duration.ofSeconds(9);
  private static final Act ANSWER =
      new Act.Answer(List.of(new Act.Speech("Fine.", Optional.empty())));

  @TempDir private Path folder;

  @Test
  void a_turn_is_answered_with_what_the_scenario_says() {
    Rehearsal rehearsal = new Rehearsal(Puppet.saying("Good morning.")).types("Hello").passes(LONG);

    assertThat(
            rehearsal.last("response.output_audio_transcript.done").path("transcript").asString())
        .isEqualTo("Good morning.");
    assertThat(rehearsal.last("response.done").path("response").path("status").asString())
        .isEqualTo("completed");
    assertThat(rehearsal.findings).isEmpty();
  }

  @Test
  void a_recording_is_spoken_in_place_of_the_voice() throws IOException {
    Path wav = folder.resolve("tone.wav");
    Wav.write(wav, Pcm.silence(Duration.ofMillis(1300), 8000));
    Act act = new Act.Answer(List.of(new Act.Speech("A tone.", Optional.of(wav))));
    Rehearsal rehearsal =
        new Rehearsal(
                new Puppet(seen -> seen instanceof Seen.Asked ? Puppet.doing(act) : Puppet.doing()))
            .types("Play it")
            .passes(LONG);

    assertThat(
            rehearsal.last("response.done").path("usage").path("output_audio_seconds").asDouble())
        .isEqualTo(1.3);
  }

  @Test
  void a_recording_that_cannot_be_read_is_an_internal_error_and_the_session_goes_on() {
    Path missing = folder.resolve("missing.wav");
    Act act = new Act.Answer(List.of(new Act.Speech("A tone.", Optional.of(missing))));
    Rehearsal rehearsal =
        new Rehearsal(
                new Puppet(seen -> seen instanceof Seen.Asked ? Puppet.doing(act) : Puppet.doing()))
            .types("Play it")
            .passes(LONG);

    assertThat(error(rehearsal).path("type").asString()).isEqualTo("internal_error");
    assertThat(error(rehearsal).path("message").asString()).contains(missing.toString());
    assertThat(rehearsal.findings)
        .extracting(ConnectionFinding::kind)
        .containsExactly(Kind.INTERNAL);
    assertThat(rehearsal.says("{\"type\":\"session.update\",\"session\":{}}").passes(LONG).types())
        .contains("session.updated");
  }

  @Test
  void everything_is_the_same_in_a_second_run() {
    List<String> once = new Rehearsal(Puppet.saying("Same.")).types("Hi").passes(LONG).lines();
    List<String> twice = new Rehearsal(Puppet.saying("Same.")).types("Hi").passes(LONG).lines();

    assertThat(once).hasSizeGreaterThan(10).isEqualTo(twice);
  }

  /** What is due is done at its own time, so a busy machine changes no byte. */
  @Test
  void lateness_changes_nothing() {
    Rehearsal onTime = new Rehearsal(Puppet.saying("Same.")).types("Hi").passes(LONG);
    Rehearsal late = new Rehearsal(Puppet.saying("Same.")).types("Hi").stalls(LONG);

    assertThat(late.lines()).isEqualTo(onTime.lines());
    assertThat(late.journal)
        .extracting(Observed::at)
        .isEqualTo(onTime.journal.stream().map(Observed::at).toList());
  }

  /** decisions.md, "Errors". */
  @Nested
  final class Refusals {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{oops|invalid_json|not JSON at line 1, column 2",
          "''|invalid_json|got nothing",
          "{} {}|invalid_json|not JSON",
          "[1]|invalid_json|got array",
          "\"text\"|invalid_json|got string",
          "{}|invalid_event|type: expected the name of an event as a string, got nothing",
          "{\"type\":5}|invalid_event|got number",
          "{\"type\":\"sesion.update\"}|invalid_event|session.update",
          "{\"type\":\"ping\"}|invalid_event|only a server sends",
          "{\"type\":\"conversation.item.commit\"}|invalid_event|conversation.item.create",
          "{\"type\":\"session.update\"}|invalid_value|session",
          "{\"type\":\"session.update\",\"session\":5}|invalid_value|an object",
        })
    void say_what_was_expected_and_what_was_found(String text, String code, String says) {
      Rehearsal rehearsal = new Rehearsal(Puppet.saying("Hm.")).says(text);

      assertThat(error(rehearsal).path("type").asString()).isEqualTo("invalid_request_error");
      assertThat(error(rehearsal).path("code").asString()).isEqualTo(code);
      assertThat(error(rehearsal).path("message").asString()).contains(says);
      assertThat(rehearsal.findings).extracting(ConnectionFinding::kind).containsOnly(Kind.CLIENT);
    }

    @Test
    void carry_the_place_and_the_clients_event_id() {
      Rehearsal rehearsal =
          new Rehearsal(Puppet.saying("Hm."))
              .says(
                  """
                  {"type":"session.update","event_id":"mine",
                   "session":{"turn_detection":{"type":"server_vad","threshold":"loud"}}}""");

      assertThat(error(rehearsal).path("param").asString())
          .isEqualTo("session.turn_detection.threshold");
      assertThat(error(rehearsal).path("event_id").asString()).isEqualTo("mine");
      assertThat(error(rehearsal).path("message").asString())
          .startsWith("session.turn_detection.threshold: expected ")
          .contains("\"loud\"");
    }

    @Test
    void name_every_mistake_of_an_event() {
      Rehearsal rehearsal =
          new Rehearsal(Puppet.saying("Hm."))
              .says("{\"type\":\"conversation.item.truncate\",\"content_index\":\"a\"}");

      assertThat(rehearsal.types()).containsOnlyOnce("error");
      assertThat(error(rehearsal).path("message").asString())
          .contains("item_id", "content_index", "audio_end_ms");
    }

    @Test
    void are_not_for_members_beyond_the_contract() {
      String update = "{\"type\":\"session.update\",\"session\":{\"tracing\":\"auto\"},\"x\":1}";
      Rehearsal rehearsal =
          new Rehearsal(Puppet.saying("Hm.")).says(update).says(update).passes(LONG);

      assertThat(rehearsal.types()).doesNotContain("error").contains("session.updated");
      assertThat(rehearsal.findings)
          .as("once for each member")
          .isNotEmpty()
          .allMatch(finding -> finding.kind() == Kind.CLIENT_UNKNOWN_MEMBER)
          .extracting(ConnectionFinding::message)
          .doesNotHaveDuplicates();
    }

    /** clients.md §8: some pages answer a ping; decisions.md: without a word. */
    @Test
    void are_not_for_pong() {
      Rehearsal rehearsal =
          new Rehearsal(Puppet.saying("Hm.")).says("{\"type\":\"pong\",\"ping_timestamp\":1}");

      assertThat(rehearsal.types())
          .containsExactly("session.created", "conversation.created", "ping");
      assertThat(rehearsal.findings).isEmpty();
      assertThat(rehearsal.journal).hasSize(4);
    }
  }

  @Nested
  final class Journaling {
    @Test
    void what_is_refused_is_journaled_before_it_is_judged() {
      Rehearsal rehearsal =
          new Rehearsal(Puppet.saying("Hm."))
              .stalls(LONG)
              .says("{\"type\":\"nonsense\"}")
              .says("{");

      List<Observed> journal = rehearsal.journal;
      assertThat(journal.get(3))
          .isInstanceOfSatisfying(
              Observed.Message.class,
              message -> {
                assertThat(message.from()).isEqualTo(Origin.CLIENT);
                assertThat(message.type()).isEqualTo("nonsense");
                assertThat(message.at()).isEqualTo(LONG);
                assertThat(message.connection()).isEqualTo(3);
              });
      assertThat(journal.get(5))
          .isInstanceOfSatisfying(
              Observed.Malformed.class, text -> assertThat(text.text()).isEqualTo("{"));
    }

    @Test
    void binary_frames_are_audio() {
      Rehearsal rehearsal = new Rehearsal(Puppet.saying("Hm.")).sends(new byte[] {1, 2, 3});

      assertThat(rehearsal.journal.get(3))
          .isInstanceOfSatisfying(
              Observed.Binary.class, frame -> assertThat(frame.bytes()).hasSize(3));
      assertThat(rehearsal.types()).doesNotContain("error");
    }

    @Test
    void our_own_events_are_held_against_the_contract() {
      ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("audio_start_ms", "soon");
      Rehearsal rehearsal = sendingAtOpening("input_audio_buffer.speech_started", wrong);

      assertThat(rehearsal.types()).endsWith("input_audio_buffer.speech_started");
      assertThat(rehearsal.findings).extracting(ConnectionFinding::kind).containsOnly(Kind.STAGED);
      assertThat(rehearsal.findings.get(0).message()).contains("speech_started");
    }
  }

  @Nested
  final class Scenarios {
    @Test
    void see_every_event_of_both_sides_and_the_turn() {
      Puppet puppet = Puppet.saying("Fine.");
      new Rehearsal(puppet).types("Hello").passes(LONG).hangsUp(1000, "bye");

      assertThat(puppet.seen.get(0)).isInstanceOf(Seen.Opened.class);
      assertThat(puppet.seen)
          .filteredOn(Seen.Wire.class::isInstance)
          .map(Seen.Wire.class::cast)
          .extracting(wire -> wire.from() + " " + wire.type())
          .startsWith("SERVER session.created", "SERVER conversation.created", "SERVER ping")
          .contains("CLIENT conversation.item.create", "CLIENT response.create")
          .endsWith("SERVER response.done");
      assertThat(puppet.seen)
          .filteredOn(Seen.Asked.class::isInstance)
          .singleElement()
          .satisfies(asked -> assertThat(((Seen.Asked) asked).turn().words()).isEqualTo("Hello"));
      assertThat(puppet.seen.get(puppet.seen.size() - 1))
          .isEqualTo(new Seen.Closed(LONG, Origin.CLIENT, 1000, "bye"));
    }

    @Test
    void that_do_not_answer_leave_the_session_silent() {
      Rehearsal rehearsal =
          new Rehearsal(new Puppet(seen -> Puppet.doing())).types("Hello").passes(LONG);

      assertThat(rehearsal.types()).endsWith("conversation.item.added").doesNotContain("error");
    }

    @Test
    void may_answer_later() {
      Rehearsal rehearsal =
          new Rehearsal(
                  new Puppet(
                      seen ->
                          seen instanceof Seen.Asked
                              ? Puppet.wakingAt(seen.at().plusSeconds(3))
                              : seen instanceof Seen.Passed ? Puppet.doing(ANSWER) : waiting(seen)))
              .types("Hello")
              .passes(LONG);

      Observed.Message created =
          rehearsal.journal.stream()
              .filter(Observed.Message.class::isInstance)
              .map(Observed.Message.class::cast)
              .filter(message -> message.type().equals("response.created"))
              .findFirst()
              .orElseThrow();
      assertThat(created.at()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3500));
    }

    /** A wake-up stands until the next move, and events in between make moves too. */
    private Move waiting(Seen seen) {
      return seen.at().compareTo(Duration.ofSeconds(3)) < 0
          ? Puppet.wakingAt(Duration.ofSeconds(3))
          : Puppet.doing();
    }

    @Test
    void send_before_they_answer_in_the_order_they_are_written() {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("timestamp", 5);
      Rehearsal rehearsal =
          new Rehearsal(
                  new Puppet(
                      seen ->
                          seen instanceof Seen.Asked
                              ? Puppet.doing(new Act.Send("ping", body), ANSWER)
                              : Puppet.doing()))
              .types("Hello")
              .passes(Duration.ofSeconds(5));

      List<String> types = rehearsal.types();
      assertThat(types.lastIndexOf("ping"))
          .isGreaterThan(3)
          .isLessThan(types.indexOf("response.created"));
      JsonNode ping = rehearsal.last("ping");
      assertThat(ping.propertyNames())
          .containsExactly("type", "event_id", "timestamp", "previous_item_id");
      assertThat(ping.path("event_id").asString()).hasSize(36);
      assertThat(rehearsal.findings).isEmpty();
    }

    @Test
    void keep_what_they_write_of_an_envelope() {
      ObjectNode body =
          JsonNodeFactory.instance
              .objectNode()
              .put("event_id", "e1")
              .put("previous_item_id", "before")
              .put("timestamp", 5);

      assertThat(sendingAtOpening("ping", body).last("ping").toString())
          .isEqualTo(
              "{\"type\":\"ping\",\"event_id\":\"e1\",\"previous_item_id\":\"before\",\"timestamp\":5}");
    }

    @Test
    void give_speech_its_words() {
      Rehearsal rehearsal =
          new Rehearsal(
              new Puppet(
                  seen ->
                      seen instanceof Seen.Asked
                          ? Puppet.doing(ANSWER)
                          : Puppet.expecting("What is the weather?")));
      rehearsal.says(
          """
          {"type":"session.update","session":{"turn_detection":{"type":"server_vad"}}}""");
      Pcm speech = SpokenVoice.embedded().speak("These are other words.");
      Pcm silence = Pcm.silence(Duration.ofSeconds(1), speech.rate());
      byte[] audio = AudioFormat.DEFAULT.encode(silence.then(speech).then(silence));
      rehearsal
          .says(
              "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
                  .formatted(Base64.getEncoder().encodeToString(audio)))
          .passes(LONG);

      JsonNode heard = rehearsal.last("conversation.item.input_audio_transcription.completed");
      assertThat(heard.path("transcript").asString()).isEqualTo("What is the weather?");
      assertThat(rehearsal.types()).contains("response.done");
      assertThat(rehearsal.findings).isEmpty();
    }

    @Test
    void close_the_connection_after_which_nothing_happens() {
      Rehearsal rehearsal =
          new Rehearsal(
              new Puppet(
                  seen ->
                      seen instanceof Seen.Opened
                          ? Puppet.doing(new Act.Close(4000, "enough"))
                          : Puppet.doing()));

      assertThat(rehearsal.closes).containsExactly("4000 enough");
      assertThat(rehearsal.wakeAt()).isEmpty();
      int said = rehearsal.sent.size();
      rehearsal.types("Hello").passes(LONG).hangsUp(1000, "");
      assertThat(rehearsal.sent).hasSize(said);
      assertThat(rehearsal.journal).filteredOn(Observed.Closed.class::isInstance).hasSize(1);
    }

    @Test
    void have_their_unmet_lines_found() {
      Unmet unmet = new Unmet("a.feature:3", "When the user leaves", "a close", "silence");
      Rehearsal rehearsal =
          new Rehearsal(
                  new Puppet(
                      seen -> seen instanceof Seen.Closed ? Puppet.missing(unmet) : Puppet.doing()))
              .hangsUp(1006, "");

      assertThat(rehearsal.findings)
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.SCENARIO);
                assertThat(finding.message()).isEqualTo(unmet.message());
              });
    }

    @Test
    void that_break_are_reported_and_the_session_lives_on() {
      Rehearsal rehearsal =
          new Rehearsal(
              new Puppet(
                  seen -> {
                    if (seen instanceof Seen.Asked) {
                      throw new IllegalStateException("no such line");
                    }
                    return Puppet.doing();
                  }));
      rehearsal.types("Hello").says("{\"type\":\"session.update\",\"session\":{}}").passes(LONG);

      assertThat(error(rehearsal).path("type").asString()).isEqualTo("internal_error");
      assertThat(error(rehearsal).path("message").asString()).contains("no such line");
      assertThat(rehearsal.types()).contains("session.updated").containsOnlyOnce("error");
      assertThat(rehearsal.findings)
          .extracting(ConnectionFinding::kind)
          .containsExactly(Kind.INTERNAL);
    }

    @Test
    void that_answer_themselves_for_ever_are_stopped() {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("timestamp", 5);
      Rehearsal rehearsal =
          new Rehearsal(
              new Puppet(
                  seen ->
                      seen instanceof Seen.Wire wire && wire.type().equals("ping")
                          ? Puppet.doing(new Act.Send("ping", body))
                          : Puppet.doing()));

      assertThat(rehearsal.findings.get(0).message()).contains("more than 1000 things");
      assertThat(rehearsal.types("Hello").passes(LONG).types()).contains("conversation.item.added");
    }

    @Test
    void that_wake_themselves_for_ever_are_stopped() {
      Rehearsal rehearsal =
          new Rehearsal(new Puppet(seen -> Puppet.wakingAt(Duration.ofSeconds(1)))).passes(LONG);

      assertThat(rehearsal.findings)
          .singleElement()
          .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.INTERNAL));
    }
  }

  @Test
  void whoever_is_expelled_is_told_why_and_becomes_a_finding() {
    Rehearsal rehearsal = new Rehearsal(Puppet.saying("Hm.")).expels(1009, "too large");

    assertThat(rehearsal.closes).containsExactly("1009 too large");
    assertThat(rehearsal.findings)
        .singleElement()
        .isEqualTo(new ConnectionFinding(3, Duration.ZERO, Kind.CLIENT, "too large"));
  }

  @Test
  void a_close_from_our_side_is_journaled_as_ours() {
    Rehearsal rehearsal = new Rehearsal(Puppet.saying("Hm.")).closes(1001, "gone");

    assertThat(rehearsal.journal.get(3))
        .isEqualTo(new Observed.Closed(Duration.ZERO, 3, Origin.SERVER, 1001, "gone"));
  }

  @Test
  void a_mock_that_cannot_even_say_that_it_failed_closes_with_1011() {
    Rehearsal rehearsal =
        new Rehearsal(Puppet.saying("Hm.")).loses("no way out").types("Hello").passes(LONG);

    assertThat(rehearsal.closes).containsExactly("1011 The mock failed; its findings say how.");
    assertThat(rehearsal.findings.get(0).kind()).isEqualTo(Kind.INTERNAL);
    assertThat(rehearsal.findings.get(0).message()).contains("no way out");
    assertThat(rehearsal.wakeAt()).isEmpty();
  }

  /** decisions.md, "Profiles": launch greets with conversation.created. */
  @Test
  void the_profile_decides_what_is_said() {
    assertThat(new Rehearsal(Puppet.saying("Hm."), Profile.LAUNCH).types())
        .containsExactly("conversation.created", "ping");
  }

  private static Rehearsal sendingAtOpening(String type, ObjectNode body) {
    return new Rehearsal(
        new Puppet(
            seen ->
                seen instanceof Seen.Opened
                    ? Puppet.doing(new Act.Send(type, body))
                    : Puppet.doing()));
  }

  private static JsonNode error(Rehearsal rehearsal) {
    return rehearsal.last("error").path("error");
  }
}
