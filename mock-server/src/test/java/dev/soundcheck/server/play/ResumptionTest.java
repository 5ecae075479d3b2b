package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.session.Memory;
import dev.soundcheck.server.session.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation that goes on after its connection (live-behaviour.md 2.12; the capture
 * session-resumption-after-drop).
 */
class ResumptionTest {
  private static final Instant MORNING = Instant.ofEpochSecond(1_790_000_000);
  private static final String ENABLE =
      "{\"type\":\"session.update\",\"session\":{\"resumption\":{\"enabled\":true}}}";
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";

  private final Conversations conversations = new Conversations();
  private long seeds;

  @Test
  void a_later_connection_has_the_same_conversation_and_another_session() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).asks();
    Line second = open(Optional.of(first.conversation()), MORNING.plusSeconds(60));

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(second.first("session.created").at("/session/id"))
        .isNotEqualTo(first.first("session.created").at("/session/id"));
  }

  @Test
  void what_the_assistant_said_is_replayed_before_the_echo_of_the_update() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).asks();
    Line second = open(Optional.of(first.conversation()), MORNING.plusSeconds(60)).says(ENABLE);

    assertThat(second.types())
        .containsExactly(
            "session.created",
            "conversation.created",
            "ping",
            "conversation.item.added",
            "session.updated");
    JsonNode added = second.first("conversation.item.added");
    assertThat(added.at("/item/content/0/type").asString()).isEqualTo("text");
    assertThat(added.at("/item/content/0/text").asString()).isEqualTo(first.answer());
    assertThat(added.at("/item/role").asString()).isEqualTo("assistant");
    assertThat(added.at("/item/status").asString()).isEqualTo("completed");
    assertThat(added.at("/item/replayed").asBoolean()).isTrue();
    assertThat(added.path("previous_item_id").isNull()).isTrue();
    assertThat(second.findings).isEmpty();
  }

  @Test
  void what_follows_is_anchored_to_what_was_replayed() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).asks();
    Line second =
        open(Optional.of(first.conversation()), MORNING.plusSeconds(60)).says(ENABLE).asks();

    List<JsonNode> added = second.all("conversation.item.added");
    assertThat(added.get(1).path("previous_item_id")).isEqualTo(added.get(0).at("/item/id"));
  }

  @Test
  void billed_seconds_go_on() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).passes(20).asks();
    Line second = open(Optional.of(first.conversation()), MORNING.plusSeconds(60)).says(ENABLE);

    assertThat(second.asks().first("response.done").at("/usage/billable_audio_seconds").asInt())
        .isGreaterThanOrEqualTo(20);
  }

  @Test
  void both_connections_must_enable_it() {
    Line silent = open(Optional.empty(), MORNING).says(UPDATE).asks();
    Line kept = open(Optional.empty(), MORNING).says(ENABLE).asks();

    assertThat(open(Optional.of(silent.conversation()), MORNING).conversation())
        .isNotEqualTo(silent.conversation());
    assertThat(open(Optional.of(kept.conversation()), MORNING).says(UPDATE).types())
        .doesNotContain("conversation.item.added");
  }

  @Test
  void a_conversation_lives_for_half_an_hour() {
    String id = open(Optional.empty(), MORNING).says(ENABLE).conversation();

    assertThat(open(Optional.of(id), MORNING.plus(Memory.LIFETIME)).conversation()).isEqualTo(id);
    assertThat(open(Optional.of(id), MORNING.plus(Memory.LIFETIME).plusSeconds(10)).conversation())
        .isNotEqualTo(id);
  }

  @Test
  void a_deleted_item_is_not_replayed() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).asks();
    String item = first.first("response.output_item.done").at("/item/id").asString();
    first.says("{\"type\":\"conversation.item.delete\",\"item_id\":\"" + item + "\"}").passes(1);

    assertThat(open(Optional.of(first.conversation()), MORNING).says(ENABLE).types())
        .doesNotContain("conversation.item.added");
  }

  @Test
  void a_third_connection_hears_all_of_it_once() {
    Line first = open(Optional.empty(), MORNING).says(ENABLE).asks();
    Optional<String> id = Optional.of(first.conversation());
    open(id, MORNING.plusSeconds(60)).says(ENABLE).asks();

    assertThat(open(id, MORNING.plusSeconds(120)).says(ENABLE).all("conversation.item.added"))
        .hasSize(2);
  }

  private Line open(Optional<String> conversation, Instant at) {
    return new Line(new Past(conversation, conversations), at, seeds++);
  }

  /** One connection in virtual time. */
  private static final class Line implements Wire, Witness {
    private final List<JsonNode> heard = new ArrayList<>();
    private final List<ConnectionFinding> findings = new ArrayList<>();
    private final Play play;
    private Duration now = Duration.ZERO;

    Line(Past past, Instant at, long seed) {
      Opening opening =
          new Opening(
              1,
              Repertoire.builtIn().conversation(),
              Profile.LIVE,
              "",
              seed,
              SpokenVoice.embedded(),
              at);
      play = new Play(opening, Conditions.USUAL.with(past), this, this);
      play.open();
    }

    Line says(String event) {
      play.text(now, event);
      return passes(1);
    }

    Line asks() {
      return says("""
              {"type":"conversation.item.create","item":{"type":"message","role":"user",
               "content":[{"type":"input_text","text":"How are you?"}]}}""")
          .says("{\"type\":\"response.create\"}")
          .passes(9);
    }

    Line passes(int seconds) {
      now = now.plusSeconds(seconds);
      play.advance(now);
      return this;
    }

    String conversation() {
      return first("conversation.created").at("/conversation/id").asString();
    }

    String answer() {
      return first("response.output_audio_transcript.done").path("transcript").asString();
    }

    JsonNode first(String type) {
      return all(type).get(0);
    }

    List<JsonNode> all(String type) {
      return heard.stream().filter(one -> one.path("type").asString().equals(type)).toList();
    }

    List<String> types() {
      return heard.stream().map(one -> one.path("type").asString()).toList();
    }

    @Override
    public void send(byte[] bytes) {
      throw new AssertionError("nothing binary is sent by a play");
    }

    @Override
    public void send(String text) {
      heard.add(JsonMapper.shared().readTree(text));
    }

    @Override
    public void close(int code, String reason) {}

    @Override
    public void observed(Observed observed) {}

    @Override
    public void found(ConnectionFinding finding) {
      findings.add(finding);
    }
  }
}
