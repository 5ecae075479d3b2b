package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the sound of one side is really in the format that was declared for it. Each doubt is
 * told once for each format.
 */
final class Suspicion {
  private static final int SECONDS_SHOWN = 2;
  private static final List<Integer> CONFUSED = List.of(8_000, 16_000, 24_000, 48_000);

  private final AudioFormat format;
  private final Optional<SpellingGuess> spelling;
  private final SpeedGuess speed;
  private boolean misspelled;
  private boolean runsWrong;

  Suspicion(AudioFormat format) {
    this.format = format;
    spelling = Spelling.of(format.encoding()).map(SpellingGuess::new);
    speed = new SpeedGuess(format.rate());
  }

  AudioFormat format() {
    return format;
  }

  void take(byte[] bytes, Pcm decoded) {
    spelling.ifPresent(guess -> guess.take(bytes));
    speed.take(decoded);
  }

  /** Whether it was found to be noise to who trusts the format. */
  boolean misspelled() {
    return misspelled;
  }

  /** Tells what can be told by now. */
  void judge(Report report, Where where, Sound sound) {
    if (!misspelled) {
      spelling
          .flatMap(SpellingGuess::verdict)
          .ifPresent(really -> tell(report, where, sound, really));
    }
    OptionalDouble octaves = speed.octavesOff();
    if (!misspelled && !runsWrong && octaves.isPresent()) {
      tell(report, where, sound, octaves.getAsDouble());
    }
  }

  private void tell(Report report, Where where, Sound sound, Spelling really) {
    misspelled = true;
    shown(
        report,
        FlawKind.SPELLING,
        where,
        sound,
        "expected %s at %d Hz as declared, found what sounds like %s"
            .formatted(format.encoding().wire(), format.rate(), really.words()));
  }

  private void tell(Report report, Where where, Sound sound, double octaves) {
    runsWrong = true;
    double times = Math.pow(2, Math.abs(octaves));
    shown(
        report,
        FlawKind.SPEED,
        where,
        sound,
        String.format(
            Locale.ROOT,
            "expected %d Hz as declared, found speech about %.1f times too %s; likely it is %d Hz",
            format.rate(),
            times,
            octaves > 0 ? "high and fast" : "deep and slow",
            likely(format.rate() / Math.pow(2, octaves))));
  }

  /** Of the rates that are often confused the nearest, other than the declared one. */
  private int likely(double rate) {
    return CONFUSED.stream()
        .filter(other -> other != format.rate())
        .min(Comparator.comparingDouble(known -> Math.abs(Math.log(known / rate))))
        .orElseThrow();
  }

  private void shown(Report report, FlawKind kind, Where where, Sound sound, String text) {
    long heard = sound.memory().heard();
    long from = Math.max(0, heard - (long) SECONDS_SHOWN * format.rate());
    report.flaw(
        kind,
        where,
        sound.name(),
        sound.memory().time(from),
        sound.memory().around(from, heard),
        text);
  }
}
