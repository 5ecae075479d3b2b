package dev.soundcheck.conformance.suite;

import dev.soundcheck.script.Program;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What conversations cost on the live service, which bills the time that a session with server VAD
 * is open (live-behaviour.md 1.7, 7.4).
 *
 * @param audio how long they last
 */
public record Cost(Duration audio) {
  /** What costs nothing. */
  public static final Cost NOTHING = new Cost(Duration.ZERO);

  /** Of one that does not say it. */
  private static final Duration USUAL = Duration.ofSeconds(15);

  private static final Pattern SECONDS = Pattern.compile("@seconds-(\\d+)");

  /** Dollars a minute of {@code grok-voice-think-fast-2.0} (live-behaviour.md 7.4). */
  private static final double PRICE = 0.08;

  private static final double SECONDS_OF_MINUTE = 60;

  /** What a conversation says of itself with its tag {@code @seconds-12}. */
  static Cost of(Program program) {
    return new Cost(
        program.tags().stream()
            .map(SECONDS::matcher)
            .filter(Matcher::matches)
            .map(tag -> Duration.ofSeconds(Long.parseLong(tag.group(1))))
            .findFirst()
            .orElse(USUAL));
  }

  /** Of all of them. */
  static Cost of(Collection<Program> programs) {
    return new Cost(
        programs.stream()
            .map(program -> of(program).audio())
            .reduce(Duration.ZERO, Duration::plus));
  }

  /** In words: {@code 5.2 minutes of audio, about $0.42 on the live service}. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%.1f minutes of audio, about $%.2f on the live service",
        minutes(),
        minutes() * PRICE);
  }

  /** How long they last, in minutes. */
  public double minutes() {
    return audio.toMillis() / 1000.0 / SECONDS_OF_MINUTE;
  }
}
