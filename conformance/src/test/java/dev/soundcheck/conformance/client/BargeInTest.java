package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Turns that break into answers, in virtual time (issue 5 point 4). */
final class BargeInTest {
  /** Three seconds, faster than they are played, as the service sends them. */
  private static final String ANSWER = Base64.getEncoder().encodeToString(new byte[3 * 24_000 * 2]);

  private static final Act SAID = new Act.Say("half a second", Optional.empty());

  private final VirtualPace pace = new VirtualPace();

  /** By hand nobody but the client knows: it cancels, truncates and speaks (clients.md 5, 3). */
  @Test
  void by_hand_the_client_cancels_and_truncates_to_what_was_played() {
    ScriptedServer server = new ScriptedServer(pace, new Talker());
    Outcome outcome = hold(server, false, Take.breakingIn(Duration.ofMillis(800), SAID));

    List<ScriptedServer.Came> after = server.came().stream().skip(3).toList();
    assertThat(after)
        .extracting(ScriptedServer.Came::type)
        .startsWith("response.cancel", "conversation.item.truncate", "input_audio_buffer.append");
    assertThat(after.get(1).json().path("item_id").stringValue()).isEqualTo("item-1");
    assertThat(after.get(1).json().path("content_index").intValue()).isZero();
    assertThat(after.get(1).json().path("audio_end_ms").intValue()).isEqualTo(800);
    assertThat(outcome.exchanges()).hasSize(2).allMatch(Exchange::answered);
    assertThat(outcome.failure()).isEmpty();
  }

  /** live-behaviour.md 2.6: the client stops playing at speech_started, and that is what counts. */
  @Test
  void with_detection_the_answer_is_cut_where_the_server_hears_speech() {
    ScriptedServer server = new ScriptedServer(pace, hearing(Duration.ofMillis(250)));
    Outcome outcome = hold(server, true, Take.breakingIn(Duration.ofMillis(800), SAID));

    List<ScriptedServer.Came> cuts = server.came("conversation.item.truncate");
    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).json().path("audio_end_ms").intValue()).isEqualTo(800 + 350);
    assertThat(server.came("response.cancel")).isEmpty();
    assertThat(outcome.exchanges()).hasSize(2).allMatch(Exchange::answered);
  }

  /** The figures a caller wants: how long somebody spoke against an answer that went on. */
  @Test
  void how_long_it_took_to_fall_silent_is_counted_from_the_first_loud_moment() {
    ScriptedServer server = new ScriptedServer(pace, hearing(Duration.ofMillis(250)));
    Outcome outcome = hold(server, true, Take.breakingIn(Duration.ofMillis(800), SAID));
    Answer cut = outcome.answers().get(0);

    assertThat(cut.interruption().orElseThrow().noticed())
        .isEqualTo(cut.played().from().orElseThrow().plusMillis(1150));
    assertThat(cut.stoppedPlayingAfter()).contains(Duration.ofMillis(350));
    assertThat(cut.stoppedArrivingAfter()).contains(Duration.ZERO);
    assertThat(cut.played().length()).isEqualTo(Duration.ofMillis(1150));
    assertThat(outcome.answers().get(1).interruption()).isEmpty();
    assertThat(outcome.answers().get(1).played().length()).isEqualTo(Duration.ofSeconds(3));
  }

  /** Once more, into the answer to what broke in. */
  @Test
  void each_barge_in_breaks_into_the_answer_to_the_turn_before_it() {
    ScriptedServer server = new ScriptedServer(pace, new Talker());
    Outcome outcome =
        hold(
            server,
            false,
            Take.breakingIn(Duration.ofMillis(800), SAID),
            Take.breakingIn(Duration.ofMillis(200), SAID));

    assertThat(server.came("conversation.item.truncate"))
        .extracting(cut -> cut.json().path("item_id").stringValue())
        .containsExactly("item-1", "item-2");
    assertThat(server.came("conversation.item.truncate"))
        .extracting(cut -> cut.json().path("audio_end_ms").intValue())
        .containsExactly(800, 200);
    assertThat(outcome.exchanges()).hasSize(3).allMatch(Exchange::answered);
  }

  @Test
  void nothing_is_truncated_of_which_nothing_was_played() {
    ScriptedServer server = new ScriptedServer(pace, new Talker());
    Outcome outcome = hold(server, false, Take.breakingIn(Duration.ZERO, SAID));

    assertThat(server.came("conversation.item.truncate")).isEmpty();
    assertThat(outcome.exchanges()).hasSize(2);
  }

  @Test
  void an_answer_that_is_too_short_to_break_into_is_an_unmet_line_and_the_turn_is_taken() {
    ScriptedServer server = new ScriptedServer(pace, new Talker());
    Outcome outcome = hold(server, false, Take.breakingIn(Duration.ofSeconds(4), SAID));

    assertThat(outcome.unmet())
        .singleElement()
        .matches(
            line ->
                line.message()
                    .equals(
                        "turn 2: breaks in after 4000 ms: expected an answer to turn 1 of more than"
                            + " that, got one of 3000 ms, so the turn was taken when it was over"));
    assertThat(server.came("conversation.item.truncate")).isEmpty();
    assertThat(outcome.exchanges()).hasSize(2).allMatch(Exchange::answered);
  }

  /** What is in flight of a cancelled answer is not for the listener's ears. */
  @Test
  void sound_of_a_cut_answer_that_still_comes_is_not_played() {
    Talker talker = new Talker();
    ScriptedServer server =
        new ScriptedServer(
            pace,
            (itself, event) -> {
              if ("response.cancel".equals(event.type())) {
                itself.say(Duration.ofMillis(50), delta("item-1"));
              }
              talker.hear(itself, event);
            });
    Outcome outcome = hold(server, false, Take.breakingIn(Duration.ofMillis(800), SAID));
    Answer cut = outcome.answers().get(0);

    assertThat(cut.played().length()).isEqualTo(Duration.ofMillis(800));
    assertThat(cut.sound().duration()).isEqualTo(Duration.ofSeconds(6));
    assertThat(cut.stoppedArrivingAfter()).contains(Duration.ofMillis(50));
  }

  /** A scenario says itself what its client sends. */
  @Test
  void a_mind_that_does_not_listen_truncates_nothing() {
    ScriptedServer server = new ScriptedServer(pace, hearing(Duration.ofMillis(250)));
    TurnsInOrder turns = turns(true, Take.breakingIn(Duration.ofMillis(800), SAID));
    Outcome outcome =
        hold(
            server,
            new Mind() {
              @Override
              public Wish see(dev.soundcheck.script.Seen seen, Situation situation) {
                return turns.see(seen, situation);
              }
            });

    assertThat(server.came("conversation.item.truncate")).isEmpty();
    assertThat(outcome.answers().get(0).played().length()).isLessThan(Duration.ofSeconds(2));
  }

  private Outcome hold(ScriptedServer server, boolean detection, Take... breakingIn) {
    return hold(server, turns(detection, breakingIn));
  }

  private static TurnsInOrder turns(boolean detection, Take... breakingIn) {
    SessionRequest session =
        new SessionRequest(detection, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT);
    List<Take> takes = new java.util.ArrayList<>(List.of(Take.inTurn(new Act.Type("Hello"))));
    takes.addAll(List.of(breakingIn));
    return new TurnsInOrder(session.session(), takes, Tools.NONE);
  }

  private Outcome hold(ScriptedServer server, Mind mind) {
    Manner manner =
        new Manner(Profile.LIVE, Duration.ofSeconds(30), 1, said -> Sounds.whole(tone()));
    CompletableFuture<Outcome> outcome;
    try (VoiceClient client = new VoiceClient(server, pace)) {
      outcome = client.hold(Target.of(URI.create("ws://x/")), mind, manner, Watcher.NONE);
      pace.passUntil(Duration.ofMinutes(2));
    }
    assertThat(outcome).isDone();
    return outcome.join();
  }

  /** Answers with three seconds at once, which are over only when they were played. */
  private static final class Talker implements ScriptedServer.Manners {
    private int answers;
    private boolean open;

    @Override
    public void hear(ScriptedServer server, ScriptedServer.Came event) {
      switch (event.type()) {
        case "session.update" -> server.say(Duration.ZERO, "{'type':'session.updated'}");
        case "response.create", "input_audio_buffer.commit" ->
            server.after(Duration.ofMillis(700), () -> answer(server));
        case "response.cancel" ->
            server.after(Duration.ofMillis(100), () -> end(server, "cancelled"));
        default -> {}
      }
    }

    private void answer(ScriptedServer server) {
      int number = ++answers;
      open = true;
      server.say(Duration.ZERO, created(number));
      server.say(Duration.ofMillis(1), delta("item-" + number));
      server.after(Duration.ofMillis(2_990), () -> endOf(number, server));
    }

    private void endOf(int number, ScriptedServer server) {
      if (number == answers) {
        end(server, "completed");
      }
    }

    private void end(ScriptedServer server, String status) {
      if (open) {
        open = false;
        server.say(Duration.ZERO, done(status));
      }
    }
  }

  /** Hears the words of the second turn so much after their first chunk has come. */
  private static ScriptedServer.Manners hearing(Duration later) {
    Talker talker = new Talker();
    return (server, event) -> {
      talker.hear(server, event);
      if (server.came("input_audio_buffer.append").size() == 1 && event.type().endsWith("append")) {
        server.after(
            later,
            () -> {
              talker.end(server, "completed");
              server.say(
                  Duration.ZERO, "{'type':'input_audio_buffer.speech_started','item_id':'u'}");
            });
        server.say(
            later.plusMillis(900), "{'type':'input_audio_buffer.speech_stopped','item_id':'u'}");
        server.say(later.plusMillis(901), "{'type':'input_audio_buffer.committed','item_id':'u'}");
        server.after(later.plusMillis(950), () -> talker.answer(server));
      }
    };
  }

  private static String created(int number) {
    return "{'type':'response.created','response':{'id':'%d'}}".formatted(number);
  }

  private static String delta(String item) {
    return "{'type':'response.output_audio.delta','item_id':'%s','content_index':0,'delta':'%s'}"
        .formatted(item, ANSWER);
  }

  private static String done(String status) {
    return "{'type':'response.done','response':{'status':'%s'}}".formatted(status);
  }

  private static Pcm tone() {
    short[] samples = new short[12_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 24_000));
    }
    return new Pcm(samples, 24_000);
  }
}
