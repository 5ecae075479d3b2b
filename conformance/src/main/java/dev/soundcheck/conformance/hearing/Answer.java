package dev.soundcheck.conformance.hearing;

import dev.soundcheck.conformance.hearing.SpeechTimes.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One response: its parts, and what happened while it was played. */
final class Answer {
  private final String response;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private Optional<Where> first = Optional.empty();
  private Optional<Duration> asked = Optional.empty();
  private boolean spokenTo;
  private Optional<Duration> cancelled = Optional.empty();
  private Optional<Duration> silenced = Optional.empty();
  private boolean done;
  private boolean lateTold;
  private int underruns;
  private Duration starved = Duration.ZERO;

  Answer(String response) {
    this.response = response;
  }

  String response() {
    return response;
  }

  Map<String, Part> parts() {
    return parts;
  }

  Collection<Part> all() {
    return parts.values();
  }

  boolean sounded() {
    return first.isPresent();
  }

  /** Its first sound came, this long after what it answers. */
  void first(Where where, Optional<Duration> askedAt, boolean bySpeech) {
    first = Optional.of(where);
    asked = askedAt;
    spokenTo = bySpeech;
  }

  boolean isDone() {
    return done;
  }

  void done() {
    done = true;
  }

  void cancelled(Duration at) {
    cancelled = cancelled.isPresent() ? cancelled : Optional.of(at);
  }

  Optional<Duration> cancelledAt() {
    return cancelled;
  }

  /** Whether it is told now, the first time, that it goes on where it must not. */
  boolean tellsLate() {
    boolean now = !lateTold;
    lateTold = true;
    return now;
  }

  void underrun(Duration dry) {
    underruns++;
    starved = starved.plus(dry);
  }

  boolean isSilenced() {
    return silenced.isPresent();
  }

  /** Its player falls silent, if it still plays or waits for more. */
  void silence(Duration at) {
    if (first.isEmpty() || silenced.isPresent() || (done && end().compareTo(at) <= 0)) {
      return;
    }
    silenced = Optional.of(at);
    all().forEach(part -> part.clock().ifPresent(clock -> clock.cut(at)));
  }

  private Duration end() {
    return all().stream()
        .flatMap(part -> part.clock().stream())
        .map(PlaybackClock::until)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Its figures, with all that the user said meanwhile; none for an answer without sound. */
  Optional<AnswerFigures> figures(List<Span> speech) {
    return first.map(
        where ->
            new AnswerFigures(
                where.connection(),
                response,
                where.line(),
                where.at(),
                asked.map(where.at()::minus),
                spokenTo ? afterSpeech(where.at(), speech) : Optional.empty(),
                all().stream().map(Part::lasts).reduce(Duration.ZERO, Duration::plus),
                level(),
                underruns,
                starved,
                overlap(speech),
                interruption(speech)));
  }

  private static Optional<Duration> afterSpeech(Duration at, List<Span> speech) {
    return speech.stream()
        .filter(span -> span.from().compareTo(at) < 0)
        .reduce((one, later) -> later)
        .filter(span -> span.to().compareTo(at) <= 0)
        .map(span -> at.minus(span.to()));
  }

  private OptionalDouble level() {
    double energy = 0;
    double samples = 0;
    for (Part part : all()) {
      if (part.sound().filter(sound -> sound.memory().heard() > 0).isPresent()) {
        Sound sound = part.sound().orElseThrow();
        energy += Math.pow(10, sound.level() / 10) * sound.memory().heard();
        samples += sound.memory().heard();
      }
    }
    return samples == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(0, 10 * Math.log10(energy / samples)));
  }

  private Duration overlap(List<Span> speech) {
    Duration both = Duration.ZERO;
    for (Part part : all()) {
      for (Span span : speech) {
        both = both.plus(part.clock().map(clock -> shared(clock, span)).orElse(Duration.ZERO));
      }
    }
    return both;
  }

  private static Duration shared(PlaybackClock clock, Span span) {
    Duration from = span.from().compareTo(clock.begins()) > 0 ? span.from() : clock.begins();
    Duration to = span.to().compareTo(clock.until()) < 0 ? span.to() : clock.until();
    return to.compareTo(from) > 0 ? to.minus(from) : Duration.ZERO;
  }

  private Optional<Duration> interruption(List<Span> speech) {
    return silenced.flatMap(
        at ->
            speech.stream()
                .map(Span::from)
                .filter(from -> from.compareTo(at) <= 0 && from.compareTo(start()) >= 0)
                .reduce((one, later) -> later)
                .map(at::minus));
  }

  private Duration start() {
    return first.map(Where::at).orElse(Duration.ZERO);
  }
}
