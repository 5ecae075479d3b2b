package dev.soundcheck.audio;

import static dev.soundcheck.audio.VoiceActivity.Kind.STARTED;
import static dev.soundcheck.audio.VoiceActivity.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code threshold} 0.1 to 0.9 and {@code silence_duration_ms} 0 to 10000 over all of their ranges
 * (events.yaml, {@code turn_detection}; issue 5, point 1).
 */
class TurnSettingsTest {
  private static final int RATE = 8_000;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Two hundredths of a second are left to the slopes of the sound itself. */
  @ParameterizedTest
  @ValueSource(longs = {50, 100, 333, 500, 1_000, 3_000, 9_990, 10_000})
  void a_pause_ends_the_turn_from_the_silence_on_that_is_set(long silence) {
    Settings settings = new Settings(0.85, Duration.ofMillis(silence));

    assertThat(heard(settings, parted(silence - 20))).hasSize(2);
    assertThat(heard(settings, parted(silence + 20)))
        .extracting(Edge::kind)
        .containsExactly(STARTED, STOPPED, STARTED, STOPPED);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 10", "10, 10", "333, 330", "500, 500", "10000, 10000"})
  void the_end_is_noticed_when_so_much_silence_was_heard(long silence, long noticed) {
    List<Edge> edges = heard(new Settings(0.85, Duration.ofMillis(silence)), parted(30));

    Edge last = edges.get(edges.size() - 1);
    assertThat(last.noticed().minus(last.at())).isEqualTo(Duration.ofMillis(noticed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void more_silence_never_makes_more_turns(long seed) {
    Pcm sound = anything(new Random(seed));
    int before = Integer.MAX_VALUE;
    for (long silence : new long[] {0, 20, 100, 300, 500, 1_000, 2_500, 10_000}) {
      int now = started(heard(new Settings(0.5, Duration.ofMillis(silence)), sound)).size();
      assertThat(now).as("%d ms", silence).isLessThanOrEqualTo(before);
      before = now;
    }
  }

  /** What a detector hears that must be surer, one hears that need not be as sure. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_higher_threshold_hears_nothing_that_a_lower_one_does_not(long seed) {
    Pcm sound = anything(new Random(seed));
    List<Edge> before = List.of();
    for (double threshold = 0.9; threshold > 0.05; threshold -= 0.1) {
      List<Edge> now = heard(new Settings(threshold, Duration.ofMillis(500)), sound);
      for (Edge edge : started(before)) {
        assertThat(speakingAt(now, edge.noticed())).as("%s at %.1f", edge, threshold).isTrue();
      }
      before = now;
    }
  }

  /** Bursts and pauses of all lengths and levels, in a room that is now loud, now soft. */
  private static Pcm anything(Random random) {
    Pcm sound = Pcm.silence(SECOND, RATE);
    for (int i = 0; i < 25; i++) {
      double level = -55 + 40 * random.nextDouble();
      Duration lasting = Duration.ofMillis(30 + random.nextInt(900));
      Pcm burst =
          random.nextBoolean()
              ? Sounds.tone(150 + random.nextInt(900), level, lasting, RATE)
              : Sounds.whiteNoise(level, lasting, RATE, random.nextLong());
      Pcm pause = Pcm.silence(Duration.ofMillis(random.nextInt(1_200)), RATE);
      sound = sound.then(burst).then(pause);
    }
    double room = -80 + 35 * random.nextDouble();
    Duration lasting = sound.duration().plusMillis(1);
    return Sounds.mixed(sound, Sounds.pinkNoise(room, lasting, RATE, random.nextLong()))
        .then(Pcm.silence(Duration.ofSeconds(11), RATE));
  }

  private static Pcm parted(long pause) {
    Pcm tone = Sounds.tone(400, -20, Duration.ofMillis(400), RATE);
    Pcm end = Pcm.silence(Duration.ofMillis(10_500), RATE);
    Pcm between = Pcm.silence(Duration.ofMillis(pause), RATE);
    return Pcm.silence(SECOND, RATE).then(tone).then(between).then(tone).then(end);
  }

  private static boolean speakingAt(List<Edge> edges, Duration time) {
    boolean speaking = false;
    for (Edge edge : edges) {
      Duration known = edge.kind() == STARTED ? edge.noticed() : edge.at();
      speaking = known.compareTo(time) <= 0 ? edge.kind() == STARTED : speaking;
    }
    return speaking;
  }

  private static List<Edge> started(List<Edge> edges) {
    return edges.stream().filter(edge -> edge.kind() == STARTED).toList();
  }

  private static List<Edge> heard(Settings settings, Pcm sound) {
    return new ArrayList<>(new VoiceActivity(settings, sound.rate()).hear(sound));
  }
}
