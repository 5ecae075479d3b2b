package dev.soundcheck.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Issue 5 point 4: a jitter buffer, and a clock that says what was really played. */
final class PlaybackTest {
  private static final int RATE = 24_000;

  private final Device device = new Device(Duration.ZERO);
  private final Playback playback = new Playback(device, ms(60), 1);
  private final Tape tape = new Tape(0, "item", 0, RATE);

  @Test
  void enough_sound_is_played_at_once() {
    playback.arrived(ms(1000), tape, sound(200));
    playback.advance(ms(1150));

    assertThat(tape.played().from()).contains(ms(1000));
    assertThat(tape.played().length()).isEqualTo(ms(150));
    assertThat(playback.playing()).isTrue();
  }

  @Test
  void less_than_the_buffer_waits_for_more_but_not_for_ever() {
    playback.arrived(ms(1000), tape, sound(20));
    playback.advance(ms(1050));
    assertThat(device.pieces).isEmpty();

    playback.advance(ms(1060));
    playback.advance(ms(1100));
    assertThat(tape.played()).isEqualTo(heard(1060, 1080, 20, 0, 0));
    assertThat(playback.playing()).isFalse();
  }

  @Test
  void pieces_that_come_faster_than_they_are_played_follow_each_other_without_a_gap() {
    for (int i = 0; i < 50; i++) {
      playback.arrived(ms(1000 + i), tape, sound(100));
    }
    playback.advance(ms(10_000));

    assertThat(tape.played()).isEqualTo(heard(1000, 6000, 5000, 0, 0));
    assertThat(device.gaps()).isZero();
  }

  @Test
  void jitter_within_the_buffer_is_not_heard() {
    Random seeded = new Random(7);
    long at = 0;
    for (int i = 0; i < 100; i++) {
      at = Math.max(at, 1000 + 20 * i + seeded.nextInt(40));
      playback.arrived(ms(at), tape, sound(20));
    }
    playback.advance(ms(10_000));

    assertThat(tape.played().underRuns()).isZero();
    assertThat(tape.played().length()).isEqualTo(ms(2000));
    assertThat(device.gaps()).isZero();
  }

  @Test
  void a_pause_in_the_midst_of_an_item_is_an_under_run_that_ends_when_enough_has_come_again() {
    playback.arrived(ms(1000), tape, sound(100));
    playback.arrived(ms(1250), tape, sound(100));
    playback.advance(ms(2000));

    assertThat(tape.played()).isEqualTo(heard(1000, 1350, 200, 1, 150));
  }

  @Test
  void a_pause_between_items_is_none() {
    Tape next = new Tape(0, "next", 0, RATE);
    playback.arrived(ms(1000), tape, sound(100));
    playback.arrived(ms(1250), next, sound(100));
    playback.advance(ms(2000));

    assertThat(tape.played()).isEqualTo(heard(1000, 1100, 100, 0, 0));
    assertThat(next.played()).isEqualTo(heard(1250, 1350, 100, 0, 0));
  }

  @Test
  void what_was_not_played_when_somebody_speaks_never_is() {
    Tape next = new Tape(0, "next", 0, RATE);
    playback.arrived(ms(1000), tape, sound(500));
    playback.arrived(ms(1100), next, sound(500));

    assertThat(playback.fallSilent(ms(1333))).contains(tape);
    playback.advance(ms(9000));
    assertThat(tape.played()).isEqualTo(heard(1000, 1333, 333, 0, 0));
    assertThat(next.played()).isEqualTo(Played.NOTHING);
    assertThat(playback.playing()).isFalse();
    assertThat(device.silentAt).containsExactly(ms(1333));
  }

  @Test
  void nothing_is_cut_that_was_still_in_the_buffer() {
    playback.arrived(ms(1000), tape, sound(20));

    assertThat(playback.fallSilent(ms(1030))).isEmpty();
    assertThat(tape.played()).isEqualTo(Played.NOTHING);
  }

  @Test
  void sound_of_another_rate_follows_without_a_gap() {
    Tape narrow = new Tape(1, "narrow", 0, 8_000);
    playback.arrived(ms(1000), tape, sound(100));
    playback.arrived(ms(1010), narrow, Pcm.silence(ms(100), 8_000));
    playback.advance(ms(2000));

    assertThat(narrow.played()).isEqualTo(heard(1100, 1200, 100, 0, 0));
  }

  /** A device that needs a lead gets its sound sooner; what was played stays what was heard. */
  @Test
  void a_lead_is_given_and_not_counted_as_played() {
    Device slow = new Device(ms(80));
    Playback early = new Playback(slow, ms(60), 1);
    early.arrived(ms(1000), tape, sound(300));

    assertThat(slow.pieces).isNotEmpty();
    early.advance(ms(1080));
    assertThat(tape.played()).isEqualTo(Played.NOTHING);
    assertThat(slow.given()).isGreaterThanOrEqualTo(ms(80));
    early.fallSilent(ms(1130));
    assertThat(tape.played()).isEqualTo(heard(1080, 1130, 50, 0, 0));
  }

  /** The clock counts samples, so that an hour of pieces ends when an hour has been played. */
  @Test
  void rounding_does_not_add_up() {
    Tape odd = new Tape(0, "odd", 0, 11_025);
    Pcm piece = new Pcm(new short[441], 11_025);
    for (int i = 0; i < 90_000; i++) {
      playback.arrived(ms(1000 + 40L * i), odd, piece);
      playback.arrived(ms(1000 + 40L * i), odd, new Pcm(new short[0], 11_025));
    }
    playback.advance(ms(1000 + 60 + 40L * 90_000));

    assertThat(odd.played().length()).isEqualTo(ms(40L * 90_000));
    assertThat(odd.played().until()).contains(odd.played().from().orElseThrow().plusHours(1));
  }

  /** However often it is asked, the same was played. */
  @Test
  void how_often_time_is_told_makes_no_difference() {
    List<Played> all = new ArrayList<>();
    for (int every : List.of(1, 7, 20, 1000)) {
      Playback one = new Playback(Loudspeaker.NONE, ms(60), 1);
      Tape own = new Tape(0, "item", 0, RATE);
      Random seeded = new Random(11);
      int due = 1000;
      for (int now = 1000; now < 9000; now++) {
        if (now == due) {
          one.arrived(ms(now), own, sound(10 + seeded.nextInt(200)));
          due += 10 + seeded.nextInt(220);
        }
        if (now % every == 0) {
          one.advance(ms(now));
        }
      }
      one.fallSilent(ms(9000));
      all.add(own.played());
    }
    assertThat(all).allMatch(all.get(0)::equals);
    assertThat(all.get(0).underRuns()).isPositive();
  }

  @Test
  void twice_as_fast_is_played_in_half_the_time() {
    Playback fast = new Playback(device, ms(60), 2);
    fast.arrived(ms(1000), tape, sound(400));
    fast.advance(ms(1100));

    assertThat(tape.played()).isEqualTo(heard(1000, 1100, 200, 0, 0));
  }

  private static Played heard(long from, long until, long length, int underRuns, long starved) {
    return new Played(
        Optional.of(ms(from)), Optional.of(ms(until)), ms(length), underRuns, ms(starved));
  }

  private static Pcm sound(int millis) {
    return Pcm.silence(ms(millis), RATE);
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Keeps what it is given. */
  private static final class Device implements Loudspeaker {
    private final Duration lead;
    private final List<Duration> starts = new ArrayList<>();
    private final List<Pcm> pieces = new ArrayList<>();
    private final List<Duration> silentAt = new ArrayList<>();

    private Device(Duration lead) {
      this.lead = lead;
    }

    @Override
    public void play(Duration at, Pcm sound) {
      starts.add(at);
      pieces.add(sound);
    }

    @Override
    public void fallSilent(Duration at) {
      silentAt.add(at);
    }

    @Override
    public Duration lead() {
      return lead;
    }

    private Duration given() {
      return pieces.stream().map(Pcm::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private long gaps() {
      long gaps = 0;
      for (int i = 1; i < pieces.size(); i++) {
        Duration end = starts.get(i - 1).plus(pieces.get(i - 1).duration());
        gaps += starts.get(i).minus(end).abs().toNanos() > 100 ? 1 : 0;
      }
      return gaps;
    }
  }
}
