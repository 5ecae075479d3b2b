package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Drop;
import dev.soundcheck.conformance.client.Exchange;
import dev.soundcheck.conformance.client.Interruption;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Played;
import dev.soundcheck.conformance.tool.Use;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Unmet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told at the end of a talk (issue 5 point 4: "latency summary; --json for scripts"). */
final class TalkSummaryTest {
  private static final Finding STRANGE =
      new Finding(Finding.Kind.UNKNOWN_MEMBER, "ping", "$.mood", "no such member", "fine");
  private static final Unmet UNMET =
      new Unmet("a.feature:4", "Then …", "a word", "nothing", List.of("1.00 s ping"));
  private static final Use FAILED =
      new Use("c1", "get_weather", "{}", "{\"error\":\"…\"}", Optional.of("exit status 1"), ms(12));

  /** The page is what scripts are written by: a member in one and not the other is a mistake. */
  @Test
  void every_member_is_on_its_page() throws IOException {
    Set<String> told = new TreeSet<>();
    paths("", json(cut(), uninterrupted()), told);

    assertThat(told).containsExactlyElementsOf(new TreeSet<>(onThePage()));
  }

  @Test
  void numbers_are_those_of_the_talk() {
    JsonNode json = json(cut(), uninterrupted());

    assertThat(json.at("/turns/0/kind").stringValue()).isEqualTo("spoken");
    assertThat(json.at("/turns/0/said").stringValue()).isEqualTo("q1.wav");
    assertThat(json.at("/turns/0/firstAudioMs").intValue()).isEqualTo(700);
    assertThat(json.at("/turns/0/firstPlayedMs").intValue()).isEqualTo(760);
    assertThat(json.at("/turns/0/answers/0/interrupted").toString())
        .isEqualTo("{\"playedMs\":812,\"stoppedArrivingMs\":150,\"stoppedPlayingMs\":203}");
    assertThat(json.at("/turns/1/answers/0/interrupted").isNull()).isTrue();
    assertThat(json.at("/latency/firstAudioMs").toString())
        .isEqualTo("{\"count\":2,\"median\":750,\"p95\":800}");
    assertThat(json.at("/latency/stoppedPlayingMs").toString())
        .isEqualTo("{\"count\":1,\"median\":203,\"p95\":203}");
    assertThat(json.at("/tools/0/failure").stringValue()).isEqualTo("exit status 1");
    assertThat(json.at("/unmet/0/around/0").stringValue()).isEqualTo("1.00 s ping");
    assertThat(json.at("/status").intValue()).isEqualTo(1);
  }

  @Test
  void turns_stand_in_one_table_that_fits_a_terminal() {
    String text = summary(cut(), uninterrupted(), unanswered()).text();

    assertThat(text.lines().skip(1).limit(6))
        .containsExactly(
            "  turn first audio    played    answer       level   cut at   silent under-runs",
            "     1      700 ms    760 ms    1.00 s  -30.3 dBFS   812 ms   203 ms          2",
            "     2      800 ms    860 ms    1.00 s  -30.3 dBFS",
            "     3   no answer",
            "median      750 ms    810 ms                                  203 ms",
            "   p95      800 ms    860 ms                                  203 ms")
        .allMatch(line -> line.length() < 80);
    assertThat(text)
        .contains(
            "finding: ping at $.mood: ",
            "unmet: a.feature:4: Then …: expected a word, got nothing\n    1.00 s ping",
            "the tool get_weather failed: exit status 1");
  }

  /** A single turn is usual for nothing. */
  @Test
  void one_turn_has_no_median() {
    assertThat(new TalkTable(List.of(uninterrupted())).lines()).hasSize(2);
    assertThat(new TalkTable(List.of()).lines()).isEmpty();
  }

  @Test
  void the_middle_and_the_nearest_rank() {
    assertThat(Latencies.median(List.of())).isEmpty();
    assertThat(Latencies.median(List.of(5L, 1L, 3L))).contains(3L);
    assertThat(Latencies.median(List.of(4L, 1L))).contains(3L);
    assertThat(Latencies.p95(List.of(7L))).contains(7L);
    assertThat(Latencies.p95(LongStream.rangeClosed(1, 20).boxed().toList())).contains(19L);
    assertThat(Latencies.p95(LongStream.rangeClosed(1, 21).boxed().toList())).contains(20L);
  }

  private static JsonNode json(Exchange... turns) {
    return Json.mapper().readTree(summary(turns).json());
  }

  private static TalkSummary summary(Exchange... turns) {
    Observed closed = new Observed.Closed(ms(9), 1, Origin.SERVER, 1000, "");
    Outcome outcome =
        new Outcome(
            List.of(closed),
            List.of(turns),
            List.of(),
            List.of(STRANGE),
            List.of(UNMET),
            Optional.of("It broke."),
            List.of(new Drop(ms(5), "Gone.", 1, ms(250))),
            Optional.of("conv_1"));
    return new TalkSummary(outcome, List.of(FAILED), List.of("answers written to a.wav"));
  }

  private static Exchange cut() {
    Act said = new Act.Say("", Optional.of(Path.of("q1.wav")));
    Played played = new Played(Optional.of(ms(1760)), Optional.of(ms(2703)), ms(812), 2, ms(131));
    Answer answer =
        new Answer(
            "completed",
            "Hello",
            List.of(new Reply.Call("c1", "get_weather", "{}")),
            sound(),
            Optional.of(ms(1700)),
            Optional.of(ms(2650)),
            played,
            Optional.of(new Interruption(Optional.of(ms(2500)), ms(2703))));
    return new Exchange(said, Optional.of(ms(1000)), "hello", List.of(answer));
  }

  private static Exchange uninterrupted() {
    Played played =
        new Played(Optional.of(ms(5860)), Optional.of(ms(6860)), ms(1000), 0, Duration.ZERO);
    Answer answer =
        new Answer(
            "completed",
            "Hello",
            List.of(),
            sound(),
            Optional.of(ms(5800)),
            Optional.of(ms(6000)),
            played,
            Optional.empty());
    return new Exchange(new Act.Type("hello"), Optional.of(ms(5000)), "", List.of(answer));
  }

  private static Exchange unanswered() {
    return new Exchange(new Act.Type("hello"), Optional.of(ms(5000)), "", List.of());
  }

  private static Pcm sound() {
    short[] samples = new short[24_000];
    Arrays.fill(samples, (short) 1000);
    return new Pcm(samples, 24_000);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private static void paths(String path, JsonNode node, Set<String> into) {
    if (!path.isEmpty()) {
      into.add(path);
    }
    node.properties()
        .forEach(
            it ->
                paths(
                    path.isEmpty() ? it.getKey() : path + "." + it.getKey(), it.getValue(), into));
    if (node.isArray()) {
      into.remove(path);
      into.add(path + "[]");
      node.forEach(it -> paths(path + "[]", it, into));
    }
  }

  private static List<String> onThePage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "talk-json.md"));
    return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
        .matcher(page)
        .results()
        .map(it -> it.group(1))
        .toList();
  }
}
