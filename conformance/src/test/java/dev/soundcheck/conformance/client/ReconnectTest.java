package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Act;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break, in virtual time (issue 5 point 4). */
final class ReconnectTest {
  private static final String SOUND = Base64.getEncoder().encodeToString(new byte[4_800]);
  private static final Backoff FIVE =
      new Backoff(5, Duration.ofMillis(500), Duration.ofSeconds(4), 7);

  private final VirtualPace pace = new VirtualPace();
  private final List<Drop> told = new ArrayList<>();

  /** Each wait is twice the one before, half of it at least, and none is longer than the most. */
  @Test
  void waits_double_up_to_a_limit_and_are_the_same_for_the_same_seed() {
    List<Duration> waits = IntStream.rangeClosed(1, 9).mapToObj(FIVE::before).toList();

    for (int i = 0; i < waits.size(); i++) {
      long longest = Math.min(4_000, 500L << i);
      assertThat(waits.get(i).toMillis()).isBetween(longest / 2, longest);
    }
    assertThat(waits).isEqualTo(IntStream.rangeClosed(1, 9).mapToObj(FIVE::before).toList());
    Backoff other = new Backoff(5, FIVE.first(), FIVE.most(), 8);
    assertThat(waits).isNotEqualTo(IntStream.rangeClosed(1, 9).mapToObj(other::before).toList());
  }

  @Test
  void where_nobody_listens_it_is_dialled_again_until_somebody_does() {
    Line line = new Line(3, true, polite());
    Outcome outcome = hold(line, FIVE, new Act.Type("Hello"));

    assertThat(outcome.failure()).isEmpty();
    assertThat(line.dialled)
        .hasSize(4)
        .isEqualTo(
            List.of(
                Duration.ZERO,
                FIVE.before(1),
                FIVE.before(1).plus(FIVE.before(2)),
                FIVE.before(1).plus(FIVE.before(2)).plus(FIVE.before(3))));
    assertThat(outcome.drops()).isEqualTo(told).extracting(Drop::attempt).containsExactly(1, 2, 3);
    assertThat(told.get(0).why()).isEqualTo("nobody there");
    assertThat(told.get(0).at()).isEqualTo(Duration.ZERO);
    assertThat(outcome.exchanges()).singleElement().matches(Exchange::answered);
  }

  @Test
  void it_gives_up_after_so_many_attempts_in_a_row() {
    Line line = new Line(100, true, polite());
    Outcome outcome = hold(line, FIVE, new Act.Type("Hello"));

    assertThat(line.dialled).hasSize(6);
    assertThat(outcome.failure()).contains("nobody there");
    assertThat(outcome.seen()).isEmpty();
  }

  /** What a server says about the request itself it will say again. */
  @Test
  void a_refusal_stands() {
    Line line = new Line(1, false, polite());

    assertThat(hold(line, FIVE, new Act.Type("Hello")).failure()).contains("nobody there");
    assertThat(line.dialled).hasSize(1);
  }

  @Test
  void without_being_asked_nobody_dials_again() {
    Line line = new Line(1, true, polite());

    assertThat(hold(line, Backoff.NEVER, new Act.Type("Hello")).failure()).isPresent();
    assertThat(line.dialled).hasSize(1);
  }

  /** live-behaviour.md 5.4: clients reconnect on 1011 to 1014. */
  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1006, 1011, 1012, 1013, 1014})
  void a_turn_without_an_answer_is_taken_again_on_the_next_connection(int code) {
    Line line = new Line(0, true, breakingOnce("Second", code));
    Outcome outcome =
        hold(line, FIVE, new Act.Type("First"), new Act.Type("Second"), new Act.Type("Third"));

    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.exchanges())
        .extracting(turn -> ((Act.Type) turn.said()).words())
        .containsExactly("First", "Second", "Third");
    assertThat(outcome.exchanges()).allMatch(Exchange::answered);
    assertThat(line.dialled).hasSize(2);
    assertThat(outcome.drops())
        .singleElement()
        .matches(drop -> drop.why().contains(String.valueOf(code)) && drop.attempt() == 1);
    assertThat(line.targets).noneMatch(it -> it.contains("conversation_id"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1002, 1003, 1007, 1008, 1009, 4000})
  void a_close_that_blames_the_client_stands(int code) {
    Line line = new Line(0, true, breakingOnce("First", code));

    assertThat(hold(line, FIVE, new Act.Type("First")).failure().orElseThrow())
        .contains(String.valueOf(code));
    assertThat(line.dialled).hasSize(1);
  }

  /** live-behaviour.md 2.12: both connections ask for it, the second names the conversation. */
  @Test
  void where_the_session_asks_for_it_the_conversation_goes_on() {
    Line line = new Line(0, true, breakingOnce("Second", 1006));
    Outcome outcome = hold(line, true, FIVE, new Act.Type("First"), new Act.Type("Second"));

    assertThat(line.targets).containsExactly("ws://x/?a=b", "ws://x/?a=b&conversation_id=c-1");
    assertThat(line.server.came("session.update"))
        .hasSize(2)
        .allMatch(it -> it.json().at("/session/resumption/enabled").booleanValue());
    assertThat(outcome.conversation()).contains("c-1");
    assertThat(outcome.exchanges()).hasSize(2).allMatch(Exchange::answered);
  }

  /** An answer means that it works again; the next break has all its attempts. */
  @Test
  void attempts_count_anew_after_an_answer() {
    List<String> broken = new ArrayList<>();
    Line line =
        new Line(
            0,
            true,
            (server, event) -> {
              String words = event.json().at("/item/content/0/text").asString("");
              if (!words.isEmpty() && !broken.contains(words)) {
                broken.add(words);
                server.hangUp(Duration.ofMillis(5), 1011, "");
              } else if (server.open()) {
                polite().hear(server, event);
              }
            });
    Backoff one = new Backoff(1, Duration.ofMillis(500), Duration.ofSeconds(4), 7);
    Outcome outcome =
        hold(line, one, new Act.Type("One"), new Act.Type("Two"), new Act.Type("Three"));

    assertThat(outcome.exchanges()).hasSize(3).allMatch(Exchange::answered);
    assertThat(outcome.drops()).extracting(Drop::attempt).containsExactly(1, 1, 1);
  }

  @Test
  void turns_are_repeated_each_time_in_a_session_of_its_own() {
    Line line = new Line(0, true, polite());
    Outcome outcome = repeat(line, false, 3);

    assertThat(line.dialled).hasSize(3);
    assertThat(outcome.exchanges()).hasSize(3).allMatch(Exchange::answered);
    assertThat(outcome.seen().stream().map(it -> it.connection()).distinct())
        .containsExactly(1, 2, 3);
    assertThat(line.targets).containsOnly("ws://x/?a=b");
  }

  @Test
  void with_resumption_each_time_goes_on_with_the_conversation_of_the_time_before() {
    Line line = new Line(0, true, polite());
    repeat(line, true, 2);

    assertThat(line.targets).containsExactly("ws://x/?a=b", "ws://x/?a=b&conversation_id=c-1");
  }

  private Outcome repeat(Line line, boolean resumption, int times) {
    return run(
        line,
        client ->
            client.hold(
                Target.of(URI.create("ws://x/?a=b")),
                () -> turns(resumption, new Act.Type("Hello")),
                times,
                Manner.USUAL.with(Profile.LIVE),
                Watcher.NONE));
  }

  private Outcome hold(Line line, Backoff backoff, Act... turns) {
    return hold(line, false, backoff, turns);
  }

  private Outcome hold(Line line, boolean resumption, Backoff backoff, Act... turns) {
    Watcher watcher =
        new Watcher() {
          @Override
          public void dropped(Drop drop) {
            told.add(drop);
          }
        };
    return run(
        line,
        client ->
            client.hold(
                Target.of(URI.create("ws://x/?a=b")),
                turns(resumption, turns),
                Manner.USUAL.with(backoff),
                watcher));
  }

  private Outcome run(Line line, Function<VoiceClient, CompletableFuture<Outcome>> calling) {
    CompletableFuture<Outcome> outcome;
    try (VoiceClient client = new VoiceClient(line, pace)) {
      outcome = calling.apply(client);
      pace.passUntil(Duration.ofMinutes(5));
    }
    assertThat(outcome).isDone();
    return outcome.join();
  }

  private static Mind turns(boolean resumption, Act... turns) {
    SessionRequest session =
        new SessionRequest(
            false, Optional.empty(), AudioFormat.DEFAULT, AudioFormat.DEFAULT, false, resumption);
    return new TurnsInOrder(
        session.session(), List.of(turns).stream().map(Take::inTurn).toList(), Tools.NONE);
  }

  private static ScriptedServer.Manners polite() {
    return (server, event) -> {
      if ("session.update".equals(event.type())) {
        server.say(Duration.ZERO, "{'type':'conversation.created','conversation':{'id':'c-1'}}");
      }
      ScriptedServer.polite(SOUND).hear(server, event);
    };
  }

  /** Breaks when it hears these words for the first time. */
  private static ScriptedServer.Manners breakingOnce(String words, int code) {
    List<String> broken = new ArrayList<>();
    return (server, event) -> {
      boolean now = words.equals(event.json().at("/item/content/0/text").asString(""));
      if (now && broken.isEmpty()) {
        broken.add(words);
        server.hangUp(Duration.ofMillis(5), code, "");
      } else if (server.open()) {
        polite().hear(server, event);
      }
    };
  }

  /** A line on which the first attempts find nobody. */
  private final class Line implements Dialer {
    private final int dead;
    private final boolean passing;
    private final ScriptedServer server;
    private final List<Duration> dialled = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    private Line(int dead, boolean passing, ScriptedServer.Manners manners) {
      this.dead = dead;
      this.passing = passing;
      this.server = new ScriptedServer(pace, manners);
    }

    @Override
    public void dial(Target target, Ear ear) {
      dialled.add(pace.now());
      targets.add(target.url().toString());
      if (dialled.size() <= dead) {
        ear.failed("nobody there", passing);
      } else {
        server.dial(target, ear);
      }
    }

    @Override
    public void close() {}
  }
}
