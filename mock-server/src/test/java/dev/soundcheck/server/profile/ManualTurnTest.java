package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import org.junit.jupiter.api.Test;

class ManualTurnTest {
  private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";
  private static final String CLEAR = "{\"type\":\"input_audio_buffer.clear\"}";

  private final Studio studio = Studio.paced(Profile.LIVE).fromHere();

  /** live-behaviour.md 2.4. */
  @Test
  void a_commit_is_answered_by_itself() {
    studio.willSay("Hello.").pushes(Sounds.speech(800));
    assertThat(studio.types())
        .containsExactly("input_audio_buffer.speech_started", "conversation.item.added");

    studio.fromHere().sends(COMMIT).passes(1_000);
    assertThat(studio.types().subList(0, 4))
        .containsExactly(
            "input_audio_buffer.speech_stopped",
            "input_audio_buffer.committed",
            "conversation.item.input_audio_transcription.completed",
            "response.created");
    assertThat(studio.heard().get(0).at()).hasMillis(570);
    assertThat(studio.heard().get(2).at()).hasMillis(700);
    assertThat(studio.heard().get(3).at()).hasMillis(703);
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SPOKEN);
  }

  /** live-behaviour.md 2.4, twice: no silence lies between the speech of two turns by hand. */
  @Test
  void the_next_turn_is_heard_as_well() {
    studio.willSay("Hello.").pushes(Sounds.speech(800)).sends(COMMIT).passes(5_000);
    studio.fromHere().willSay("Hello again.").pushes(Sounds.speech(800)).sends(COMMIT);
    studio.passes(5_000);

    assertThat(studio.all(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)).hasSize(1);
    assertThat(studio.all(EventType.RESPONSE_DONE)).hasSize(1);
  }

  /** The same where response.create commits (live-behaviour.md 2.4). */
  @Test
  void the_turn_after_one_that_a_response_committed_is_heard_as_well() {
    studio.willSay("Hello.").pushes(Sounds.speech(800)).asksForResponse().passes(5_000);
    studio.fromHere().willSay("Hello again.").pushes(Sounds.speech(800)).sends(COMMIT);
    studio.passes(5_000);

    assertThat(studio.all(EventType.RESPONSE_DONE)).hasSize(1);
  }

  /** live-behaviour.md 2.4: no reply, no error. */
  @Test
  void a_commit_of_silence_says_nothing() {
    studio.pushes(Sounds.silence(500)).sends(COMMIT).passes(2_000);

    assertThat(studio.types()).isEmpty();
  }

  /** live-behaviour.md 2.4; clients.md A.10. */
  @Test
  void a_commit_of_nothing_says_nothing() {
    studio.sends(COMMIT).passes(2_000);

    assertThat(studio.types()).isEmpty();
    assertThat(studio.asked()).isEmpty();
  }

  /** live-behaviour.md 2.4: a response asked for in the same burst is the same response. */
  @Test
  void a_response_asked_for_with_the_commit_is_merged() {
    studio.willSay("Hello.").pushes(Sounds.speech(800)).sends(COMMIT);
    studio.sends("{\"type\":\"response.create\",\"response\":{\"metadata\":{\"k\":\"v\"}}}");
    studio.passes(5_000);

    assertThat(studio.all(EventType.RESPONSE_CREATED)).hasSize(1);
    assertThat(studio.the(EventType.RESPONSE_CREATED).path("response").path("metadata"))
        .hasToString("{\"k\":\"v\"}");
    assertThat(studio.asked()).extracting(Cue.Asked::kind).containsExactly(Cue.Kind.SPOKEN);
    assertThat(studio.all(EventType.ERROR)).isEmpty();
  }

  /** live-behaviour.md 2.4: it commits speech that is in the buffer. */
  @Test
  void a_response_asked_for_without_a_commit_commits() {
    studio.willSay("Hello.").pushes(Sounds.speech(800)).asksForResponse().passes(1_000);

    assertThat(studio.types())
        .contains("input_audio_buffer.committed", "response.created")
        .doesNotContain("error");
  }

  /** live-behaviour.md 2.4: also when the buffer is empty. */
  @Test
  void a_clear_is_confirmed() {
    studio.sends(CLEAR);

    assertThat(studio.types()).containsExactly("input_audio_buffer.cleared");
  }

  /** live-behaviour.md 2.4: right after a commit it cancels the coming answer. */
  @Test
  void a_clear_after_the_commit_takes_the_answer_back() {
    studio.willSay("Hello.").pushes(Sounds.speech(800)).sends(COMMIT).sends(CLEAR).passes(5_000);

    assertThat(studio.types()).doesNotContain("response.created");
    assertThat(studio.asked()).isEmpty();
  }

  /** live-behaviour.md 2.4: a clear makes a dropped response.create work again. */
  @Test
  void a_clear_makes_news() {
    studio.willSay("One.").types("Hi.").asksForResponse().passes(5_000);
    studio.asksForResponse().passes(100);
    assertThat(studio.asked()).hasSize(1);

    studio.sends(CLEAR).asksForResponse().passes(100);
    assertThat(studio.asked()).hasSize(2);
  }

  /** live-behaviour.md 2.4: speech stops the answer, nothing is said about it. */
  @Test
  void speech_stops_an_answer_without_a_word() {
    studio.willSay("A rather long answer that takes its time to be spoken, doesn't it?");
    studio.types("Hi.").asksForResponse().passes(1_200).fromHere();
    studio.pushes(Sounds.speech(300)).passes(9_000);

    assertThat(studio.types())
        .containsExactly("input_audio_buffer.speech_started", "conversation.item.added");
  }

  /** live-behaviour.md 2.4: a pause in speech does not end a turn that the client commits. */
  @Test
  void a_pause_does_not_end_the_turn() {
    studio.willSay("Hello.").pushes(Sounds.utterance(0, 400)).pushes(Sounds.utterance(0, 400));
    assertThat(studio.all(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)).hasSize(1);

    studio.sends(COMMIT).passes(1_000);
    assertThat(studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED).path("audio_end_ms"))
        .hasToString("1400");
  }
}
