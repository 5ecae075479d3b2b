package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Cue.Oddity;
import dev.soundcheck.server.session.Hearing;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Issue 5, "Bad input": defined, never a crash, never silence without a word. What each does is our
 * choice (docs/decisions/bad-sound.md) but where another source is named.
 */
final class BadSoundTest {
  private static final String VAD = "\"turn_detection\":{\"type\":\"server_vad\"}";
  private static final String COMMIT = "{\"type\":\"input_audio_buffer.commit\"}";
  private static final String CLEAR = "{\"type\":\"input_audio_buffer.clear\"}";

  private static Studio listening(Profile profile) {
    Studio studio = Studio.with(profile, setup -> setup.with(Hearing.REAL));
    return studio.configures(VAD).passes(1_000).fromHere();
  }

  private static List<Oddity> noticed(Studio studio) {
    return studio.outputs().stream()
        .filter(Cue.Noticed.class::isInstance)
        .map(one -> ((Cue.Noticed) one).oddity())
        .toList();
  }

  private static String lastNotice(Studio studio) {
    return studio.outputs().stream()
        .filter(Cue.Noticed.class::isInstance)
        .map(one -> ((Cue.Noticed) one).what())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static String input(String format) {
    return "\"audio\":{\"input\":{\"format\":%s}}".formatted(format);
  }

  private static String pcm(int rate) {
    return input("{\"type\":\"audio/pcm\",\"rate\":%d}".formatted(rate));
  }

  private static String append(String text) {
    return "{\"type\":\"input_audio_buffer.append\",\"event_id\":\"mine\",\"audio\":\"%s\"}"
        .formatted(text);
  }

  /** Half a second of quiet, words, and enough quiet to end them. */
  private static Pcm question(int rate) {
    Pcm words = SpokenVoice.embedded().speak("What is the weather in Paris?");
    Pcm all =
        Pcm.silence(Duration.ofMillis(500), words.rate())
            .then(words)
            .then(Pcm.silence(Duration.ofSeconds(1), words.rate()));
    return Resampler.resample(all, rate);
  }

  private static List<String> turnOf(Studio studio) {
    return studio.types().stream().filter(type -> type.startsWith("input_audio_buffer")).toList();
  }

  @Nested
  class OddBytes {
    /** However a stream of bytes is cut, half samples too, it is the same sound. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_sample_cut_between_messages_is_one(long seed) {
      byte[] sound = question(24_000).littleEndian();
      Studio whole = listening(Profile.LIVE).pushes(sound);
      Studio cut = listening(Profile.LIVE);
      Random random = new Random(seed);
      for (int at = 0, end; at < sound.length; at = end) {
        end = Math.min(sound.length, at + 1 + random.nextInt(4_001));
        byte[] piece = Arrays.copyOfRange(sound, at, end);
        cut = random.nextBoolean() ? cut.pushes(piece) : cut.sends(Sounds.append(piece));
      }

      assertThat(turnOf(cut)).isEqualTo(turnOf(whole)).hasSize(3);
      assertThat(edge(cut, EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED, "audio_start_ms"))
          .isEqualTo(edge(whole, EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED, "audio_start_ms"));
      assertThat(edge(cut, EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED, "audio_end_ms"))
          .isEqualTo(edge(whole, EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED, "audio_end_ms"));
      assertThat(noticed(cut)).isEmpty();
    }

    private int edge(Studio studio, EventType type, String member) {
      return studio.the(type).path(member).asInt();
    }

    /** A byte too many would turn all later sound into noise. */
    @Test
    void half_a_sample_does_not_shift_the_turn_after_a_commit() {
      Studio studio = Studio.instant(Profile.LIVE).fromHere();
      studio.pushes(new byte[] {1}).sends(COMMIT).pushes(new byte[48_000]);

      assertThat(studio.types()).as("zeros are silence still").isEmpty();
      assertThat(noticed(studio)).containsExactly(Oddity.HALF_A_SAMPLE);
      assertThat(lastNotice(studio))
          .isEqualTo(
              "The client's sound: half a sample (1 byte) was left over when a turn was committed;"
                  + " it is dropped, so that what follows is in step.");
    }

    @Test
    void half_a_sample_is_forgotten_with_all_that_is_cleared() {
      Studio studio = Studio.instant(Profile.LIVE).fromHere();
      studio.pushes(new byte[] {1}).sends(CLEAR).pushes(new byte[48_000]);

      assertThat(studio.types()).containsExactly("input_audio_buffer.cleared");
      assertThat(noticed(studio)).isEmpty();
    }

    @Test
    void half_a_sample_is_dropped_when_the_format_changes_and_kept_when_it_does_not() {
      Studio studio = Studio.instant(Profile.LIVE).pushes(new byte[1]);
      studio.configures(VAD + "," + pcm(24_000)).pushes(new byte[1]).fromHere();
      assertThat(noticed(studio)).isEmpty();
      studio.pushes(new byte[] {1}).configures(pcm(16_000)).pushes(new byte[32_000]);

      assertThat(studio.types()).containsExactly("session.updated");
      assertThat(noticed(studio)).containsExactly(Oddity.HALF_A_SAMPLE);
    }
  }

  @Nested
  class Text {
    @ParameterizedTest
    @ValueSource(strings = {"AAAA AAAA", "AAA-", "AAA_", "A", "AAA=AAAA", "äöü", "AAAA\\n"})
    void that_is_no_base64_is_an_error_and_nothing_of_it_is_heard(String text) {
      Studio studio = Studio.instant(Profile.LIVE).fromHere().sends(append(text));

      JsonNode error = studio.the(EventType.ERROR).path("error");
      assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
      assertThat(error.path("param").asString()).isEqualTo("audio");
      assertThat(error.path("event_id").asString()).isEqualTo("mine");
      assertThat(error.path("message").asString()).startsWith("audio: expected base64 of A-Z");
      assertThat(noticed(studio)).containsExactly(Oddity.NOT_BASE64);
      assertThat(studio.session().toString()).contains("0 ms heard");
    }

    @Test
    void without_padding_is_heard_and_noticed() {
      byte[] speech = Sounds.speech(1_000);
      String text =
          Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(speech, 4_000));
      Studio studio = Studio.instant(Profile.LIVE).fromHere().sends(append(text));

      assertThat(studio.types()).contains("input_audio_buffer.speech_started");
      assertThat(noticed(studio)).containsExactly(Oddity.UNPADDED);
      assertThat(Oddity.UNPADDED.loses()).isFalse();
    }

    @Test
    void of_nothing_and_frames_of_nothing_are_noticed_and_do_nothing() {
      Studio studio = Studio.instant(Profile.LIVE).fromHere();
      studio.pushes(Sounds.speech(300)).fromHere().sends(append("")).pushes(new byte[0]);

      assertThat(studio.types()).isEmpty();
      assertThat(noticed(studio)).containsExactly(Oddity.EMPTY, Oddity.EMPTY);
      assertThat(Oddity.EMPTY.loses()).isFalse();
      studio.willSay("Hello.").sends(COMMIT).passes(1_000);
      assertThat(studio.types()).contains("response.done");
    }
  }

  @Nested
  class Formats {
    /** Positions go on in time, whatever the rates are. */
    @ParameterizedTest
    @EnumSource(value = Profile.class, names = "LAUNCH", mode = EnumSource.Mode.EXCLUDE)
    void that_change_between_turns_change_nothing_else(Profile profile) {
      Studio studio = listening(profile).pushes(question(24_000).littleEndian()).passes(2_000);
      List<String> first = turnOf(studio);
      long before = question(24_000).duration().toMillis();
      studio.configures(VAD + "," + input("{\"type\":\"audio/pcmu\",\"rate\":8000}"));
      studio.passes(1_000).fromHere();
      AudioFormat pcmu = AudioFormat.of("audio/pcmu", Optional.empty()).orElseThrow();
      studio.pushes(pcmu.encode(question(8_000))).passes(2_000);

      assertThat(turnOf(studio)).isEqualTo(first);
      assertThat(
              studio
                  .the(EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)
                  .path("audio_start_ms")
                  .asLong())
          .isBetween(before + 400, before + 600);
      assertThat(noticed(studio)).isEmpty();
    }

    /** session-choices.md: under detection an open turn ends, because its end cannot be heard. */
    @Test
    void that_change_within_a_turn_end_it_under_detection() {
      Studio studio = Studio.instant(Profile.LIVE).configures(VAD).pushes(Sounds.speech(500));
      studio.fromHere().configures(VAD + "," + pcm(16_000));

      assertThat(studio.types())
          .contains("input_audio_buffer.speech_stopped", "input_audio_buffer.committed");
    }

    @Test
    void that_change_within_a_turn_leave_it_open_without_detection() {
      Studio studio = Studio.instant(Profile.LIVE).willSay("Hello.").pushes(Sounds.speech(500));
      studio.fromHere().configures(pcm(16_000)).pushes(Sounds.speech(500)).sends(COMMIT);
      studio.passes(1_000);

      assertThat(studio.types()).contains("input_audio_buffer.committed", "response.done");
      assertThat(studio.asked().get(0).spoken()).isEqualTo(Duration.ofMillis(500 + 750));
    }

    /** live-behaviour.md 5.1 and 5.2: captured in January 2026, fatal for that buffer. */
    @Test
    void that_change_while_sound_waits_are_an_error_at_launch() {
      Studio studio = Studio.instant(Profile.LAUNCH).configures(pcm(16_000));
      studio.pushes(new byte[640]).configures(pcm(24_000)).fromHere().pushes(Sounds.speech(300));

      JsonNode error = studio.the(EventType.ERROR);
      assertThat(error.path("params").asString())
          .isEqualTo("Multiple frame rates in the concatenated frames: {24000, 16000}");
      assertThat(error.path("code").asString()).isEqualTo("internal_error");
      assertThat(error.path("message").asString()).isEqualTo("ValueError");
      assertThat(studio.types()).as("the sound is lost").containsExactly("error");
      assertThat(noticed(studio)).containsExactly(Oddity.OTHER_RATE);
      studio.fromHere().willSay("Hello.").pushes(Sounds.speech(300)).sends(COMMIT).passes(1_000);
      assertThat(studio.types()).as("the session is not").contains("response.done");
    }

    @Test
    void that_change_while_no_sound_waits_are_none_at_launch() {
      Studio studio = Studio.instant(Profile.LAUNCH).configures(pcm(16_000));
      studio.pushes(new byte[640]).sends(COMMIT).configures(pcm(24_000));
      studio.fromHere().pushes(Sounds.speech(300));

      assertThat(studio.types()).contains("input_audio_buffer.speech_started");
      assertThat(noticed(studio)).isEmpty();
    }
  }
}
