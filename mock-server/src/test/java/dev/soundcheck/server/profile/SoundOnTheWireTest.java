package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Encoded;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundDecoder;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Hearing;
import dev.soundcheck.server.session.Intent;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How sound goes over the wire, and how it is spoken (events.yaml, session.audio). */
final class SoundOnTheWireTest {
  private static final AudioFormat OPUS = AudioFormat.of("audio/opus", Optional.empty()).get();
  private static final String OPUS_BOTH_WAYS =
      """
      "turn_detection":{"type":"server_vad"},
      "audio":{"input":{"format":{"type":"audio/opus"}},
               "output":{"format":{"type":"audio/opus","rate":24000}}}""";

  private static List<byte[]> deltas(Studio studio) {
    return studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA).stream()
        .map(one -> Base64.getDecoder().decode(one.json().path("delta").asString()))
        .toList();
  }

  private static double seconds(Studio studio) {
    JsonNode done = studio.last(EventType.RESPONSE_DONE);
    return done.path("usage").path("output_audio_seconds").asDouble();
  }

  private static Studio speaking(String members, String words) {
    Studio studio = Studio.instant(Profile.LIVE).configures(members).willSay(words);
    return studio.types("Hi.").asksForResponse();
  }

  /** events.yaml, audio_formats: raw packets, one per delta. */
  @Test
  void an_answer_in_opus_is_a_packet_in_each_delta() {
    Studio studio = Studio.paced(Profile.LIVE).configures(OPUS_BOTH_WAYS).passes(1_000);
    Pcm tone = ToneVoice.hum(24_000);
    studio.will(new Intent.Answer(List.of(new Intent.Recording("One second. Of it.", tone))));
    studio.types("Hi.").asksForResponse().passes(9_000);

    SoundDecoder decoder = OPUS.decoder();
    Pcm heard = new Pcm(new short[0], 24_000);
    for (byte[] packet : deltas(studio)) {
      Pcm piece = decoder.decode(packet);
      assertThat(piece.length()).isBetween(400, 480);
      heard = heard.then(piece);
    }
    assertThat(deltas(studio)).hasSize(50);
    assertThat(heard.duration().toMillis()).isBetween(998L, 1000L);
    assertThat(studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA))
        .allMatch(one -> one.json().path("audio_duration_ms").asInt() == 20);
    assertThat(seconds(studio)).isCloseTo(1, within(1e-9));
    assertThat(studio.the(EventType.SESSION_UPDATED).at("/session/audio/input/format").toString())
        .isEqualTo("{\"type\":\"audio/opus\",\"rate\":24000}");
  }

  /** live-behaviour.md 6: bursts and gaps; a piece that PCM has is a burst of packets. */
  @Test
  void packets_come_in_the_bursts_of_longer_pieces() {
    Studio studio = Studio.paced(Profile.LIVE).configures(OPUS_BOTH_WAYS).passes(1_000);
    studio.willSay("A rather long answer that takes its time.").types("Hi.").asksForResponse();
    studio.passes(9_000);

    List<Duration> times =
        studio.all(EventType.RESPONSE_OUTPUT_AUDIO_DELTA).stream().map(Studio.Heard::at).toList();
    assertThat(times.stream().filter(times.get(0)::equals)).as("245 ms at first").hasSize(12);
    assertThat(times.stream().distinct().count()).isLessThan(times.size() / 5);
  }

  /** events.yaml, audio_formats: one packet for each append or binary frame. */
  @Test
  void speech_in_opus_is_heard() {
    Studio studio = Studio.with(Profile.LIVE, setup -> setup.with(Hearing.REAL));
    studio.configures(OPUS_BOTH_WAYS).passes(1_000).willSay("Hello.");
    Pcm words = SpokenVoice.embedded().speak("What is the weather in Paris?");
    Pcm quiet = Pcm.silence(Duration.ofSeconds(1), words.rate());
    Encoded sound = OPUS.encoded(quiet.then(words).then(quiet));
    for (int at = 0; at < sound.samples(); at += sound.grain()) {
      byte[] packet = sound.slice(at, at + sound.grain());
      if (at % 960 == 0) {
        studio.pushes(packet);
      } else {
        studio.sends(Sounds.append(packet));
      }
    }
    studio.passes(9_000);

    JsonNode started = studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED);
    JsonNode stopped = studio.the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED);
    assertThat(started.path("audio_start_ms").asInt()).isCloseTo(1000, within(100));
    assertThat(stopped.path("audio_end_ms").asInt())
        .isCloseTo(1000 + (int) words.duration().toMillis(), within(150));
    assertThat(studio.all(EventType.RESPONSE_DONE)).hasSize(1);
  }

  /** decisions.md "Errors": what cannot be sound is an error with the param; nothing else ends. */
  @Test
  void what_is_no_packet_is_an_error_and_the_session_goes_on() {
    Studio studio = Studio.instant(Profile.LIVE).configures(OPUS_BOTH_WAYS).fromHere();
    studio.sends(
        """
        {"type":"input_audio_buffer.append","event_id":"mine","audio":"//8="}""");
    studio.pushes(new byte[] {-1, -1});

    assertThat(studio.types()).containsExactly("error", "error");
    JsonNode error = studio.heard().get(0).json().path("error");
    assertThat(error.path("param").asString()).isEqualTo("audio");
    assertThat(error.path("event_id").asString()).isEqualTo("mine");
    assertThat(error.path("message").asString()).contains("Opus packet", "2 bytes");
    assertThat(speaking("", "Hello.").types()).contains("response.done");
  }

  /** events.yaml, audio.output.speed. */
  @ParameterizedTest
  @CsvSource({"0.7", "1.0", "1.5"})
  void speed_changes_how_long_speech_takes(double speed) {
    Studio studio =
        speaking("\"audio\":{\"output\":{\"speed\":%s}}".formatted(speed), "Hello you.");

    assertThat(seconds(studio)).isCloseTo(10 * 0.06 / speed + 0.083, within(0.005));
    assertThat(studio.the(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE).path("transcript"))
        .hasToString("\"Hello you.\"");
  }

  /** events.yaml, audio.output.speed: 0.7 to 1.5. */
  @ParameterizedTest
  @CsvSource({"0.7", "1.5"})
  void a_recording_keeps_to_the_speed_too(double speed) {
    Studio studio =
        Studio.instant(Profile.LIVE)
            .configures("\"audio\":{\"output\":{\"speed\":%s}}".formatted(speed));
    Pcm second = ToneVoice.hum(24_000);
    studio.will(new Intent.Answer(List.of(new Intent.Recording("One second.", second))));
    studio.types("Hi.").asksForResponse();

    assertThat(seconds(studio)).isCloseTo(1 / speed, within(0.001));
  }

  /**
   * events.yaml, session.replace: case-insensitive, whole words, longest match wins; the sound
   * changes and the transcript does not. The voice of this test hums 60 ms for every letter.
   */
  @ParameterizedTest
  @CsvSource({
    "'Ask xAI now.', 'Ask ex ay eye now.'",
    "'XAI, or xaix?', 'ex ay eye, or xaix?'",
    "'A new  york cab.', 'A big apple cab.'",
    "'A new house.', 'A old house.'",
    "'Dr. Who is in. So.', 'Doctor Who is in. So.'",
    "'It costs $5.', 'It costs five dollars.'"
  })
  void words_are_spoken_otherwise_than_they_are_written(String written, String spoken) {
    Studio studio =
        speaking(
            """
            "replace":{"xAI":"ex ay eye","New York":"big apple","new":"old","dr. who":"Doctor Who",
                       "$5":"five dollars"}""",
            written);
    Studio plain = speaking("", spoken);

    int pauses = written.startsWith("Dr.") ? 1 : 0;
    assertThat(seconds(studio)).isCloseTo(lasting(spoken) + 0.16 * pauses, within(0.001));
    assertThat(
            studio.all(EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA).stream()
                .map(one -> one.json().path("delta").asString())
                .collect(Collectors.joining()))
        .isEqualTo(written);
    assertThat(plain.the(EventType.RESPONSE_DONE)).isNotNull();
  }

  /** Sentences without the spaces between them, 60 ms a letter, and the tail. */
  private static double lasting(String spoken) {
    return spoken.replace(". ", ".").length() * 0.06 + 0.083;
  }

  /** events.yaml, session.replace: null takes it back. */
  @Test
  void replacements_can_be_taken_back() {
    Studio studio = Studio.instant(Profile.LIVE).configures("\"replace\":{\"a\":\"bbbbbbbb\"}");
    studio.configures("\"replace\":null").willSay("A dog.").types("Hi.").asksForResponse();

    assertThat(seconds(studio)).isCloseTo(lasting("A dog."), within(0.001));
  }

  /** live-behaviour.md 2.11: until playback ends, however fast the speech is. */
  @Test
  void speech_that_must_not_be_interrupted_is_protected_as_long_as_it_plays() {
    Studio studio =
        Studio.instant(Profile.LIVE)
            .configures(
                "\"turn_detection\":{\"type\":\"server_vad\"},\"audio\":{\"output\":{\"speed\":0.7}}");
    studio.sends(
        """
        {"type":"conversation.item.create","item":{"type":"force_message","role":"assistant",
         "interruptible":false,"content":[{"type":"output_text","text":"%s"}]}}"""
            .formatted("Ten letter".repeat(2)));
    studio.passes(1_700).fromHere().pushes(Sounds.utterance(0, 300));
    assertThat(studio.types()).as("20 letters take 1.2 s, slowed down 1.7 s").isEmpty();
    studio.passes(200).pushes(Sounds.utterance(0, 300));
    assertThat(studio.types()).contains("input_audio_buffer.speech_started");
  }
}
