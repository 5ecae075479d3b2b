package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Turns in order, in virtual time; sources are named per test. */
final class TurnsTest {
  private static final String SOUND = Base64.getEncoder().encodeToString(new byte[4800]);
  private static final Act SAID = new Act.Say("half a second", Optional.empty());
  private static final AudioFormat PCMU = new AudioFormat(AudioFormat.Encoding.PCMU, 8_000);

  private final VirtualPace pace = new VirtualPace();

  /** Issue 2 point 6: real time, in 100 ms chunks. A chunk leaves when it has been recorded. */
  @Test
  void words_go_out_a_tenth_of_a_second_at_a_time() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    hold(server, manual(AudioFormat.DEFAULT), SAID);

    assertThat(server.came("input_audio_buffer.append"))
        .hasSize(5)
        .allMatch(chunk -> bytes(chunk).length == 4_800)
        .extracting(chunk -> chunk.at().toMillis())
        .containsExactly(100L, 200L, 300L, 400L, 500L);
  }

  /** live-behaviour.md 2.4: the commit asks for the answer; nothing needs to follow it. */
  @Test
  void a_turn_by_hand_ends_with_a_commit_and_no_silence() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, manual(AudioFormat.DEFAULT), SAID);

    assertThat(server.came())
        .extracting(ScriptedServer.Came::type)
        .last()
        .isEqualTo("input_audio_buffer.commit");
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.exchanges()).singleElement().matches(Exchange::answered);
  }

  /** live-behaviour.md 2.3 (HACC): detection counts the sound sent, so silence must be sent. */
  @Test
  void silence_follows_the_words_until_the_answer_is_over() {
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              ScriptedServer.polite(SOUND).hear(itself, event);
              if (itself.came("input_audio_buffer.append").size() == 10) {
                itself.say(Duration.ZERO, "{'type':'input_audio_buffer.committed','item_id':'i'}");
                itself.answer(Duration.ofMillis(650), SOUND);
              }
            });
    Outcome outcome = hold(server, detecting(), SAID);

    List<ScriptedServer.Came> chunks = server.came("input_audio_buffer.append");
    assertThat(chunks.subList(5, chunks.size()))
        .hasSize(11)
        .allMatch(chunk -> Arrays.equals(bytes(chunk), new byte[4_800]));
    assertThat(outcome.failure()).isEmpty();
  }

  /** The words end 500 ms after they began; the first sound of the answer is 701 ms later. */
  @Test
  void the_delay_counts_from_the_end_of_speech() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, manual(AudioFormat.DEFAULT), SAID);

    assertThat(outcome.exchanges().get(0).delay()).contains(Duration.ofMillis(701));
  }

  /** Issue 2 point 6: the format of both directions goes into session.update and is kept to. */
  @Test
  void the_format_that_was_asked_for_is_the_format_that_is_sent() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome = hold(server, manual(PCMU), SAID);

    assertThat(
            server
                .came("session.update")
                .get(0)
                .json()
                .at("/session/audio/output/format/type")
                .stringValue())
        .isEqualTo("audio/pcmu");
    assertThat(server.came("input_audio_buffer.append"))
        .hasSize(5)
        .allMatch(chunk -> bytes(chunk).length == 800);
    assertThat(outcome.answers().get(0).sound())
        .matches(sound -> sound.rate() == 8_000 && sound.length() == 4_800);
  }

  /** Issue 2 point 6: a tool call outside of a scenario must not end the conversation. */
  @Test
  void a_tool_call_is_answered_with_the_news_that_there_is_no_such_tool() {
    List<String> calls = new ArrayList<>(List.of("get_weather"));
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              if ("response.create".equals(event.type()) && !calls.isEmpty()) {
                itself.say(
                    Duration.ZERO,
                    "{'type':'response.function_call_arguments.done','call_id':'c1','name':'%s','arguments':'{}'}"
                        .formatted(calls.remove(0)));
                itself.say(
                    Duration.ofMillis(1),
                    "{'type':'response.done','response':{'status':'completed'}}");
              } else {
                ScriptedServer.polite(SOUND).hear(itself, event);
              }
            });
    Outcome outcome = hold(server, manual(AudioFormat.DEFAULT), new Act.Type("Weather?"));

    assertThat(
            server.came("conversation.item.create").get(1).json().at("/item/output").stringValue())
        .isEqualTo("This client has no tool named \"get_weather\".");
    assertThat(
            server.came("conversation.item.create").get(1).json().at("/item/call_id").stringValue())
        .isEqualTo("c1");
    assertThat(outcome.exchanges().get(0).answers())
        .extracting(Answer::transcript)
        .containsExactly("", "Hello.");
  }

  /** live-behaviour.md 1.3 (AVA): the answer to an update sometimes never comes. */
  @Test
  void a_server_that_never_answers_the_update_is_spoken_to_after_five_seconds() {
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              if (!"session.update".equals(event.type())) {
                ScriptedServer.polite(SOUND).hear(itself, event);
              }
            });
    hold(server, manual(AudioFormat.DEFAULT), new Act.Type("Hello"));

    assertThat(server.came("response.create"))
        .singleElement()
        .matches(event -> event.at().equals(Duration.ofSeconds(5)));
  }

  /** live-behaviour.md 3: pings go on for ever and are no answer; nothing is sent back. */
  @Test
  void pings_are_not_answered_and_do_not_keep_hope_alive() {
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              if ("session.update".equals(event.type())) {
                itself.say(Duration.ZERO, "{'type':'session.updated'}");
                itself.say(Duration.ofSeconds(10), "{'type':'ping','event_id':'e','timestamp':1}");
                itself.say(Duration.ofSeconds(20), "{'type':'ping','event_id':'e','timestamp':2}");
              }
            });
    Outcome outcome = hold(server, manual(AudioFormat.DEFAULT), new Act.Type("Hello"));

    assertThat(server.came()).hasSize(3);
    assertThat(outcome.failure())
        .contains(
            "Nothing came from the server for 30 s while the client waited for an answer; its last event was \"ping\".");
  }

  /** live-behaviour.md 5.5 (AZUL): one connection in eighteen opens and never says anything. */
  @Test
  void a_server_that_opens_and_says_nothing_is_given_up() {
    Outcome outcome =
        hold(new ScriptedServer(pace, (itself, event) -> {}), detecting(), new Act.Type("Hello"));

    assertThat(outcome.failure().orElseThrow()).endsWith("the server never said anything.");
    assertThat(outcome.exchanges()).noneMatch(Exchange::answered);
  }

  @Test
  void a_close_by_the_server_is_a_failure_that_names_code_and_reason() {
    ScriptedServer server =
        new ScriptedServer(
            pace, (itself, event) -> itself.hangUp(Duration.ofMillis(5), 1011, "gone"));
    Outcome outcome = hold(server, detecting(), SAID);

    assertThat(outcome.failure())
        .contains(
            "The server closed the connection with 1011 \"gone\" while the client waited for \"session.updated\".");
  }

  /** An answer of 100 ms that came at 701 ms was heard at 801 ms; a person listens to its end. */
  @Test
  void turns_wait_until_the_answer_before_was_heard() {
    ScriptedServer server = new ScriptedServer(pace, ScriptedServer.polite(SOUND));
    Outcome outcome =
        hold(server, manual(AudioFormat.DEFAULT), new Act.Type("One"), SAID, new Act.Type("Two"));

    assertThat(outcome.exchanges())
        .extracting(turn -> turn.answers().size())
        .containsExactly(1, 1, 1);
    assertThat(server.came("response.create").get(1).at())
        .isEqualTo(Duration.ofMillis(801 + 500 + 801));
  }

  private Outcome hold(ScriptedServer server, SessionRequest session, Act... turns) {
    Manner manner =
        new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, said -> Sounds.whole(tone()));
    CompletableFuture<Outcome> outcome;
    try (VoiceClient client = new VoiceClient(server, pace)) {
      TurnsInOrder mind =
          new TurnsInOrder(
              session.session(), Stream.of(turns).map(Take::inTurn).toList(), Tools.NONE);
      Target nowhere = Target.of(java.net.URI.create("ws://localhost/"));
      outcome = client.hold(nowhere, mind, manner, Watcher.NONE);
      pace.passUntil(Duration.ofMinutes(2));
    }
    assertThat(outcome).isDone();
    return outcome.join();
  }

  private static SessionRequest manual(AudioFormat format) {
    return new SessionRequest(false, Optional.empty(), format, format);
  }

  private static SessionRequest detecting() {
    return new SessionRequest(true, Optional.of(500), AudioFormat.DEFAULT, AudioFormat.DEFAULT);
  }

  private static Pcm tone() {
    short[] samples = new short[12_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 24_000));
    }
    return new Pcm(samples, 24_000);
  }

  private static byte[] bytes(ScriptedServer.Came chunk) {
    return Base64.getDecoder().decode(chunk.json().path("audio").stringValue());
  }
}
