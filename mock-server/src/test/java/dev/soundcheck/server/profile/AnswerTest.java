package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.ClientEvent;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Session;
import dev.soundcheck.server.session.Setup;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswerTest {
  private static final String WORDS =
      "Your name is Alice and your favorite color is teal. If there is anything else that you"
          + " would like to share, I am all ears!";

  private final Studio studio = answering(Studio.paced(Profile.LIVE));

  private static Studio answering(Studio studio) {
    return studio.willSay(WORDS).types("Hi.").asksForResponse().passes(9_000);
  }

  private static List<Studio.Heard> sound(Studio studio) {
    return studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA);
  }

  private static byte[] bytes(Studio studio) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sound(studio)
        .forEach(
            one -> all.writeBytes(Base64.getDecoder().decode(one.json().path("delta").asString())));
    return all.toByteArray();
  }

  /** live-behaviour.md 6: first chunk 245 ms since late August, 489 ms in July. */
  @ParameterizedTest
  @CsvSource({"LIVE,245", "LIVE_2026_07,489"})
  void the_first_piece_of_sound_has_its_own_length(Profile profile, int millis) {
    JsonNode first = sound(answering(Studio.paced(profile))).get(0).json();

    assertThat(first.path("audio_duration_ms").asInt()).isEqualTo(millis);
  }

  /** live-behaviour.md 6: then pieces of 520 to 860 ms, often followed by a short remainder. */
  @Test
  void pieces_are_irregular() {
    List<Integer> lengths =
        sound(studio).stream().map(one -> one.json().path("audio_duration_ms").asInt()).toList();

    assertThat(lengths.subList(1, lengths.size()))
        .hasSizeGreaterThan(8)
        .allSatisfy(length -> assertThat(length).isBetween(1, 860))
        .anySatisfy(length -> assertThat(length).isLessThan(520));
    assertThat(lengths.stream().filter(length -> length >= 519).distinct().count())
        .isGreaterThan(3);
  }

  /** live-behaviour.md 6: about three times real time, gaps of at most 320 ms. */
  @Test
  void sound_comes_about_three_times_faster_than_it_plays() {
    List<Studio.Heard> deltas = sound(studio);
    Duration took = deltas.get(deltas.size() - 1).at().minus(deltas.get(0).at());
    double played = bytes(studio).length / 48.0;

    assertThat(played / took.toMillis()).isBetween(2.2, 4.0);
    for (int i = 1; i < deltas.size(); i++) {
      assertThat(deltas.get(i).at().minus(deltas.get(i - 1).at()).toMillis()).isBetween(1L, 320L);
    }
  }

  /** live-behaviour.md 1.5: rid, and the first sound before its words. */
  @Test
  void every_piece_of_sound_belongs_to_words_that_are_known_by_then() {
    Map<String, Integer> announced = new HashMap<>();
    List<Studio.Heard> heard = studio.heard();
    for (int i = 0; i < heard.size(); i++) {
      JsonNode json = heard.get(i).json();
      if (heard.get(i).type().equals("response.output_audio_transcript.delta")) {
        assertThat(json.path("rid")).isEqualTo(json.path("event_id"));
        announced.put(json.path("rid").asString(), i);
      }
    }
    List<Studio.Heard> deltas = sound(studio);
    assertThat(heard.indexOf(deltas.get(0)))
        .isLessThan(announced.get(deltas.get(0).json().path("rid").asString()));
    for (Studio.Heard delta : deltas.subList(1, deltas.size())) {
      assertThat(announced.get(delta.json().path("rid").asString()))
          .isLessThan(heard.indexOf(delta));
    }
  }

  /** live-behaviour.md 6: phrases, leading space included. */
  @Test
  void the_words_come_in_phrases_that_make_up_the_transcript() {
    List<Studio.Heard> deltas = studio.all(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA);

    assertThat(deltas).hasSizeGreaterThan(1);
    assertThat(
            deltas.stream()
                .map(one -> one.json().path("delta").asString())
                .collect(Collectors.joining()))
        .isEqualTo(WORDS);
    assertThat(deltas.get(1).json().path("delta").asString()).startsWith(" ");
    assertThat(deltas.get(0).json().path("start_time").asDouble()).isZero();
    assertThat(deltas.get(1).json().path("start_time").asDouble()).isPositive();
  }

  /** live-behaviour.md 1.5: latency only on the first piece; 2.16: 0.75 s. */
  @Test
  void latency_stands_on_the_first_piece_only() {
    assertThat(sound(studio).get(0).json().path("latency").asString()).isEqualTo("0.75");
    assertThat(sound(studio).subList(1, 3)).noneMatch(one -> one.json().has("latency"));
  }

  /** live-behaviour.md 1.5: ts is the wall clock in milliseconds. */
  @Test
  void every_piece_says_when_it_was_sent() {
    assertThat(sound(studio))
        .allSatisfy(
            one ->
                assertThat(one.json().path("ts").asLong())
                    .isEqualTo(Studio.OPENED.plus(one.at()).toEpochMilli()));
  }

  /** decisions.md "Numbers": exact samples sent; about 50 tokens a second. */
  @Test
  void usage_counts_the_sound_that_was_sent() {
    JsonNode usage = studio.the(EventType.RESPONSE_DONE).path("usage");
    double seconds = bytes(studio).length / 48_000.0;

    assertThat(usage.path("output_audio_seconds").asDouble()).isCloseTo(seconds, within(1e-9));
    assertThat(usage.path("output_token_details").path("audio_tokens").asInt())
        .isEqualTo((int) Math.ceil(seconds * 50 - 1e-9));
    assertThat(usage.path("total_tokens").asInt())
        .isEqualTo(usage.path("input_tokens").asInt() + usage.path("output_tokens").asInt());
    assertThat(studio.the(EventType.RESPONSE_DONE).path("response").path("usage")).isEmpty();
  }

  /** live-behaviour.md 1.7: a running total of the conversation, following the clock. */
  @Test
  void billable_seconds_run_on() {
    Studio idle = Studio.instant(Profile.LIVE).willSay("One.").willSay("Two.").passes(3_700);
    idle.types("a").asksForResponse().passes(2_000).types("b").asksForResponse();

    assertThat(idle.all(EventType.RESPONSE_DONE))
        .extracting(one -> one.json().path("usage").path("billable_audio_seconds").asInt())
        .containsExactly(3, 5);
  }

  /** events.yaml audio_formats: the output format is the client's choice. */
  @ParameterizedTest
  @CsvSource({"audio/pcm,8000,2", "audio/pcm,48000,2", "audio/pcmu,8000,1", "audio/pcma,8000,1"})
  void sound_comes_in_the_format_asked_for(String type, int rate, int size) {
    Studio other = Studio.instant(Profile.LIVE).willSay("Hello there, Marcelo.");
    other.configures(
        "\"audio\":{\"output\":{\"format\":{\"type\":\"%s\",\"rate\":%d}}}".formatted(type, rate));
    other.types("Hi.").asksForResponse();

    double seconds =
        other.the(EventType.RESPONSE_DONE).path("usage").path("output_audio_seconds").asDouble();
    assertThat(bytes(other)).hasSize((int) Math.round(seconds * rate * size));
    assertThat(seconds).isBetween(1.33, 1.36);
  }

  @Test
  void a_recording_is_sent_as_it_is() {
    Pcm sound = ToneVoice.hum(24_000);
    Studio other = Studio.instant(Profile.LIVE);
    other.will(new Intent.Answer(List.of(new Intent.Recording("One second.", sound))));
    other.types("Hi.").asksForResponse();

    assertThat(bytes(other)).isEqualTo(AudioFormat.DEFAULT.encode(sound));
  }

  @Test
  void who_speaks_unasked_waits_for_the_answer_under_way() {
    Studio other = Studio.paced(Profile.LIVE).willSay("First.").types("Hi.").asksForResponse();
    other.passes(500).intends(new Intent.Answer(List.of(Studio.speech("Second."))));
    other.passes(9_000);

    assertThat(other.all(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE))
        .extracting(one -> one.json().path("transcript").asString())
        .containsExactly("First.", "Second.");
    assertThat(other.all(EventType.ERROR)).isEmpty();
  }

  /** decisions.md and design.md: the same seed, the same bytes; another one, others. */
  @Test
  void the_same_seed_says_the_same() {
    assertThat(answering(Studio.paced(Profile.LIVE)).outputs()).isEqualTo(studio.outputs());
    Studio other = Studio.with(Profile.LIVE, setup -> seeded(setup, 8));
    assertThat(answering(other).outputs()).isNotEqualTo(studio.outputs());
  }

  /** What follows from a task does not depend on how often somebody looks. */
  @Test
  void looking_seldom_changes_nothing_that_is_said() {
    Studio seldom = Studio.paced(Profile.LIVE).willSay(WORDS).types("Hi.").asksForResponse();
    seldom.passes(65).looksOnceAfter(Duration.ofMillis(8_935));

    assertThat(seldom.outputs()).isEqualTo(studio.outputs());
  }

  /** Seam: between a question and its answer nothing else may happen. */
  @Test
  void a_question_demands_an_answer() {
    Setup setup =
        new Setup(Wiring.of(Profile.LIVE).dialect(), "", new Ids(1), new ToneVoice(), Studio.OPENED)
            .with(Pace.INSTANT);
    Session session = new Session(setup);
    session.open();
    JsonNode create = new JsonMapper().readTree("{\"type\":\"response.create\"}");
    List<Output> asked =
        session.receive(Duration.ZERO, new ClientEvent(EventType.RESPONSE_CREATE, create));

    assertThat(asked).singleElement().isInstanceOf(Cue.Asked.class);
    assertThat(session.toString()).contains("asking").contains("no answer");
    assertThatThrownBy(() -> session.advance(Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected intend");
    assertThat(session.intend(Duration.ZERO, new Intent.ExpectWords("x"))).isEmpty();
    assertThat(session.intend(Duration.ZERO, new Intent.Wait())).isEmpty();
    assertThat(session.advance(Duration.ofSeconds(1))).isEmpty();
  }

  private static Setup seeded(Setup setup, long seed) {
    return new Setup(setup.dialect(), "", new Ids(seed), setup.voice(), setup.openedAt())
        .with(setup.senses());
  }
}
