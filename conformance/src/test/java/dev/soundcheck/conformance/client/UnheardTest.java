package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Issue 5, "Bad input": never silence without a word, from the server's side either. */
final class UnheardTest {
  private final VirtualPace pace = new VirtualPace();
  private final List<String> told = new ArrayList<>();

  @Test
  void text_that_is_no_base64_is_a_finding_and_told_as_it_comes() {
    Outcome outcome = answered("AAA-", AudioFormat.DEFAULT);

    assertThat(ofSound(outcome))
        .extracting(Finding::message)
        .containsExactly(
            "response.output_audio.delta at $.delta: expected sound to play, found none: expected"
                + " base64 of A-Z, a-z, 0-9, + and / in one line (RFC 4648 section 4), found '-' at"
                + " character 4, which is of the URL alphabet; encode with the usual one");
    assertThat(told).hasSize(1);
    assertThat(outcome.exchanges()).singleElement().matches(turn -> !turn.answered());
  }

  @Test
  void bytes_that_are_no_packet_are_a_finding() {
    AudioFormat opus = AudioFormat.of("audio/opus", Optional.empty()).orElseThrow();
    Outcome outcome = answered("//8=", opus);

    assertThat(ofSound(outcome))
        .singleElement()
        .extracting(Finding::found)
        .asString()
        .contains("expected one raw Opus packet", "got 2 bytes that are none");
  }

  @Test
  void sound_is_none() {
    assertThat(ofSound(answered("AAAA", AudioFormat.DEFAULT))).isEmpty();
    assertThat(told).isEmpty();
  }

  private Outcome answered(String delta, AudioFormat format) {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(delta));
    SessionRequest session = new SessionRequest(false, Optional.empty(), format, format);
    Manner manner =
        new Manner(Profile.LAUNCH, Duration.ofSeconds(30), 1, Sounds.recordedOrSpoken());
    Watcher watcher =
        new Watcher() {
          @Override
          public void unheard(Duration at, Finding finding) {
            told.add(finding.message());
          }
        };
    CompletableFuture<Outcome> outcome;
    try (VoiceClient client = new VoiceClient(server, pace)) {
      Act typed = new Act.Type("Hello.");
      TurnsInOrder mind =
          new TurnsInOrder(session.session(), List.of(Take.inTurn(typed)), Tools.NONE);
      Target nowhere = Target.of(URI.create("ws://localhost/"));
      outcome = client.hold(nowhere, mind, manner, watcher);
      pace.passUntil(Duration.ofMinutes(2));
    }
    return outcome.join();
  }

  /** The scripted server's own events are short and break the contract in other ways. */
  private static List<Finding> ofSound(Outcome outcome) {
    return outcome.findings().stream().filter(one -> one.found().startsWith("none: ")).toList();
  }
}
