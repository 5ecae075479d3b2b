package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Reporting;
import org.junit.jupiter.api.Test;

/**
 * What decisions.md leaves to choice and no profile of now chooses, so that a profile to come only
 * has to choose it.
 */
final class ChoicesTest {
  private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";

  private static Studio choosing(Dialect.Choice choice) {
    return Studio.choosing(Profile.LIVE, dialect -> dialect.with(choice)).fromHere();
  }

  private static Studio paced(Dialect.Choice choice) {
    return Studio.pacedChoosing(Profile.LIVE, dialect -> dialect.with(choice)).fromHere();
  }

  /** A choice changes what it is about and nothing else. */
  @Test
  void a_choice_leaves_the_others_as_they_are() {
    Dialect live = Wiring.of(Profile.LIVE).dialect();
    Dialect other = live.with(Dialect.Commit.AWAITS_CREATE);

    assertThat(other).isNotEqualTo(live);
    assertThat(other.with(Dialect.Commit.ANSWERS)).isEqualTo(live);
    Dialect fewer = live.with(Reporting.Partials.NONE);
    assertThat(fewer.reporting().partials()).isEqualTo(Reporting.Partials.NONE);
    assertThat(fewer.with(live.reporting().partials())).isEqualTo(live);
  }

  /** events.yaml, response.output_text.delta. */
  @Test
  void an_answer_that_is_wanted_as_text_can_be_written() {
    Studio studio = choosing(Dialect.TextOnly.WRITTEN).willSay("Hello.").types("Hi.");
    studio.sends("{\"type\":\"response.create\",\"response\":{\"modalities\":[\"text\"]}}");

    assertThat(studio.types())
        .contains("response.output_text.delta")
        .doesNotContain("response.output_audio.delta");
  }

  /** events.yaml, input_audio_buffer.commit. */
  @Test
  void a_commit_can_leave_the_answer_to_response_create() {
    Studio studio = choosing(Dialect.Commit.AWAITS_CREATE).willSay("Hello.");
    studio.pushes(Sounds.speech(800)).sends(COMMIT).passes(1_000);
    assertThat(studio.types())
        .contains("input_audio_buffer.committed")
        .doesNotContain("response.created");
  }

  /** clients.md 10.3. */
  @Test
  void a_commit_of_nothing_can_be_an_error() {
    Studio studio = choosing(Dialect.EmptyCommit.REFUSED).sends(COMMIT);

    assertThat(studio.types()).containsExactly("error");
    assertThat(studio.the(EventType.ERROR).path("error").path("code").asString())
        .isEqualTo("input_audio_buffer_commit_empty");
  }

  /** decisions.md "response.create": documented. */
  @Test
  void a_response_without_news_can_be_answered() {
    Studio studio = choosing(Dialect.IdleCreate.ANSWERED).willSay("One.").willSay("Two.");
    studio.types("Hi.").asksForResponse().asksForResponse();

    assertThat(studio.asked())
        .extracting(Cue.Asked::kind)
        .containsExactly(Cue.Kind.TYPED, Cue.Kind.NUDGED);
  }

  /** live-behaviour.md 5.2 is weak about it. */
  @Test
  void the_result_of_an_unknown_call_can_be_kept() {
    Studio studio = choosing(Dialect.UnknownCall.ACCEPTED);
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"function_call_output",
         "call_id":"call-nobody-0","output":"18"}}""");

    assertThat(studio.types()).containsExactly("conversation.item.added");
  }

  /** decisions.md "Numbers": the wall clock of the captures. */
  @Test
  void edges_of_speech_can_be_told_by_the_clock() {
    Studio studio = choosing(Dialect.AudioTimes.WALL_CLOCK).passes(5_000);
    studio.pushes(Sounds.speech(500));

    assertThat(
            studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED).path("audio_start_ms").asInt())
        .isEqualTo(5_000);
  }

  /** decisions.md "Orders": documented. */
  @Test
  void an_answer_that_sent_nothing_can_end_as_cancelled() {
    Studio studio = paced(Dialect.Unheard.CANCELLED).willSay("Hello.");
    studio.configures("\"turn_detection\":{\"type\":\"server_vad\"}").passes(1_000);
    studio.types("Hi.").asksForResponse().passes(200).fromHere().pushes(Sounds.speech(500));

    assertThat(studio.types()).startsWith("response.done");
  }

  /** decisions.md "Orders": documented. */
  @Test
  void speech_without_detection_can_break_off_an_answer_as_with_it() {
    Studio studio = paced(Dialect.ManualBargeIn.AS_UNDER_VAD);
    studio.willSay("A rather long answer that takes its time to be spoken, doesn't it?");
    studio.types("Hi.").asksForResponse().passes(1_200).fromHere();
    studio.pushes(Sounds.speech(300));

    assertThat(studio.types()).startsWith("response.done", "input_audio_buffer.speech_started");
  }
}
