package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * When the sound of an answer leaves. Issue 5, point 6: "pace live (as captured), real-time, fast,
 * instant, or explicit; a scripted gap is kept on an absolute schedule".
 */
@Timeout(60)
class PacesTest {
  private static final String DELTA = "response.output_audio.delta";

  private static final String LONG =
      "It is foggy and twelve degrees in Paris. Take a coat with you, and a hat, since the evening"
          + " will be cold. Tomorrow the sun comes out, and the day after tomorrow it is warm.";

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** live-behaviour.md 6: about three times faster than it plays. */
  @Test
  void live_comes_in_bursts_faster_than_it_plays() {
    List<Piece> pieces = pieces(answer(Pacing.LIVE));
    double playing = seconds(pieces);
    double coming = pieces.get(pieces.size() - 1).at() - pieces.get(0).at();
    assertThat(playing / coming).isBetween(2.0, 4.5);
    assertThat(gaps(pieces)).anyMatch(gap -> gap < 0.008).anyMatch(gap -> gap > 0.1);
  }

  @Test
  void in_real_time_each_piece_leaves_when_the_one_before_has_been_played() {
    List<Piece> pieces = pieces(answer(Pacing.REAL_TIME));
    double played = pieces.get(0).at();
    for (Piece piece : pieces) {
      assertThat(Math.abs(piece.at() - played)).isLessThan(0.000_01);
      played += piece.seconds();
    }
    assertThat(pieces.stream().map(Piece::seconds).distinct().count())
        .as("pieces as irregular as the live service's")
        .isGreaterThan(4);
  }

  @Test
  void fast_takes_a_tenth_of_the_time() {
    List<Piece> live = pieces(answer(Pacing.LIVE));
    List<Piece> fast = pieces(answer(Pacing.FAST));
    assertThat(fast.stream().map(Piece::seconds))
        .isEqualTo(live.stream().map(Piece::seconds).toList());
    double first = live.get(0).at();
    double last = live.get(live.size() - 1).at();
    assertThat(fast.get(0).at()).isBetween(0.09 * first, 0.11 * first);
    assertThat(fast.get(fast.size() - 1).at()).isBetween(0.08 * last, 0.12 * last);
  }

  @Test
  void instant_takes_no_time() {
    assertThat(pieces(answer(Pacing.INSTANT))).allMatch(piece -> piece.at() == 0);
  }

  @Test
  void explicit_pieces_have_their_length_and_leave_at_their_times() {
    List<Piece> pieces = pieces(answer(pacing(20, 30)));
    assertThat(pieces.subList(0, pieces.size() - 1)).allMatch(piece -> piece.samples() == 480);
    double first = pieces.get(0).at();
    for (int i = 0; i < pieces.size(); i++) {
      assertThat(pieces.get(i).at()).isEqualTo(first + i * 0.030, within(1e-6));
    }
    assertThat(pieces).hasSizeGreaterThan(300);
  }

  /** All pieces together are the same sound and the same words at every pace. */
  @ParameterizedTest
  @ValueSource(strings = {"live", "real-time", "fast", "instant", "20ms/20ms", "7ms/1ms", "1s/0s"})
  void what_is_heard_does_not_depend_on_the_pace(String written) {
    Rehearsal usual = answer(Pacing.LIVE);
    Rehearsal other = answer(Pacing.parse(written).orElseThrow());
    assertThat(sound(other)).isEqualTo(sound(usual));
    assertThat(other.last("response.output_audio_transcript.done").path("transcript").asString())
        .isEqualTo(LONG);
    assertThat(other.last("response.done").at("/response/status").asString())
        .isEqualTo("completed");
  }

  /** A scenario's own pace wins over the server's. */
  @Test
  void a_scenario_says_its_pace() {
    Program program = program("Given the pace \"20ms/20ms\"");
    Rehearsal rehearsal = new Rehearsal(program, Profile.LIVE, conditions(Pacing.INSTANT));
    rehearsal.types("Hello.").passes(MINUTE);
    assertThat(gaps(pieces(rehearsal))).allMatch(gap -> Math.abs(gap - 0.020) < 1e-6);
  }

  /**
   * Fifty sessions whose machine is late all the time, each by amounts of its own: not one piece of
   * sound is planned later than it would be on an idle machine.
   */
  @Test
  void being_late_moves_nothing_that_comes_after() {
    List<Double> planned = pieces(answer(pacing(20, 20))).stream().map(Piece::at).toList();
    assertThat(planned).hasSizeGreaterThan(300);
    for (int session = 0; session < 50; session++) {
      Random lateness = new Random(session);
      Rehearsal late = begun(pacing(20, 20));
      for (int time = 0; time < 30_000; ) {
        int step = 1 + lateness.nextInt(200);
        late.stalls(Duration.ofMillis(step));
        time += step;
      }
      assertThat(pieces(late).stream().map(Piece::at)).isEqualTo(planned);
    }
  }

  /** The same for gaps that a scenario writes out. */
  @Test
  void scripted_gaps_do_not_add_up_lateness() {
    StringBuilder lines = new StringBuilder("When the user types anything\n");
    for (int i = 0; i < 200; i++) {
      lines.append("Then after 20 ms\nAnd the server sends \"conversation.item.deleted\" with\n");
      lines.append("\"\"\"json\n{\"item_id\":\"%d\"}\n\"\"\"\n".formatted(i));
    }
    Program program = feature(lines.toString());
    Rehearsal late = new Rehearsal(program, Profile.LIVE, conditions(Pacing.INSTANT));
    late.types("Hello.");
    Random lateness = new Random(1);
    for (int i = 0; i < 300; i++) {
      late.stalls(Duration.ofMillis(1 + lateness.nextInt(60)));
    }
    List<Double> sent = times(late, "conversation.item.deleted");
    assertThat(sent).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(sent.get(i)).isEqualTo(sent.get(0) + 0.020 * i, within(1e-6));
    }
  }

  private record Piece(double at, int samples) {
    double seconds() {
      return samples / 24_000.0;
    }
  }

  private static Pacing pacing(int piece, int every) {
    return Pacing.of(Duration.ofMillis(piece), Duration.ofMillis(every));
  }

  private static Conditions conditions(Pacing pacing) {
    return Conditions.USUAL.with(Paces.of(pacing));
  }

  private static Program program(String given) {
    return feature(
        given
            + """

            When the user types anything
            Then the assistant says "%s"
            """
                .formatted(LONG));
  }

  private static Program feature(String lines) {
    return Programs.of("Feature: Paces\nScenario: One\n" + lines).orElseThrow();
  }

  private static Rehearsal begun(Pacing pacing) {
    return new Rehearsal(program(""), Profile.LIVE, conditions(pacing)).types("Hello.");
  }

  private static Rehearsal answer(Pacing pacing) {
    return begun(pacing).passes(MINUTE);
  }

  private static List<Piece> pieces(Rehearsal rehearsal) {
    List<Double> times = times(rehearsal, DELTA);
    List<Piece> pieces = new ArrayList<>();
    for (JsonNode event : rehearsal.sent) {
      if (event.path("type").asString().equals(DELTA)) {
        pieces.add(new Piece(times.get(pieces.size()), bytes(event).length / 2));
      }
    }
    return pieces;
  }

  private static List<Double> times(Rehearsal rehearsal, String type) {
    return rehearsal.journal.stream()
        .filter(seen -> seen instanceof Observed.Message said && said.type().equals(type))
        .map(seen -> seen.at().toNanos() / 1e9)
        .toList();
  }

  private static byte[] bytes(JsonNode delta) {
    return Base64.getDecoder().decode(delta.path("delta").asString());
  }

  private static List<Byte> sound(Rehearsal rehearsal) {
    List<Byte> all = new ArrayList<>();
    for (JsonNode event : rehearsal.sent) {
      if (event.path("type").asString().equals(DELTA)) {
        for (byte one : bytes(event)) {
          all.add(one);
        }
      }
    }
    return all;
  }

  private static double seconds(List<Piece> pieces) {
    return pieces.stream().mapToDouble(Piece::seconds).sum();
  }

  private static List<Double> gaps(List<Piece> pieces) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < pieces.size(); i++) {
      gaps.add(pieces.get(i).at() - pieces.get(i - 1).at());
    }
    return gaps;
  }
}
