package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What clients may do with items and responses, and what is said about it. */
class ItemRulesTest {
  private final Studio studio = Studio.instant(Profile.LIVE).fromHere();

  private Studio adds(String id, String role, String more) {
    return studio.sends(
        """
        {"type":"conversation.item.create"%s,"item":{"id":"%s","type":"message","role":"%s",
         "content":[{"type":"input_text","text":"Hi."}]}}"""
            .formatted(more, id, role));
  }

  private JsonNode anchor() {
    return studio.last(EventType.CONVERSATION_ITEM_ADDED).path("previous_item_id");
  }

  /** events.yaml conversation.item.create; live-behaviour.md 1.4: the anchor is the item before. */
  @Test
  void an_item_stands_where_the_client_wants_it() {
    adds("a", "user", "");
    assertThat(anchor().isNull()).isTrue();
    adds("c", "user", "");
    assertThat(anchor()).hasToString("\"a\"");
    adds("b", "user", ",\"previous_item_id\":\"a\"");
    assertThat(anchor()).hasToString("\"a\"");
    adds("d", "user", "");
    assertThat(anchor()).hasToString("\"c\"");
    adds("first", "user", ",\"previous_item_id\":\"root\"");
    assertThat(anchor().isNull()).isTrue();
  }

  /** docs/decisions/session-choices.md: an unknown anchor is the end, without an error. */
  @Test
  void an_unknown_anchor_is_the_end() {
    adds("a", "user", "");
    adds("b", "user", ",\"previous_item_id\":\"nobody\"");

    assertThat(anchor()).hasToString("\"a\"");
    assertThat(studio.all(EventType.ERROR)).isEmpty();
  }

  /** live-behaviour.md 1.4 and events.yaml item: any role, echoed as sent. */
  @ParameterizedTest
  @ValueSource(strings = {"user", "assistant", "system"})
  void a_seeded_message_is_echoed_as_sent(String role) {
    adds("a", role, "");

    JsonNode item = studio.the(EventType.CONVERSATION_ITEM_ADDED).path("item");
    assertThat(item.path("id").asString()).isEqualTo("a");
    assertThat(item.path("role").asString()).isEqualTo(role);
    assertThat(item.path("content").toString())
        .isEqualTo("[{\"type\":\"input_text\",\"text\":\"Hi.\"}]");
  }

  /** live-behaviour.md 2.9 and clients.md 10.3: clients look for "truncat". */
  @ParameterizedTest
  @CsvSource({"typed, 0", "spoken, 1"})
  void only_what_sounds_can_be_truncated(String what, int part) {
    adds("typed", "user", "").willSay("one two").asksForResponse();
    JsonNode spoken = studio.last(EventType.RESPONSE_OUTPUT_ITEM_ADDED).path("item").path("id");
    String id = what.equals("typed") ? "typed" : spoken.asString();
    studio.sends(
        """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":%d,"audio_end_ms":1}"""
            .formatted(id, part));

    JsonNode error = studio.the(EventType.ERROR).path("error");
    assertThat(error.path("message").asString()).contains("truncat");
    assertThat(studio.all(EventType.CONVERSATION_ITEM_TRUNCATED)).isEmpty();
  }

  /** live-behaviour.md 2.11: other content types work too, a voice may be named, no metadata. */
  @ParameterizedTest
  @ValueSource(strings = {"output_text", "text", "input_text"})
  void words_are_forced_whatever_they_are_called(String type) {
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",
         "voice":"rex","content":[{"type":"%s","text":"Read this."}]}}"""
            .formatted(type));

    assertThat(
            studio
                .the(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE)
                .path("transcript")
                .asString())
        .isEqualTo("Read this.");
    assertThat(studio.the(EventType.RESPONSE_CREATED).path("response").has("metadata")).isFalse();
  }

  /** live-behaviour.md 2.7: metadata is echoed even when cancelled. */
  @Test
  void a_cancelled_response_keeps_its_metadata() {
    Studio paced = Studio.paced(Profile.LIVE).willSay(Everything.LONG).types("Hi.");
    paced.sends("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"a\":\"b\"}}}");
    paced.passes(1_500).sends(Everything.CANCEL);

    JsonNode response = paced.the(EventType.RESPONSE_DONE).path("response");
    assertThat(response.path("status").asString()).isEqualTo("cancelled");
    assertThat(response.path("metadata").toString()).isEqualTo("{\"a\":\"b\"}");
  }

  /** events.yaml response.create: instructions for one response leave the session as it is. */
  @Test
  void instructions_for_one_response_are_taken() {
    studio.configures("\"instructions\":\"Be brief.\"").willSay("Ahoy.").types("Hi.");
    studio.sends(
        """
        {"type":"response.create","response":{"instructions":"Talk like a pirate.",
         "modalities":["audio"]}}""");
    studio.configures("");

    assertThat(studio.all(EventType.RESPONSE_DONE)).hasSize(1);
    assertThat(studio.all(EventType.ERROR)).isEmpty();
    JsonNode session = studio.last(EventType.SESSION_UPDATED).path("session");
    assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
  }

  /** events.yaml, binary frame: accepted whatever is set, so both at once are one stream. */
  @Test
  void sound_as_json_and_as_frames_is_one_stream() {
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").fromHere();
    byte[] sound = Sounds.utterance(100, 900);
    for (int from = 0; from < sound.length; from += 9_600) {
      byte[] piece = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 9_600));
      if (from / 9_600 % 2 == 0) {
        studio.pushes(piece);
      } else {
        studio.sends(
            "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(piece)));
      }
    }

    assertThat(studio.all(EventType.INPUT_AUDIO_BUFFER_COMMITTED)).hasSize(1);
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SPOKEN);
  }
}
