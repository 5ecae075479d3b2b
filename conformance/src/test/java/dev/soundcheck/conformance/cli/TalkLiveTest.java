package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.conformance.device.FakeSoundCards;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Somebody at a microphone of this machine talks to the mock; docs/decisions/client-devices.md. */
@Timeout(120)
final class TalkLiveTest {
  private static final String CARD = "Fake telephone";
  private static final int RATE = 48_000;
  private static final int PIECE = RATE / 50;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());
  private final ScheduledExecutorService room = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    room.shutdownNow();
    server.close();
  }

  @Test
  void somebody_speaks_into_the_microphone_and_hears_the_answer() {
    Pcm words = Resampler.resample(SpokenVoice.embedded().speak("How are you today?"), RATE);
    Pcm all = Pcm.silence(Duration.ofMillis(500), RATE).then(words);
    var unused = room.scheduleAtFixedRate(passing(all), 0, 20, TimeUnit.MILLISECONDS);
    CompletableFuture<Ran> talk = CompletableFuture.supplyAsync(() -> talk("--for", "12s"));
    await().atMost(SOON).until(talk::isDone);
    Ran ran = talk.join();
    JsonNode summary = Json.mapper().readTree(ran.out());

    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
    assertThat(summary.at("/turns/0/answers/0/transcript").stringValue())
        .startsWith("I heard you speak for");
    assertThat(summary.at("/turns/0/firstPlayedMs").intValue()).isPositive();
    assertThat(loudest(FakeSoundCards.played(CARD))).isGreaterThan(1_000);
  }

  @Test
  void what_cannot_be_is_told_before_anything_is_said() {
    assertThat(talk("--manual").err())
        .startsWith("--mic with --manual: expected a terminal, in which Enter ends a turn.");
    assertThat(Ran.soundcheck("talk", "--text", "Hello", "--for", "3s").err())
        .startsWith("--mute-while-playing and --for are about a microphone");
    assertThat(Ran.soundcheck("talk", "--mic", "no such card"))
        .matches(ran -> ran.status() == 2)
        .matches(ran -> ran.err().startsWith("--mic: there is no microphone 'no such card'; "));
    assertThat(server.connections()).isEmpty();
  }

  @Test
  void devices_are_listed() {
    Ran ran = Ran.soundcheck("talk", "--devices");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("microphone loudspeaker Fake headset  (For tests)")
        .contains("           loudspeaker Fake horn  (For tests)");
  }

  /** A fiftieth of a second passes with each call: sound, then silence, and what is played. */
  private static Runnable passing(Pcm sound) {
    AtomicInteger at = new AtomicInteger();
    return () -> {
      int from = at.getAndAdd(PIECE);
      Pcm piece =
          from + PIECE <= sound.length()
              ? sound.slice(from, from + PIECE)
              : new Pcm(new short[PIECE], RATE);
      FakeSoundCards.pass(CARD, piece);
    };
  }

  private Ran talk(String... more) {
    String[] args = new String[more.length + 8];
    System.arraycopy(
        new String[] {
          "talk", "--url", server.uri().toString(), "--json", "--mic", CARD, "--speaker", CARD
        },
        0,
        args,
        0,
        8);
    System.arraycopy(more, 0, args, 8, more.length);
    return Ran.soundcheck(args);
  }

  private static int loudest(Pcm sound) {
    int loudest = 0;
    for (short sample : sound.samples()) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    return loudest;
  }
}
