package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The keys of a telephone (live-behaviour.md 7.3, DTMF; events.yaml server_events). */
class KeypadTest {
  private final Studio studio = Studio.paced(Profile.LIVE);

  private Studio presses(String keys) {
    keys.chars().mapToObj(Character::toString).forEach(it -> studio.intends(new Intent.Press(it)));
    return studio;
  }

  /** live-behaviour.md 7.3: the event; received_at in seconds. */
  @Test
  void each_key_is_an_event() {
    studio.passes(3_000).fromHere();
    presses("5*");

    assertThat(studio.all(EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED))
        .extracting(one -> one.json().path("event").asString())
        .containsExactly("5", "*");
    JsonNode last = studio.last(EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED);
    assertThat(last.path("received_at").asLong())
        .isEqualTo(Studio.OPENED.plusSeconds(3).getEpochSecond());
  }

  /** live-behaviour.md 7.3: flushed to the model as text on {@code #}. */
  @Test
  void the_hash_makes_a_text_of_them() {
    studio.fromHere().willSay("Account twelve.");
    presses("12#").passes(100);

    assertThat(studio.types().subList(0, 3))
        .containsExactly(
            "input_audio_buffer.dtmf_event_received",
            "input_audio_buffer.dtmf_event_received",
            "input_audio_buffer.dtmf_event_received");
    JsonNode item = studio.the(EventType.CONVERSATION_ITEM_ADDED).path("item");
    assertThat(item.path("role").asString()).isEqualTo("user");
    assertThat(item.path("content").toString())
        .isEqualTo("[{\"type\":\"input_text\",\"text\":\"12#\"}]");
    assertThat(studio.asked())
        .extracting(Cue.Asked::kind, Cue.Asked::words)
        .containsExactly(tuple(Cue.Kind.TYPED, "12#"));
    assertThat(studio.passes(9_000).all(EventType.RESPONSE_DONE)).hasSize(1);
  }

  /** live-behaviour.md 7.3: or after 2.5 s without another. */
  @Test
  void patience_makes_a_text_of_them() {
    presses("1").passes(2_000);
    presses("2").passes(2_400);
    assertThat(studio.asked()).isEmpty();

    studio.passes(200);
    assertThat(studio.asked()).extracting(Cue.Asked::words).containsExactly("12");
    assertThat(studio.passes(9_000).asked()).hasSize(1);
  }

  /** live-behaviour.md 7.3: or when the caller speaks; the speech is the turn then. */
  @Test
  void speech_makes_a_text_of_them() {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000).fromHere();
    presses("12").pushes(Sounds.utterance(100, 900)).passes(9_000);

    assertThat(studio.types().subList(0, 5))
        .containsExactly(
            "input_audio_buffer.dtmf_event_received",
            "input_audio_buffer.dtmf_event_received",
            "conversation.item.added",
            "input_audio_buffer.speech_started",
            "conversation.item.added");
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SPOKEN);
  }

  /** Ours (docs/decisions/calls.md): keys break into nothing. */
  @Test
  void keys_during_an_answer_are_answered_after_it() {
    studio.willSay(Everything.LONG).types("Hi.").asksForResponse().passes(1_500).fromHere();
    studio.willSay("Account twelve.");
    presses("#").passes(20_000);

    assertThat(studio.all(EventType.RESPONSE_DONE))
        .extracting(one -> one.json().path("response").path("status").asString())
        .containsExactly("completed", "completed");
  }

  /** {@link Studio} holds the event against each profile's schema. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void every_profile_has_the_event(Profile profile) {
    Studio other = Studio.instant(profile).intends(new Intent.Press("#"));

    assertThat(other.the(EventType.INPUT_AUDIO_BUFFER_DTMF_EVENT_RECEIVED).path("event"))
        .hasToString("\"#\"");
  }
}
