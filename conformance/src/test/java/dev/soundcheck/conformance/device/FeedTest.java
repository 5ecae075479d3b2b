package dev.soundcheck.conformance.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.ResamplingStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a loudspeaker is given, without one; docs/decisions/client-devices.md. */
final class FeedTest {
  private static final int RATE = 48_000;
  private static final Duration LEAD = Duration.ofMillis(80);

  private final Feed feed = new Feed(RATE, LEAD);

  @Test
  void silence_keeps_the_device_going_and_no_more() {
    assertThat(feed.next(Duration.ZERO)).contains(Pcm.silence(Duration.ofMillis(10), RATE));
    assertThat(feed.next(Duration.ofMillis(29))).isPresent();
    assertThat(feed.next(Duration.ofMillis(30))).isEmpty();
  }

  /** What comes first waits until it is to be heard; what follows comes without a gap. */
  @Test
  void a_sound_is_heard_when_it_is_to_be_heard() {
    feed.play(Duration.ofMillis(500), ramp(0, 960));
    feed.play(Duration.ofMillis(520), ramp(960, 960));

    assertThat(feed.next(Duration.ofMillis(30))).contains(Pcm.silence(Duration.ofMillis(50), RATE));
    assertThat(taken(4)).isEqualTo(ramp(0, 1920));
    assertThat(feed.next(Duration.ofMillis(30))).isEmpty();
  }

  /** A device that has more than the lead already is not given more silence. */
  @Test
  void after_a_pause_in_the_sound_there_is_a_pause_in_the_device() {
    feed.play(Duration.ofMillis(500), ramp(0, 480));
    feed.play(Duration.ofMillis(600), ramp(480, 480));

    assertThat(feed.next(LEAD)).contains(ramp(0, 480));
    assertThat(feed.next(Duration.ofMillis(10))).contains(Pcm.silence(Duration.ofMillis(70), RATE));
    assertThat(feed.next(LEAD)).contains(ramp(480, 480));
  }

  @Test
  void what_falls_silent_is_dropped_and_told_once() {
    feed.play(Duration.ZERO, ramp(0, 4_800));
    assertThat(feed.sounding()).isTrue();
    feed.fallSilent();

    assertThat(feed.sounding()).isFalse();
    assertThat(feed.takeSilence()).isTrue();
    assertThat(feed.takeSilence()).isFalse();
    assertThat(feed.next(LEAD)).isEmpty();
  }

  /** Pieces of one sound are resampled as one stream. */
  @Test
  void sound_of_another_rate_becomes_that_of_the_device() {
    Pcm whole = new Pcm(ramp(0, 960).samples(), 24_000);
    feed.play(Duration.ZERO, whole.slice(0, 480));
    feed.play(Duration.ofMillis(20), whole.slice(480, 960));
    Pcm expected = new ResamplingStream(24_000, RATE).next(whole);

    assertThat(taken(expected.length())).isEqualTo(expected);
  }

  private Pcm taken(int most) {
    List<Pcm> pieces = new ArrayList<>();
    Optional<Pcm> next = feed.next(LEAD);
    for (int i = 0; i < most && next.isPresent(); i++) {
      pieces.add(next.orElseThrow());
      next = feed.next(LEAD);
    }
    return pieces.stream().reduce(Pcm::then).orElseThrow();
  }

  private static Pcm ramp(int from, int length) {
    short[] samples = new short[length];
    IntStream.range(0, length).forEach(i -> samples[i] = (short) (from + i + 1));
    return new Pcm(samples, RATE);
  }
}
