package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, the client holds the conversation to an end that says how it went. */
final class ServerFuzzTest {
  private static final Pcm SOUND = new Pcm(new short[2_400], 24_000);

  @Test
  void every_conversation_comes_to_an_end() {
    Fuzz.ofTexts("server-events", Kinds.traces(), conversations()).runTexts(ServerFuzzTest::held);
  }

  /** A line is a message; one that begins with an x is a binary one. */
  private static boolean held(String conversation) {
    VirtualPace pace = new VirtualPace();
    List<String> lines = conversation.lines().limit(100).toList();
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              if (event.type().equals("session.update")) {
                for (int i = 0; i < lines.size(); i++) {
                  itself.sayAsIs(Duration.ofMillis(20L * i), lines.get(i));
                }
              }
            });
    Outcome outcome = hold(server, pace);
    assertThat(outcome.failure().orElse("none")).isNotBlank().doesNotContain("Exception");
    return outcome.exchanges().stream().anyMatch(Exchange::answered);
  }

  private static Outcome hold(ScriptedServer server, VirtualPace pace) {
    SessionRequest session =
        new SessionRequest(false, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT);
    Manner manner =
        new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, said -> Sounds.whole(SOUND));
    try (VoiceClient client = new VoiceClient(server, pace)) {
      Stream<Act> turns = Stream.of(new Act.Type("Hi"), new Act.Say("x", Optional.empty()));
      TurnsInOrder mind =
          new TurnsInOrder(session.session(), turns.map(Take::inTurn).toList(), Tools.NONE);
      Target nowhere = Target.of(URI.create("ws://localhost/"));
      CompletableFuture<Outcome> outcome = client.hold(nowhere, mind, manner, Watcher.NONE);
      pace.passUntil(Duration.ofMinutes(10));
      assertThat(outcome).isDone();
      return outcome.join();
    }
  }

  /** What servers said in recordings. */
  private static List<String> conversations() {
    return Corpus.said(Origin.SERVER)
        .map(
            events ->
                events.stream()
                    .filter(event -> event.length() < 2_000)
                    .limit(12)
                    .collect(Collectors.joining("\nwait 100\naudio AAAA\n")))
        .toList();
  }
}
