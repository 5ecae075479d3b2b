package dev.soundcheck.server.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.recording.Deviation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A recording played as the server, in virtual time (issue 3 point 4). */
final class RecitalTest {
  private static final String UPDATE =
      "{'type':'session.update','session':{'instructions':'Be brief.'}}";
  private static final String QUESTION =
      "{'type':'conversation.item.create','event_id':'e','item':{'id':'my-own','type':'message'}}";
  private static final String ASK = "{'type':'response.create'}";

  private final List<Deviation> deviations = new ArrayList<>();
  private final List<Observed> heard = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Test
  void it_waits_for_what_the_client_did_and_says_so() {
    Recital play = play(Talk.withToolCall(), Policy.TYPES, Speed.INSTANT);

    assertThat(types()).containsExactly("session.created");
    assertThat(play.wakeAt()).isEmpty();
    assertThat(play.waitsFor()).startsWith("session.update (number 1");

    says(play, UPDATE);

    assertThat(types()).containsExactly("session.created", "session.updated");
  }

  @Test
  void gaps_count_from_their_cause_and_are_scaled() {
    Recital play = play(Talk.withToolCall(), Policy.TYPES, new Speed(2));
    now = Duration.ofSeconds(60);
    says(play, UPDATE);

    assertThat(types()).containsExactly("session.created");
    assertThat(play.wakeAt()).contains(Duration.ofMillis(60_500));
    heard.addAll(play.advance(Duration.ofSeconds(70)));
    assertThat(heard.get(1).at()).isEqualTo(Duration.ofMillis(60_500));
  }

  @Test
  void ids_of_the_client_are_echoed_as_it_chose_them_now() {
    Recital play = play(Talk.withToolCall(), Policy.TYPES, Speed.INSTANT);
    says(play, UPDATE, QUESTION, ASK);

    assertThat(json("conversation.item.added").at("/item/id").asString()).isEqualTo("my-own");
  }

  @Test
  void ids_of_the_server_are_new_also_within_other_ids() {
    Recital play = play(Talk.withToolCall(), Policy.TYPES, Speed.INSTANT);
    says(play, UPDATE, QUESTION, ASK);

    JsonNode call = json("response.function_call_arguments.done");
    String response = call.path("response_id").asString();
    assertThat(response)
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isNotEqualTo("feea3318-12a0-4d5e-99d5-d1637d00cd98");
    assertThat(call.path("call_id").asString()).isEqualTo("call-" + response + "-0");
    assertThat(call.path("previous_item_id").asString()).isEqualTo("0");
    assertThat(json("session.created").at("/session/id").asString())
        .startsWith("sess_")
        .isNotEqualTo("sess_0a1b2c3d");
  }

  @Test
  void a_client_that_answers_another_call_is_found_by_exact_only() {
    String wrong =
        "{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'call-1','output':'fog'}}";
    says(play(Talk.withToolCall(), Policy.EXACT, Speed.INSTANT), UPDATE, QUESTION, ASK, wrong);

    assertThat(deviations).extracting(Deviation::kind).containsExactly(Kind.VALUE);
    assertThat(deviations.get(0).message()).contains("$.item.call_id", "found call-1");
    assertThat(Policy.TYPES.allows(Kind.VALUE)).isTrue();
    assertThat(types()).contains("response.done");
  }

  @Test
  void a_client_that_leaves_something_out_is_played_to_all_the_same() {
    Recital play = play(Talk.withToolCall(), Policy.TYPES, Speed.INSTANT);
    says(play, QUESTION, ASK);

    assertThat(types()).contains("response.function_call_arguments.done");
    leaves(play);
    assertThat(deviations)
        .filteredOn(it -> !it.allowed())
        .extracting(Deviation::kind)
        .containsExactlyInAnyOrder(Kind.MISSING, Kind.MISSING, Kind.LEFT);
  }

  @Test
  void what_was_not_recorded_is_found_unless_the_policy_is_lenient() {
    String strange = "{'type':'response.cancel'}";
    says(play(Talk.withToolCall(), Policy.TYPES, Speed.INSTANT), strange, UPDATE);
    assertThat(deviations).extracting(Deviation::allowed).containsExactly(false);
    assertThat(deviations.get(0).message())
        .isEqualTo(
            "expected session.update (number 1, recorded at 1.000 s), found response.cancel");
    assertThat(types()).contains("session.updated");

    deviations.clear();
    says(play(Talk.withToolCall(), Policy.LENIENT, Speed.INSTANT), strange, UPDATE);
    assertThat(deviations).extracting(Deviation::allowed).containsExactly(true);
  }

  @Test
  void a_client_that_leaves_too_early_is_found_under_every_policy() {
    for (Policy policy : Policy.values()) {
      deviations.clear();
      leaves(play(Talk.withToolCall(), policy, Speed.INSTANT));

      assertThat(deviations)
          .filteredOn(it -> !it.allowed())
          .extracting(Deviation::kind)
          .contains(Kind.LEFT);
    }
  }

  @Test
  void speech_is_heard_after_as_much_sound_as_was_recorded_however_it_is_cut() {
    Recital play = play(spoken(), Policy.TYPES, Speed.INSTANT);
    says(play, append("AAAAAAAA"), append("AAAA"));
    assertThat(types()).isEmpty();
    assertThat(play.waitsFor()).contains("until 12 bytes of it have come");

    says(play, append("AAAA"));
    assertThat(types()).containsExactly("input_audio_buffer.speech_started");
  }

  @Test
  void sound_that_stops_short_is_waited_for_a_second() {
    Recital play = play(spoken(), Policy.EXACT, Speed.INSTANT);
    says(play, append("AAAA"));

    assertThat(play.wakeAt()).contains(Duration.ofSeconds(1));
    heard.addAll(play.advance(Duration.ofSeconds(1)));
    deviations.addAll(play.deviations());
    assertThat(types()).containsExactly("input_audio_buffer.speech_started");
    assertThat(deviations).extracting(Deviation::kind).containsExactly(Kind.VALUE);
  }

  @Test
  void a_silent_client_is_waited_for_without_end() {
    Recital play = play(spoken(), Policy.TYPES, Speed.INSTANT);

    assertThat(play.wakeAt()).isEmpty();
    assertThat(play.advance(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void connections_of_one_conversation_go_to_successive_clients_with_the_same_ids() {
    Trace trace =
        new Talk()
            .server("{'type':'conversation.created','conversation':{'id':'conv_123'}}")
            .closed(Origin.SERVER, 1006)
            .server("{'type':'conversation.created','conversation':{'id':'conv_123'}}")
            .trace();
    Reel reel = new Reel(Recording.of(trace, Origin.SERVER, Policy.TYPES, Speed.INSTANT), 1);
    List<Observed> first = reel.next(1, Optional.empty()).advance(now);
    List<Observed> second = reel.next(2, Optional.empty()).advance(now);
    List<Observed> other = reel.next(3, Optional.empty()).advance(now);

    assertThat(first.get(1)).isInstanceOf(Observed.Closed.class);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(id(other)).isNotEqualTo(id(first));
  }

  @Test
  void a_trace_without_the_server_cannot_be_played_as_it() {
    Trace trace = new Talk().client(ASK).trace();

    assertThatThrownBy(() -> Recording.of(trace, Origin.SERVER, Policy.TYPES, Speed.INSTANT))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            "The trace of 'ws://somewhere' holds no message of the server, so there is nothing to play.");
  }

  private static Trace spoken() {
    return new Talk()
        .client(append("AAAA"))
        .client(append("AAAAAAAAAAAA"))
        .server("{'type':'input_audio_buffer.speech_started'}")
        .trace();
  }

  private static String append(String base64) {
    return "{'type':'input_audio_buffer.append','audio':'%s'}".formatted(base64);
  }

  private static String id(List<Observed> said) {
    return ((Observed.Message) said.get(0)).json().at("/conversation/id").asString();
  }

  private Recital play(Trace trace, Policy policy, Speed speed) {
    heard.clear();
    now = Duration.ZERO;
    Recital play =
        new Reel(Recording.of(trace, Origin.SERVER, policy, speed), 1).next(1, Optional.empty());
    heard.addAll(play.advance(speed.equals(Speed.INSTANT) ? now : Duration.ofSeconds(1)));
    return play;
  }

  private void says(Recital play, String... events) {
    for (String event : events) {
      heard.addAll(play.hear(now, Talk.says(now, Origin.CLIENT, event)));
    }
    deviations.addAll(play.deviations());
  }

  private void leaves(Recital play) {
    play.hear(now, new Observed.Closed(now, 1, Origin.CLIENT, 1006, ""));
    deviations.addAll(play.deviations());
  }

  private List<String> types() {
    return heard.stream().map(Sort::name).toList();
  }

  private JsonNode json(String type) {
    return heard.stream()
        .map(it -> ((Observed.Message) it).json())
        .filter(it -> it.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
