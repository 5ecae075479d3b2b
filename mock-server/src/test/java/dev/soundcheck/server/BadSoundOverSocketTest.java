package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Issue 5, "Bad input", on a real socket: what each is answered, and that the same connection hears
 * a question afterwards (docs/decisions/bad-sound.md).
 */
@Timeout(120)
final class BadSoundOverSocketTest {
  private final MockVoiceServer server =
      MockVoiceServer.start(ServerOptions.builder().pacing(Pacing.INSTANT).build());

  @AfterEach
  void stop() {
    server.close();
  }

  private Caller caller(String input) throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    caller.says(update(input));
    caller.hears("session.updated");
    return caller;
  }

  private static String update(String input) {
    return """
    {"type":"session.update","session":{"turn_detection":{"type":"server_vad"},
     "audio":{"input":{"format":%s}}}}"""
        .formatted(input);
  }

  private static String pcm(int rate) {
    return "{\"type\":\"audio/pcm\",\"rate\":%d}".formatted(rate);
  }

  private static String append(String audio) {
    return "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}".formatted(audio);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] question(int rate) {
    Pcm words = SpokenVoice.embedded().speak("Is anybody there?");
    Pcm quiet = Pcm.silence(Duration.ofSeconds(1), words.rate());
    return Resampler.resample(quiet.then(words).then(quiet), rate).littleEndian();
  }

  private static void isHeard(Caller caller, byte[] question) throws ExecutionException {
    caller.says(append(base64(question)));
    caller.hears("input_audio_buffer.speech_started");
    caller.hears("response.done");
  }

  private List<String> findings(Kind kind) {
    return server.findings().stream()
        .filter(one -> one.kind() == kind)
        .map(ConnectionFinding::message)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AAAA\\nAAAA| white space at character 5
          AAA-AAAA| '-' at character 4, which is of the URL alphabet
          AAA_AAAA| '_' at character 4, which is of the URL alphabet
          AAA=AAAA| padding at character 4 of 8
          AAAAA| 5 characters, which are no whole bytes
          """)
  void text_that_is_no_base64_is_an_error(String text, String found) throws ExecutionException {
    Caller caller = caller(pcm(24_000)).says(append(text));
    JsonNode error = caller.hears("error").path("error");

    assertThat(error.path("param").asString()).isEqualTo("audio");
    assertThat(error.path("message").asString()).contains(found);
    isHeard(caller, question(24_000));
    assertThat(findings(Kind.CLIENT)).singleElement().asString().contains(found);
  }

  @Test
  void what_loses_nothing_is_heard_and_told_in_the_findings() throws ExecutionException {
    Caller caller = caller(pcm(24_000));
    caller.says(append("")).sends(new byte[0]).says(append("AAA"));
    byte[] question = question(24_000);
    caller.sends(Arrays.copyOf(question, 1_001));
    isHeard(caller, Arrays.copyOfRange(question, 1_001, question.length));

    assertThat(findings(Kind.CLIENT)).isEmpty();
    assertThat(findings(Kind.CLIENT_SOUND))
        .containsExactly(
            "The client's sound: a message held no sound; nothing happens.",
            "The client's sound: an append of 3 characters lacks the '=' at its end; it is heard"
                + " all the same.");
  }

  @Test
  void a_rate_that_changes_after_half_a_sample_is_heard_at_the_new_rate()
      throws ExecutionException {
    Caller caller = caller(pcm(24_000));
    caller.sends(new byte[] {1, 2, 3}).says(update(pcm(16_000)));
    caller.hears("session.updated");
    isHeard(caller, question(16_000));

    assertThat(findings(Kind.CLIENT))
        .containsExactly(
            "The client's sound: half a sample (1 byte) was left over when the format of the input"
                + " changed; it is dropped, so that what follows is in step.");
  }

  @Test
  void packets_that_do_not_decode_are_an_error_each() throws ExecutionException {
    Caller caller = caller("{\"type\":\"audio/opus\"}");
    byte[] none = {-1, -1};
    caller.says(append(base64(none))).sends(none);
    for (int i = 0; i < 2; i++) {
      assertThat(caller.hears("error").at("/error/message").asString())
          .contains("expected one raw Opus packet (RFC 6716, without Ogg around it), got 2 bytes");
    }
    caller.says(update(pcm(24_000))).hears("session.updated");

    isHeard(caller, question(24_000));
    assertThat(findings(Kind.CLIENT)).as("told once").hasSize(1);
  }

  /** docs/decisions/server-limits.md: 16 MiB; more is in RoughHandlingTest. */
  @Test
  void an_append_just_below_the_limit_is_heard_whole() throws ExecutionException {
    Caller caller = caller(pcm(24_000));
    byte[] question = question(24_000);
    byte[] minutes = new byte[(16 * 1024 * 1024 - 200) / 4 * 3 / 2 * 2];
    System.arraycopy(question, 0, minutes, minutes.length - question.length, question.length);
    caller.startsSaying(append(base64(minutes)));
    JsonNode started = caller.hears("input_audio_buffer.speech_started");

    assertThat(minutes.length / 48).as("its length in ms").isGreaterThan(250_000);
    assertThat(started.path("audio_start_ms").asInt())
        .isBetween((minutes.length - question.length) / 48 + 900, minutes.length / 48 - 1_000);
    caller.hears("response.done");
  }
}
