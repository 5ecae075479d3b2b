package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issue 5: who listens holds up nobody else, whatever the time is. */
@Timeout(120)
final class ListeningOverSocketTest {
  private static final String FEATURE =
      """
      Feature: F
        Scenario: S
          * either the user says "yes"
          * the assistant says "Good."
          * or the user says "no"
          * the assistant says "Bad."
      """;

  /** Knows what is said when it is told. */
  private static final class Ear implements Listener {
    final CompletableFuture<String> said = new CompletableFuture<>();
    final CompletableFuture<Pcm> asked = new CompletableFuture<>();

    @Override
    public Optional<String> objection(String phrase) {
      return phrase.equals("maybe") ? Optional.of("say what you mean") : Optional.empty();
    }

    @Override
    public Optional<String> heard(Pcm speech, List<String> phrases) {
      asked.complete(speech);
      return Optional.of(said.join());
    }
  }

  private final Ear ear = new Ear();

  private ServerOptionsBuilder options() {
    return ServerOptions.builder().playing(FEATURE).listener(ear);
  }

  private static Caller caller(MockVoiceServer server) throws ExecutionException {
    Caller caller = Caller.to(server.uri());
    caller.says(
        "{\"type\":\"session.update\",\"session\":{\"turn_detection\":{\"type\":\"server_vad\"}}}");
    caller.hears("session.updated");
    return caller;
  }

  private static byte[] speech() {
    Pcm quiet = Pcm.silence(Duration.ofSeconds(1), 24_000);
    Pcm words = Resampler.resample(SpokenVoice.embedded().speak("no"), 24_000);
    return quiet.then(words).then(quiet).littleEndian();
  }

  private static String answer(Caller caller) throws ExecutionException {
    return caller.hears("response.output_audio_transcript.done").path("transcript").asString();
  }

  @ParameterizedTest
  @EnumSource(Time.class)
  void the_session_goes_on_when_the_words_are_known(Time time) throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(options().time(time).build())) {
      Caller caller = caller(server);
      caller.sends(speech());
      assertThat(ear.asked.join().length()).isPositive();
      ear.said.complete("no");
      if (time == Time.VIRTUAL) {
        server.advance(Duration.ofSeconds(10));
      }
      assertThat(answer(caller)).isEqualTo("Bad.");
      assertThat(server.findings()).isEmpty();
    }
  }

  /** Virtual time that is moved waits for what is to be played before it says so. */
  @Test
  void moving_time_waits_for_the_words() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(options().time(Time.VIRTUAL).build())) {
      Caller caller = caller(server);
      caller.sends(speech());
      CompletableFuture<Void> advanced =
          ear.asked.thenRunAsync(() -> server.advance(Duration.ofSeconds(10)));
      var unused = ear.asked.thenRunAsync(() -> ear.said.complete("yes"));
      advanced.join();
      assertThat(answer(caller)).isEqualTo("Good.");
    }
  }

  @Test
  void others_are_not_held_up() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(options().build())) {
      Caller waiting = caller(server);
      waiting.sends(speech());
      ear.asked.join();
      Caller other = caller(server);
      other.says(
          """
          {"type":"conversation.item.create","item":{"type":"message","role":"user",
           "content":[{"type":"input_text","text":"yes"}]}}""");
      other.says("{\"type\":\"response.create\"}");
      assertThat(answer(other)).isEqualTo("Good.");

      ear.said.complete("no");
      assertThat(answer(waiting)).isEqualTo("Bad.");
    }
  }

  @Test
  void a_listener_that_fails_is_a_finding() throws ExecutionException {
    ear.said.completeExceptionally(new IllegalStateException("out of ears"));
    try (MockVoiceServer server = MockVoiceServer.start(options().build())) {
      Caller caller = caller(server);
      caller.sends(speech());
      assertThat(answer(caller)).isEqualTo("Good.");
      assertThat(server.findings())
          .extracting(ConnectionFinding::message)
          .anyMatch(message -> message.startsWith("The listener failed: "));
    }
  }

  @Test
  void a_choice_by_speech_needs_a_listener_that_knows_its_words() {
    assertThatThrownBy(() -> ServerOptions.builder().playing(FEATURE).build())
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("give --listen");
    assertThatThrownBy(
            () ->
                ServerOptions.builder()
                    .listener(ear)
                    .playing(FEATURE.replace("says \"no\"", "says \"maybe\""))
                    .build())
        .hasMessageContaining("or the user says \"maybe\"'; say what you mean");
    assertThatThrownBy(() -> ServerOptions.builder().listening(true))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("dev.soundcheck:soundcheck-listener");
  }
}
