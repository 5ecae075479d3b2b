package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines about telephone calls (live-behaviour.md §7.3). */
final class CallsTest {
  private static final String CALL = "Given a call from \"+15550100\"";
  private static final String SESSION = "And a session with server VAD";
  private static final String UPDATED = "{'type':'session.updated'}";

  @Test
  void a_scenario_tells_who_calls() {
    Program program =
        Roleplay.scenario(
            "Given a call from \"+15550100\" to \"+15550199\"",
            "And the SIP header \"X-Account\" is \"4711\"",
            "And a session with server VAD",
            "When the caller says \"Hello?\"");

    assertThat(program.call())
        .contains(
            new IncomingCall("+15550100", Optional.of("+15550199"), Map.of("X-Account", "4711")));
  }

  @Test
  void a_connection_without_a_call_is_told() {
    Roleplay server = Roleplay.server(CALL, SESSION, "When the caller says \"Hello?\"");

    assertThat(server.unmet)
        .extracting(Unmet::line, Unmet::found)
        .containsExactly(tuple("a call from \"+15550100\"", "one without a call"));
  }

  @Test
  void the_caller_speaks_once_the_session_is_set_up() {
    Roleplay server = Roleplay.server(CALL, SESSION, "When the caller says \"Hello?\"");

    assertThat(server.take()).isEmpty();
    assertThat(server.serverSays(UPDATED).take())
        .containsExactly(new Act.Caller("Hello?", Optional.empty()));
    assertThat(server.speech()).isEqualTo("Hello?");
    assertThat(server.spoke(1).last().over()).isTrue();
  }

  @Test
  void the_client_role_hears_the_caller_only_by_the_transcript() {
    Roleplay client = Roleplay.client(CALL, SESSION, "When the caller says \"Hello?\"");
    client.serverSays(UPDATED);
    String heard = "conversation.item.input_audio_transcription.completed";

    assertThat(client.last().over()).isFalse();
    client.serverSays("{'type':'%s','transcript':'Good day?'}".formatted(heard));
    assertThat(client.last().over()).isFalse();
    client.serverSays("{'type':'%s','transcript':'Hello?'}".formatted(heard));
    assertThat(client.last().over()).isTrue();
    assertThat(client.unmet).isEmpty();
  }

  @Test
  void the_client_role_waits_for_every_key() {
    Roleplay client = Roleplay.client(CALL, SESSION, "When the caller presses \"11#\"");
    client.serverSays(UPDATED);
    String key = "{'type':'input_audio_buffer.dtmf_event_received','event':'%s'}";

    client.serverSays(key.formatted("1")).serverSays(key.formatted("#"));
    assertThat(client.last().over()).isFalse();
    client.serverSays(key.formatted("1")).serverSays(key.formatted("#"));
    assertThat(client.last().over()).isTrue();
  }

  @Test
  void a_transfer_rings_before_it_is_rejected() {
    Roleplay server =
        Roleplay.server(
            CALL,
            SESSION,
            "When the client transfers the call to \"tel:+1\"",
            "Then the transfer rings for 2 s",
            "And the transfer is rejected: \"SIP 486 Busy\"");
    server.at(1_000).clientSays("{'type':'call.refer','target_uri':'tel:+1'}");

    assertThat(server.last().wakeAt()).contains(Duration.ofSeconds(3));
    assertThat(server.take()).isEmpty();
    assertThat(server.passed(3_000).take())
        .containsExactly(new Act.AnswerTransfer(Transfer.rejected("SIP 486 Busy")));
    assertThat(server.last().over()).isTrue();
  }

  @Test
  void a_transfer_that_was_not_asked_for_is_not_met() {
    Roleplay server =
        Roleplay.server(CALL, SESSION, "When the client transfers the call to \"tel:+1\"");
    server.closed(Origin.CLIENT, 1000, "");

    assertThat(server.unmet)
        .extracting(Unmet::line)
        .contains("the client transfers the call to \"tel:+1\"");
  }

  @Test
  void the_client_role_asks_once_and_checks_the_answer() {
    Roleplay client =
        Roleplay.client(
            CALL,
            SESSION,
            "When the client transfers the call to \"tel:+1\"",
            "Then the transfer times out");
    client.serverSays(UPDATED).serverSays("{'type':'ping'}");

    assertThat(client.acts).contains(new Act.Refer("tel:+1")).hasSize(2);
    client.serverSays("{'type':'call.referred','status':200}");
    assertThat(client.unmet)
        .extracting(Unmet::expected)
        .containsExactly("the transfer answered with 504");
  }

  @Test
  void lines_about_calls_have_their_places() {
    assertThatThrownBy(
            () ->
                Roleplay.scenario(
                    SESSION, "When the caller says \"Hello?\"", "And " + CALL.substring(6)))
        .isInstanceOf(ScriptException.class)
        .satisfies(
            mistakes ->
                assertThat(((ScriptException) mistakes).mistakes())
                    .extracting(mistake -> mistake.replaceFirst("^\\S+ ", ""))
                    .containsExactlyInAnyOrderElementsOf(
                        List.of(
                            "expected 'a call from' before all other lines, got 'a session with"
                                + " server VAD'",
                            "expected a call before all other lines, got 'a call from"
                                + " \"+15550100\"'")));
    assertThatThrownBy(() -> Roleplay.scenario(CALL, "Then the transfer fails"))
        .hasMessageContaining("right after 'the client transfers the call'");
  }
}
