package dev.soundcheck.server;

import static dev.soundcheck.server.Turn.events;
import static dev.soundcheck.server.Turn.options;
import static dev.soundcheck.server.Turn.types;
import static dev.soundcheck.server.Turn.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.Eavesdropper.Heard;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What is sent under each fault, over a real socket (issue 4 point 4; field.md). */
@Timeout(60)
final class FaultsOnTheWireTest {
  private static final String DELTA = "response.output_audio.delta";
  private static final String WORDS = "response.output_audio_transcript.delta";
  private static final String DONE = "response.done";
  private static final String ADDED = "conversation.item.added";
  private static final String CALLED = "response.function_call_arguments.done";

  private static final List<Heard> HEALTHY = Turn.healthy();

  private static List<Heard> heard(String faults) {
    return heard(options(faults));
  }

  private static List<Heard> heard(ServerOptionsBuilder options) {
    try (Turn turn = under(options)) {
      List<Heard> all = turn.all();
      assertThat(turn.blamed()).as("a fault is nobody's mistake").isEmpty();
      return all;
    }
  }

  private static List<Heard> call(String faults) {
    return heard(options(faults).playing(Turn.CALLING));
  }

  private static long bytes(List<Heard> heard) {
    return events(DELTA, heard).stream().mapToLong(FaultsOnTheWireTest::bytes).sum();
  }

  private static int bytes(JsonNode delta) {
    return Base64.getDecoder().decode(delta.path("delta").asString()).length;
  }

  @Test
  void a_turn_without_faults_is_whole() {
    assertThat(types(HEALTHY)).contains(DELTA, WORDS, DONE);
    assertThat(events(DELTA, HEALTHY)).hasSizeGreaterThan(4);
  }

  @Test
  void bad_arguments_are_no_json_wherever_they_are_told() {
    List<Heard> heard = call("bad-arguments");

    String broken = events(CALLED, heard).get(0).path("arguments").asString();
    assertThat(broken).isNotEqualTo("{\"city\":\"Paris\"}").startsWith("{\"city");
    assertThat("{\"city\":\"Paris\"}").startsWith(broken);
    assertThat(events(DONE, heard).get(0).path("response").path("output").path(0).path("arguments"))
        .hasToString(events(CALLED, heard).get(0).path("arguments").toString());
  }

  /** livekit/agents#5320 is the same for one event of a call. */
  @Test
  void repeated_call_has_the_same_call_id_in_other_events() {
    List<JsonNode> calls = events(CALLED, call("repeat-call"));

    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).path("call_id")).isEqualTo(calls.get(0).path("call_id"));
    assertThat(calls.get(1).path("event_id")).isNotEqualTo(calls.get(0).path("event_id"));
  }

  @Test
  void double_item_is_added_by_two_events() {
    List<JsonNode> added = events(ADDED, heard("double-item=1x"));

    assertThat(added).hasSize(events(ADDED, HEALTHY).size() + 1);
    assertThat(added.get(1).path("item")).isEqualTo(added.get(0).path("item"));
    assertThat(added.get(1).path("event_id")).isNotEqualTo(added.get(0).path("event_id"));
  }

  @Test
  void no_audio_leaves_the_transcript() {
    assertThat(types(heard("no-audio"))).doesNotContain(DELTA).contains(WORDS, DONE);
  }

  @Test
  void no_done_leaves_an_answer_open() {
    assertThat(types(heard("no-done"))).doesNotContain(DONE).contains("response.output_item.done");
  }

  @Test
  void odd_audio_ends_in_half_a_sample() {
    assertThat(events(DELTA, heard("odd-audio=1x")))
        .filteredOn(delta -> bytes(delta) % 2 == 1)
        .hasSize(1);
  }

  @Test
  void split_deltas_make_the_same_sound() {
    List<Heard> heard = heard("split=response.output_audio.delta:3");

    assertThat(events(DELTA, heard)).hasSize(3 * events(DELTA, HEALTHY).size());
    assertThat(bytes(heard)).isEqualTo(bytes(HEALTHY));
    assertThat(events(DELTA, heard)).allMatch(delta -> bytes(delta) % 2 == 0);
    assertThat(events(DELTA, heard).stream().map(delta -> delta.path("event_id")).distinct())
        .hasSameSizeAs(events(DELTA, heard));
  }

  @Test
  void split_text_reads_the_same() {
    assertThat(spoken(heard("split=" + WORDS + ":2"))).isEqualTo(spoken(HEALTHY));
  }

  @Test
  void merge_of_deltas_makes_the_same_sound() {
    List<Heard> heard = heard("merge=2:1x");

    assertThat(events(DELTA, heard)).hasSize(events(DELTA, HEALTHY).size() - 2);
    assertThat(bytes(heard)).isEqualTo(bytes(HEALTHY));
  }

  @Test
  void merge_of_text_reads_the_same() {
    List<Heard> heard = heard("merge=" + WORDS + ":9");

    assertThat(events(WORDS, heard)).hasSize(1);
    assertThat(spoken(heard)).isEqualTo(spoken(HEALTHY));
  }

  @Test
  void drop_loses_as_many_as_are_asked_for() {
    assertThat(events(DELTA, heard("drop=2x"))).hasSize(events(DELTA, HEALTHY).size() - 2);
    assertThat(types(heard("drop=session.created"))).doesNotContain("session.created");
  }

  @Test
  void missing_members_are_not_there() {
    JsonNode done = events(DONE, heard("missing=response.done:response.status")).get(0);

    assertThat(done.path("response").has("status")).isFalse();
    assertThat(done.path("response").has("id")).isTrue();
  }

  @Test
  void null_stands_where_it_is_asked_for() {
    JsonNode done = events(DONE, heard("null=response.done:response")).get(0);

    assertThat(done.path("response").isNull()).isTrue();
  }

  @Test
  void extra_members_stand_beside_the_known_ones() {
    JsonNode updated = events(DONE, heard("extra=response.done:response.mood")).get(0);

    assertThat(updated.path("response").path("mood").isString()).isTrue();
  }

  @Test
  void rename_gives_an_event_the_name_of_another_version() {
    assertThat(types(heard("rename=response.output_audio.delta:response.audio.delta")))
        .contains("response.audio.delta")
        .doesNotContain(DELTA);
  }

  /** live-behaviour.md §3: a ping tells the time in milliseconds. */
  @Test
  void clock_jump_shows_in_the_times_of_events() {
    long healthy = events("ping", HEALTHY).get(0).path("timestamp").longValue();
    long jumped = events("ping", heard("clock-jump=-1h")).get(0).path("timestamp").longValue();

    assertThat(jumped - healthy).isEqualTo(-3_600_000);
  }

  @Test
  void unknown_event_comes_at_its_moment() {
    List<String> types = types(heard("unknown-event=session.mood@response.created"));

    assertThat(types.indexOf("session.mood")).isEqualTo(types.indexOf("response.created") - 1);
  }

  @Test
  void duplicate_events_are_equal_to_the_last_byte() {
    List<Heard> heard =
        heard("duplicate=1x").stream().filter(one -> one.type().equals(DELTA)).toList();

    assertThat(heard).hasSize(events(DELTA, HEALTHY).size() + 1);
    assertThat(heard.get(1).text()).isEqualTo(heard.get(0).text());
  }

  @Test
  void reorder_swaps_an_event_with_the_one_behind_it() {
    List<String> types = types(heard("reorder=response.created:1x"));
    List<String> healthy = types(HEALTHY);
    int place = healthy.indexOf("response.created");

    assertThat(types.get(place)).isEqualTo(healthy.get(place + 1));
    assertThat(types.get(place + 1)).isEqualTo("response.created");
  }

  @Test
  void malformed_text_breaks_off() {
    List<Heard> broken =
        heard("malformed=response.done").stream().filter(one -> one.type().isEmpty()).toList();

    assertThat(broken).hasSize(1);
    assertThat(broken.get(0).text()).startsWith("{\"type\":\"response.done\"").doesNotEndWith("}");
  }

  @Test
  void malformed_text_is_kept_as_it_really_went_out() {
    try (Turn turn = under("malformed=response.done")) {
      String sent =
          turn.all().stream().filter(one -> one.type().isEmpty()).findFirst().orElseThrow().text();

      assertThat(turn.server().connections().get(0))
          .anyMatch(seen -> seen.toString().contains(sent) && seen.toString().contains("SERVER"))
          .noneMatch(seen -> seen.toString().contains("type=response.done"));
    }
  }

  @Test
  void oversize_frames_have_their_size() {
    assertThat(heard("oversize=response.done:200KiB"))
        .filteredOn(one -> one.type().equals(DONE))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).hasSize(200 * 1024));
  }

  /**
   * RFC 6455 §5.4: a message may come in any number of frames. The client of these tests also
   * splits a frame where its buffer ends, which happens once at most in a message of this length.
   */
  @Test
  void fragment_cuts_a_message_into_frames() {
    assertThat(heard("fragment=response.done:4"))
        .filteredOn(one -> one.type().equals(DONE))
        .singleElement()
        .satisfies(one -> assertThat(one.frames()).isBetween(4, 5));
    assertThat(HEALTHY)
        .filteredOn(one -> one.type().equals(DONE))
        .singleElement()
        .satisfies(one -> assertThat(one.frames()).isBetween(1, 2));
  }

  private static String spoken(List<Heard> heard) {
    return events(WORDS, heard).stream()
        .map(delta -> delta.path("delta").asString())
        .collect(Collectors.joining());
  }
}
