package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.play.Conversations;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Memory;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Past;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
  private static final String LONG =
      "A rather long answer that takes its time to be spoken. It even has a second sentence.";

  /** A session in which a server says everything it can say. */
  private static Studio everything(Profile profile) {
    Conversations past = new Conversations();
    past.keep("c", new Memory.Line("i", "Before."), Studio.OPENED);
    Studio studio = Studio.with(profile, setup -> setup.with(new Past(Optional.of("c"), past)));
    studio.configures(
        """
        "resumption":{"enabled":true},"turn_detection":{"type":"server_vad"},"voice":"eve","reasoning":{"effort":"high"},
        "tools":[{"type":"function","name":"f"},{"type":"web_search"}],"replace":{"a":"b"},
        "audio":{"input":{"transcription":{"model":"grok-transcribe"}},"output":{"speed":1.1}}""");
    studio.passes(1_000).pushes(Sounds.utterance(100, 900)).passes(1_000);
    studio.will(new Intent.Answer(List.of(Studio.speech("Wait."), new Intent.Call("f", "{}"))));
    studio.types("Hi.").asksForResponse().passes(5_000);
    studio.willSay(LONG).types("Hi.");
    studio.sends("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"a\":\"b\"}}}");
    studio
        .passes(1_500)
        .sends("{\"type\":\"response.cancel\"}")
        .sends("{\"type\":\"response.cancel\"}");
    studio.sends("{\"type\":\"input_audio_buffer.clear\"}");
    String item =
        studio.last(EventType.RESPONSE_OUTPUT_ITEM_DONE).path("item").path("id").asString();
    studio.sends(
        """
        {"type":"conversation.item.truncate","item_id":"%s","content_index":0,"audio_end_ms":1}"""
            .formatted(item));
    studio.sends("{\"type\":\"conversation.item.delete\",\"item_id\":\"%s\"}".formatted(item));
    return studio.passes(1_000);
  }

  /** The studio holds every event against the contract; here it sees all of them. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void all_that_is_said_keeps_the_contract(Profile profile) {
    Set<Class<?>> said = new HashSet<>();
    for (Output output : everything(profile).outputs()) {
      said.add(output.getClass());
    }

    Set<Class<?>> all = new HashSet<>(Arrays.asList(Meaning.class.getPermittedSubclasses()));
    if (profile == Profile.LAUNCH) {
      all.remove(Meaning.SessionCreated.class);
    }
    assertThat(said).containsAll(all);
  }

  /** live-behaviour.md 0.1: items say since August that they are not replayed. */
  @Test
  void only_live_says_that_nothing_is_replayed() {
    Studio live = Studio.instant(Profile.LIVE).types("Hi.");
    Studio july = Studio.instant(Profile.LIVE_2026_07).types("Hi.");

    EventType added = EventType.CONVERSATION_ITEM_ADDED;
    assertThat(live.the(added).path("item").path("replayed").isBoolean()).isTrue();
    assertThat(july.the(added).path("item").has("replayed")).isFalse();
  }
}
