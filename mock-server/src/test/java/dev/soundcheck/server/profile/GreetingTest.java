package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Dialect.ModelName;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GreetingTest {
  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  /** live-behaviour.md 2.1. */
  @Test
  void a_live_session_greets_with_itself_its_conversation_and_a_ping() {
    Studio studio = Studio.paced(Profile.LIVE);

    assertThat(studio.heard())
        .extracting(Studio.Heard::type)
        .containsExactly("session.created", "conversation.created", "ping");
  }

  /** live-behaviour.md 0.1 (launch), decisions.md "Profiles". */
  @Test
  void at_launch_the_conversation_came_first() {
    Studio studio = Studio.paced(Profile.LAUNCH);

    assertThat(studio.heard())
        .extracting(Studio.Heard::type)
        .containsExactly("conversation.created", "ping");
  }

  /** live-behaviour.md 1.1 and 1.2. */
  @Test
  void the_snapshot_has_the_captured_members() {
    Studio studio = Studio.paced(Profile.LIVE);

    JsonNode session = studio.the(EventType.SESSION_CREATED).path("session");
    assertThat(session.path("id").asString()).matches("[0-9a-f]{32}");
    assertThat(session.path("voice").asString()).isEqualTo("xai_ara");
    assertThat(session.path("turn_detection").toString()).isEqualTo("{\"type\":null}");
    assertThat(session.propertyNames())
        .containsExactly(
            "id",
            "object",
            "instructions",
            "voice",
            "modalities",
            "turn_detection",
            "tools",
            "model");
    JsonNode conversation = studio.the(EventType.CONVERSATION_CREATED);
    assertThat(conversation.path("conversation").path("id").asString()).matches(UUID);
    assertThat(conversation.path("event_id").asString()).matches(UUID);
  }

  /** live-behaviour.md 3: exactly every 10 000 ms by its own timestamp. */
  @Test
  void a_ping_comes_every_ten_seconds_exactly() {
    Studio studio = Studio.paced(Profile.LIVE).passes(30_000);

    long opened = Studio.OPENED.toEpochMilli();
    assertThat(studio.all(EventType.PING))
        .extracting(ping -> ping.json().path("timestamp").asLong() - opened)
        .containsExactly(0L, 10_000L, 20_000L, 30_000L);
  }

  @Test
  void a_ping_can_come_out_of_turn() {
    Studio studio = Studio.paced(Profile.LIVE).passes(1_500).intends(new Intent.Ping());

    assertThat(studio.last(EventType.PING).path("timestamp").asLong())
        .isEqualTo(Studio.OPENED.toEpochMilli() + 1_500);
  }

  /** live-behaviour.md 1.2 and 5.2; events.yaml query.model. */
  @ParameterizedTest
  @CsvSource({
    "'',grok-voice-think-fast-2.0",
    "grok-voice-latest,grok-voice-think-fast-2.0",
    "no-such-model,grok-voice-think-fast-2.0",
    "grok-voice-think-fast-1.0,grok-voice-think-fast-1.0",
    "grok-voice-fast-1.0,grok-voice-fast-1.0"
  })
  void the_model_shown_is_the_one_behind_the_name(String asked, String shown) {
    Studio studio = Studio.with(Profile.LIVE, setup -> asking(setup, asked));

    assertThat(studio.the(EventType.SESSION_CREATED).path("session").path("model").asString())
        .isEqualTo(shown);
  }

  /** decisions.md "Profiles": 28 July shows the alias, 31 July the resolved name. */
  @Test
  void in_july_the_alias_is_a_choice() {
    Studio resolved = Studio.paced(Profile.LIVE_2026_07);
    Studio alias = Studio.choosing(Profile.LIVE_2026_07, one -> one.with(ModelName.AS_ASKED));

    assertThat(List.of(resolved, alias))
        .extracting(
            one -> one.the(EventType.SESSION_CREATED).path("session").path("model").asString())
        .containsExactly("grok-voice-think-fast-1.0", "grok-voice-latest");
  }

  private static Setup asking(Setup setup, String model) {
    return new Setup(setup.dialect(), model, new Ids(7), setup.voice(), setup.openedAt());
  }
}
