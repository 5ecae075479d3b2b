package dev.soundcheck.server;

import static dev.soundcheck.server.Turn.events;
import static dev.soundcheck.server.Turn.options;
import static dev.soundcheck.server.Turn.types;
import static dev.soundcheck.server.Turn.under;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.server.Eavesdropper.Heard;
import java.lang.reflect.Method;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When and whether things are sent under each fault, and how a connection ends under it. */
@Timeout(60)
final class FaultsInTimeTest {
  private static final String DELTA = "response.output_audio.delta";
  private static final String DONE = "response.done";
  private static final Duration MOMENT = Duration.ofMillis(1);

  @ParameterizedTest
  @EnumSource
  void every_fault_of_the_catalogue_is_shown_on_the_wire(FaultKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT) + "_";
    assertThat(List.of(FaultsInTimeTest.class, FaultsOnTheWireTest.class))
        .flatExtracting(tests -> List.of(tests.getDeclaredMethods()))
        .filteredOn(FaultsInTimeTest::tests)
        .extracting(Method::getName)
        .anyMatch(method -> method.startsWith(name));
  }

  private static boolean tests(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  /** live-behaviour.md §5.4: what is refused is refused before the upgrade, with code and error. */
  @ParameterizedTest
  @CsvSource({
    "401, unauthenticated, Incorrect API key provided",
    "403, permission-denied, credits",
    "429, resource-exhausted, Too many requests"
  })
  void refuse_answers_in_place_of_the_upgrade(int status, String code, String error) {
    try (MockVoiceServer server = MockVoiceServer.start(options("refuse=" + status).build())) {
      assertThatThrownBy(() -> new Eavesdropper(server.uri()))
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refused -> {
                assertThat(refused.getResponse().statusCode()).isEqualTo(status);
                assertThat(refused.getResponse().headers().firstValue("Content-Type"))
                    .contains("application/json");
              });
      Raw.Answer answer = Raw.handshake(server);
      assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains(error);
    }
  }

  /** live-behaviour.md §5.3: a failed response is the first event, then the server closes. */
  @Test
  void crowded_servers_fail_a_response_and_close() {
    try (Turn turn = under("crowded")) {
      List<Heard> all = turn.client().hearsTheEnd();

      assertThat(all).hasSize(2);
      assertThat(all.get(0).type()).isEqualTo(DONE);
      assertThat(all.get(0).json().at("/response/status").asString()).isEqualTo("failed");
      assertThat(all.get(0).json().at("/response/status_details/error/code").asString())
          .isEqualTo("rate_limit_exceeded");
      assertThat(all.get(1).code()).isEqualTo(1000);
    }
  }

  @Test
  void slow_greeting_comes_after_its_time_and_all_at_once() {
    try (Turn turn = under("slow-greeting=5s")) {
      turn.passes(Duration.ofSeconds(5).minus(MOMENT));
      assertThat(turn.client().heardNothing()).isTrue();
      turn.passes(MOMENT);
      assertThat(types(turn.client().hearsAll()))
          .startsWith("session.created", "conversation.created", "ping");
    }
  }

  /** live-behaviour.md §5.5: in 5 of 90 probes nothing came for 20 s and more. */
  @Test
  void stall_from_the_opening_says_nothing_ever() {
    try (Turn turn = under("stall")) {
      turn.client().types("Hello");
      turn.passes(Duration.ofMinutes(5));

      assertThat(turn.client().heardNothing()).isTrue();
      assertThat(turn.server().connections())
          .allSatisfy(
              seen -> assertThat(seen).noneMatch(one -> one.toString().contains("from=SERVER")));
    }
  }

  @Test
  void stall_in_the_middle_of_an_answer_ends_the_stream() {
    try (Turn turn = under("stall@" + DELTA + "#3")) {
      turn.client().types("Hello");
      for (int deltas = 0; deltas < 2; ) {
        deltas += turn.client().next().type().equals(DELTA) ? 1 : 0;
      }
      turn.passes(Duration.ofMinutes(5));
      turn.server().close();

      assertThat(types(turn.client().hearsTheEnd())).doesNotContain(DELTA, DONE);
    }
  }

  @Test
  void latency_holds_back_everything_in_its_order() {
    try (Turn turn = under("latency=300ms")) {
      turn.passes(Duration.ofMillis(299));
      assertThat(turn.client().heardNothing()).isTrue();
      turn.passes(MOMENT);
      assertThat(turn.client().next().type()).isEqualTo("session.created");
      assertThat(turn.client().next().type()).isEqualTo("conversation.created");
    }
  }

  @Test
  void bandwidth_lets_each_message_out_when_all_of_it_could_be() {
    try (Turn turn = under("bandwidth=100")) {
      turn.passes(Duration.ofSeconds(1));
      assertThat(turn.client().heardNothing()).isTrue();
      turn.passes(Duration.ofMinutes(2));
      Heard first = turn.client().next();
      assertThat(first.type()).isEqualTo("session.created");
      assertThat(turn.server().connections().get(0).get(0).at())
          .isEqualTo(Duration.ofMillis(first.text().length() * 10L));
    }
  }

  @Test
  void delay_is_overtaken() {
    try (Turn turn = under("delay=conversation.created:2s")) {
      List<String> before = types(turn.client().hearsAll());
      assertThat(before).contains("ping").doesNotContain("conversation.created");
      turn.passes(Duration.ofSeconds(2));
      assertThat(turn.client().next().type()).isEqualTo("conversation.created");
    }
  }

  /** livekit/agents#6710 and others: what comes of an answer that was given up. */
  @Test
  void late_audio_goes_on_after_a_cancel() {
    try (Turn turn = under(options("late-audio").pacing(Pacing.LIVE))) {
      turn.client().types("Hello");
      turn.passesUntilHeard(DELTA);
      turn.client().says("{\"type\":\"response.cancel\"}");
      List<Heard> after = new ArrayList<>(turn.passesUntilHeard(DONE));
      turn.client().says("{\"type\":\"input_audio_buffer.clear\"}");
      after.addAll(turn.passesUntilHeard("input_audio_buffer.cleared"));

      List<String> types = types(after);
      assertThat(events(DONE, after).get(0).at("/response/status").asString())
          .isEqualTo("cancelled");
      assertThat(types.subList(types.indexOf(DONE) + 1, types.size() - 1))
          .isEqualTo(List.of(DELTA, DELTA, DELTA, DELTA, DELTA));
    }
  }

  @Test
  void close_comes_in_place_of_the_event_that_it_is_bound_to() {
    try (Turn turn = under("close=4321:enough@" + DELTA + "#3")) {
      List<Heard> all = turn.allToTheEnd();

      assertThat(events(DELTA, all)).hasSize(2);
      assertThat(all.get(all.size() - 1)).isEqualTo(new Heard("enough", 0, 4321));
    }
  }

  @Test
  void close_comes_at_its_time() {
    try (Turn turn = under("close=1011@3s")) {
      turn.passes(Duration.ofSeconds(3).minus(MOMENT)).client().hearsAll();
      turn.passes(MOMENT);

      assertThat(turn.client().next().code()).isEqualTo(1011);
    }
  }

  @Test
  void close_comes_with_what_the_client_does() {
    try (Turn turn = under("close=1008@response.create")) {
      List<Heard> all = turn.allToTheEnd();

      assertThat(types(all)).doesNotContain("response.created");
      assertThat(all.get(all.size() - 1).code()).isEqualTo(1008);
    }
  }

  @Test
  void reset_ends_the_connection_without_a_closing_frame() throws Exception {
    try (MockVoiceServer server = MockVoiceServer.start(options("reset@2s").build());
        Raw client = Raw.connect(server)) {
      client.readsUntil("ping");
      server.advance(Duration.ofSeconds(2));

      assertThat(client.end()).contains("reset");
    }
  }

  @Test
  void half_open_connections_do_not_even_answer_pings_and_stay() throws Exception {
    try (MockVoiceServer server = MockVoiceServer.start(options("half-open@2s").build());
        Raw client = Raw.connect(server)) {
      client.readsUntil("ping");
      client.pings();
      assertThat(client.readsFrame()).as("a pong, in front of it").isEqualTo(0x8A);
      server.advance(Duration.ofSeconds(2));
      client.pings().pings();
      server.advance(Duration.ofMinutes(1));

      assertThat(client.hearsNothingFor(Duration.ofMillis(300))).isTrue();
    }
  }

  /** design.md, "Time is injected": the same seed strikes the same connections. */
  @Test
  void a_chance_strikes_those_connections_that_the_seed_says() {
    List<Boolean> once = struck(7);

    assertThat(once).isEqualTo(struck(7)).contains(true, false);
    assertThat(struck(8)).isNotEqualTo(once);
  }

  private static List<Boolean> struck(long seed) {
    ServerOptionsBuilder options = options("drop=session.created:50%").seed(seed);
    try (MockVoiceServer server = MockVoiceServer.start(options.build())) {
      return Stream.generate(() -> new Eavesdropper(server.uri()).next().type())
          .limit(12)
          .map("conversation.created"::equals)
          .toList();
    }
  }
}
