package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Profile;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody sits at a microphone, in virtual time (issue 5 point 4). */
final class OpenMicrophoneTest {
  private static final String SOUND = Base64.getEncoder().encodeToString(new byte[48_000]);
  private static final AudioFormat OPUS = new AudioFormat(AudioFormat.Encoding.OPUS, 24_000);

  private final VirtualPace pace = new VirtualPace();

  /** live-behaviour.md 2.3: detection counts the sound sent, so all of it is sent, quiet too. */
  @Test
  void everything_is_sent_from_the_session_s_acceptance_on_until_the_person_goes() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, new Person(24_000, 0, 0, 20), true, AudioFormat.DEFAULT);

    assertThat(server.came("input_audio_buffer.append"))
        .hasSizeBetween(19, 21)
        .allMatch(chunk -> bytes(chunk).length == 4_800);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.exchanges()).isEmpty();
    assertThat(server.came().get(server.came().size() - 1).at())
        .isLessThan(Duration.ofMillis(2_200));
  }

  @Test
  void what_the_server_hears_is_a_turn_with_its_end_of_speech() {
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              ScriptedServer.polite(SOUND).hear(itself, event);
              if (itself.came("input_audio_buffer.append").size() == 8
                  && event.type().endsWith("append")) {
                itself.say(
                    Duration.ZERO, "{'type':'input_audio_buffer.speech_started','item_id':'u'}");
                itself.say(
                    Duration.ofMillis(600),
                    "{'type':'input_audio_buffer.speech_stopped','item_id':'u'}");
                itself.say(
                    Duration.ofMillis(601),
                    "{'type':'input_audio_buffer.committed','item_id':'u'}");
                itself.answer(Duration.ofMillis(700), SOUND);
              }
            });
    Outcome outcome = hold(server, new Person(24_000, 5, 10, 60), true, AudioFormat.DEFAULT);

    assertThat(outcome.exchanges()).singleElement().matches(Exchange::answered);
    assertThat(outcome.exchanges().get(0).ended()).contains(Duration.ofSeconds(1));
    assertThat(outcome.exchanges().get(0).delay()).contains(Duration.ofMillis(800 + 701 - 1_000));
  }

  /** By hand only what is said with the word in hand is sent, and its end commits it. */
  @Test
  void by_hand_a_turn_is_what_is_said_while_the_person_has_the_word() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, new Person(24_000, 5, 10, 60), false, AudioFormat.DEFAULT);

    assertThat(server.came("input_audio_buffer.append")).hasSizeBetween(5, 6);
    assertThat(server.came("input_audio_buffer.commit")).hasSize(1);
    assertThat(server.came())
        .extracting(ScriptedServer.Came::type)
        .containsSubsequence("input_audio_buffer.append", "input_audio_buffer.commit");
    assertThat(outcome.exchanges()).singleElement().matches(Exchange::answered);
  }

  /** A device's rate is not the session's, and its pieces are no packets. */
  @Test
  void what_is_recorded_at_another_rate_leaves_in_whole_packets() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    hold(server, new Person(44_100, 0, 30, 40), true, OPUS);
    var decoder = OPUS.decoder();
    int samples =
        server.came("input_audio_buffer.append").stream()
            .mapToInt(packet -> decoder.decode(bytes(packet)).length())
            .sum();

    assertThat(server.came("input_audio_buffer.append")).hasSizeBetween(190, 200);
    assertThat(samples / 24_000.0).isBetween(3.7, 4.1);
  }

  /** Somebody who says nothing for a long time keeps nobody waiting. */
  @Test
  void silence_is_no_reason_to_give_up() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, new Person(24_000, 0, 0, 900), true, AudioFormat.DEFAULT);

    assertThat(outcome.failure()).isEmpty();
    assertThat(server.came("input_audio_buffer.append")).hasSizeBetween(899, 901);
  }

  private Outcome hold(
      ScriptedServer server, Person person, boolean detection, AudioFormat format) {
    SessionRequest session = new SessionRequest(detection, Optional.empty(), format, format);
    Manner manner =
        new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, said -> Sounds.whole(person.recorded()))
            .with(Headset.NONE.with(Loudspeaker.NONE, Optional.of(person)));
    CompletableFuture<Outcome> outcome;
    try (VoiceClient client = new VoiceClient(server, pace)) {
      HandsFree mind = new HandsFree(session.session(), person, Tools.NONE);
      outcome = client.hold(Target.of(URI.create("ws://x/")), mind, manner, Watcher.NONE);
      pace.passUntil(Duration.ofMinutes(5));
    }
    assertThat(outcome).isDone();
    return outcome.join();
  }

  private static byte[] bytes(ScriptedServer.Came chunk) {
    return Base64.getDecoder().decode(chunk.json().path("audio").stringValue());
  }

  /** Is asked every tenth of a second; speaks in some of them, and goes after some more. */
  private static final class Person implements OpenMicrophone {
    private final int rate;
    private final List<Integer> speaks;
    private final int goesAfter;
    private int asked;

    private Person(int rate, int from, int to, int goesAfter) {
      this.rate = rate;
      this.speaks = IntStream.range(from, to).boxed().toList();
      this.goesAfter = goesAfter;
    }

    @Override
    public Pcm recorded() {
      short[] samples = new short[rate / 10];
      Arrays.fill(samples, (short) (speaks.contains(asked) ? 8_000 : 0));
      asked++;
      return new Pcm(samples, rate);
    }

    @Override
    public boolean held() {
      return speaks.contains(asked);
    }

    @Override
    public boolean over() {
      return asked >= goesAfter;
    }
  }
}
