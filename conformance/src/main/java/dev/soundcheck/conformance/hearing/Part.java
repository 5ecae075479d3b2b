package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import java.time.Duration;
import java.util.Optional;

/** The sound of one item of an answer: how long, how it is played, and whether it was whole. */
final class Part {
  private static final Duration AUDIBLE_GAP = Duration.ofMillis(20);
  private static final double SILENT = -60;

  private final String item;
  private final Optional<AudioFormat> format;
  private final Optional<Sound> sound;
  private Optional<PlaybackClock> clock = Optional.empty();
  private Duration lasts = Duration.ZERO;
  private boolean heard;
  private boolean transcribed;
  private boolean whole;

  Part(String item, Optional<AudioFormat> format) {
    this.item = item;
    this.format = format;
    sound = format.map(known -> new Sound(item, known));
  }

  String item() {
    return item;
  }

  Optional<AudioFormat> format() {
    return format;
  }

  Optional<Sound> sound() {
    return sound;
  }

  Optional<PlaybackClock> clock() {
    return clock;
  }

  Duration lasts() {
    return lasts;
  }

  /** Its words are known, and there are some. */
  void transcribed() {
    transcribed = true;
  }

  /** The server said that its sound is over. */
  void whole() {
    whole = true;
  }

  /** A piece of sound came, as long as this as far as that can be known. */
  void arrives(Duration piece) {
    heard = true;
    lasts = lasts.plus(piece);
  }

  /** It is played; for how long there was nothing to play before it. */
  Duration plays(Duration at, Duration piece) {
    if (clock.isEmpty()) {
      clock = Optional.of(new PlaybackClock(at, piece));
      return Duration.ZERO;
    }
    Duration dry = clock.orElseThrow().arrives(at, piece);
    return dry.compareTo(AUDIBLE_GAP) < 0 ? Duration.ZERO : dry;
  }

  /** Its answer is over and judged. */
  void forget() {
    sound.ifPresent(all -> all.memory().forget());
  }

  /** The answer is over, and nobody broke into it. */
  void judgeWhole(Report report, Where where, boolean misspelled) {
    if (transcribed && !heard) {
      report.flaw(
          FlawKind.NO_SOUND,
          where,
          item,
          Duration.ZERO,
          "expected sound with the transcript, found not one delta of it");
    }
    sound.filter(all -> all.memory().heard() > 0).ifPresent(all -> judge(report, where, all));
    if (whole && !misspelled) {
      sound.ifPresent(all -> all.judgeEnd(report, where));
    }
  }

  private void judge(Report report, Where where, Sound all) {
    if (transcribed && all.level() < SILENT) {
      report.flaw(
          FlawKind.SILENT,
          where,
          item,
          Duration.ZERO,
          all.memory().around(0, all.memory().heard()),
          "expected to hear the words of the transcript, found %.0f dBFS over %s"
              .formatted(all.level(), Report.millis(all.lasts())));
    }
  }
}
