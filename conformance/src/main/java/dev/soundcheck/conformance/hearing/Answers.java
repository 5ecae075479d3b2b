package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Numbers;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a server says on one connection, answer by answer. */
final class Answers {
  /** Figures of an answer wait for what the user says meanwhile; so many of them. */
  private static final int WAITING = 8;

  private static final Duration ON_THE_WAY = Duration.ofMillis(500);
  private static final double ROUNDED_MILLIS = 1;

  private final Report report;
  private final TraceAudio kept;
  private final User user;
  private final Supplier<Optional<AudioFormat>> agreed;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Repetition repetition = new Repetition();
  private Optional<Suspicion> suspicion = Optional.empty();
  private Optional<Where> newest = Optional.empty();
  private Optional<Duration> asked = Optional.empty();
  private boolean bySpeech;

  Answers(Report report, TraceAudio kept, User user, Supplier<Optional<AudioFormat>> agreed) {
    this.report = report;
    this.kept = kept;
    this.user = user;
    this.agreed = agreed;
  }

  /** The user's turn is over, or the client asks for an answer. */
  void asked(Duration at, boolean spoken) {
    asked = Optional.of(at);
    bySpeech = bySpeech || spoken;
  }

  void begin(String response) {
    answer(response);
  }

  /** A part was announced; its sound is in the format that holds now. */
  void announce(String response, String item) {
    answers.stream()
        .filter(answer -> answer.response().equals(response))
        .forEach(answer -> part(answer, item));
  }

  void transcribed(String response, String item, String words) {
    if (!words.isBlank()) {
      part(answer(response), item).transcribed();
    }
  }

  void wholeSound(String response, String item) {
    part(answer(response), item).whole();
  }

  /** The client's player falls silent; with a cancel the server has to as well. */
  void fallSilent(Duration at, boolean cancel) {
    for (Answer answer : answers) {
      if (cancel && !answer.isDone()) {
        answer.cancelled(at);
      }
      answer.silence(at);
    }
  }

  void done(String response, String status, Where where) {
    Answer answer = answer(response);
    suspicion.ifPresent(doubt -> answer.all().forEach(part -> judge(doubt, part, where)));
    boolean fine = status.equals("completed") && !answer.isSilenced();
    boolean misspelled = suspicion.map(Suspicion::misspelled).orElse(false);
    if (fine && answer.cancelledAt().isEmpty()) {
      answer.all().forEach(part -> part.judgeWhole(report, where, misspelled));
    }
    answer.done();
    answer.all().forEach(Part::forget);
  }

  /** Binary frames name no answer: they belong to what is said now. */
  void sound(Payload payload, Where where) {
    Answer answer = answers.isEmpty() ? answer("") : answers.getLast();
    String item = answer.all().stream().reduce((one, later) -> later).map(Part::item).orElse("");
    sound(answer, part(answer, item), payload, where);
  }

  void sound(String response, String item, JsonNode told, Payload payload, Where where) {
    Answer answer = answer(response);
    Part part = part(answer, item);
    compare(told, part, payload, where);
    sound(answer, part, payload, where);
  }

  /** The connection is over. */
  void end() {
    newest.ifPresent(
        where ->
            suspicion.ifPresent(
                doubt ->
                    answers.stream()
                        .filter(answer -> !answer.isDone())
                        .flatMap(answer -> answer.all().stream())
                        .forEach(part -> judge(doubt, part, where))));
    while (!answers.isEmpty()) {
      forget();
    }
  }

  private void sound(Answer answer, Part part, Payload payload, Where where) {
    newest = Optional.of(where);
    if (!answer.sounded()) {
      answer.first(where, asked, bySpeech);
      asked = Optional.empty();
      bySpeech = false;
    }
    late(answer, part, where);
    Duration lasts = lasts(part, payload).orElse(Duration.ZERO);
    if (!lasts.isZero() && !answer.isSilenced() && !answer.isDone()) {
      play(answer, part, lasts, where);
    }
    part.arrives(lasts);
    if (payload.bytes().isPresent() && kept == TraceAudio.KEPT) {
      part.sound().ifPresent(sound -> hear(sound, part, payload, where));
    } else if (part.format().isPresent() && kept == TraceAudio.HASH) {
      whole(part, payload, where);
    }
  }

  private Optional<Duration> lasts(Part part, Payload payload) {
    return kept == TraceAudio.SHORTENED
        ? Optional.empty()
        : part.format().flatMap(format -> Lengths.of(format, payload));
  }

  private void late(Answer answer, Part part, Where where) {
    Duration since = answer.cancelledAt().map(where.at()::minus).orElse(Duration.ZERO);
    if (answer.isDone() && answer.tellsLate()) {
      report.flaw(
          FlawKind.AFTER_DONE,
          where,
          part.item(),
          part.lasts(),
          "expected no sound after the response.done of %s, found some"
              .formatted(answer.response()));
    } else if (!answer.isDone() && since.compareTo(ON_THE_WAY) > 0 && answer.tellsLate()) {
      report.flaw(
          FlawKind.AFTER_CANCEL,
          where,
          part.item(),
          part.lasts(),
          "expected silence soon after response.cancel, found sound %s later"
              .formatted(Report.millis(since)));
    }
  }

  private void play(Answer answer, Part part, Duration lasts, Where where) {
    Duration reached = part.lasts();
    Duration dry = part.plays(where.at(), lasts);
    if (!dry.isZero()) {
      answer.underrun(dry);
      String text =
          "expected sound before the last of it was played, found it %s later"
              .formatted(Report.millis(dry));
      part.sound()
          .filter(sound -> sound.memory().heard() > 0)
          .ifPresentOrElse(
              sound ->
                  report.flaw(
                      FlawKind.GAP,
                      where,
                      part.item(),
                      reached,
                      sound.memory().around(sound.memory().heard(), sound.memory().heard()),
                      text),
              () -> report.flaw(FlawKind.GAP, where, part.item(), reached, text));
    }
  }

  private void hear(Sound sound, Part part, Payload payload, Where where) {
    AudioFormat format = part.format().orElseThrow();
    if (!suspicion.map(Suspicion::format).equals(part.format())) {
      suspicion = Optional.of(new Suspicion(format));
    }
    byte[] bytes = whole(part, payload, where).bytes().orElseThrow();
    sound.judgeWrapping(report, bytes, where);
    Duration reached = sound.lasts();
    try {
      Pcm heard = sound.take(bytes, where);
      suspicion.orElseThrow().take(bytes, heard);
      if (repetition.again(bytes, heard)) {
        report.flaw(
            FlawKind.REPEATED,
            where,
            part.item(),
            reached,
            sound
                .memory()
                .around(sound.memory().heard() - 2L * heard.length(), sound.memory().heard())
                .later(heard.duration()),
            "expected sound that goes on, found the same %s again"
                .formatted(Report.millis(heard.duration())));
      }
    } catch (AudioException noSound) {
      report.flaw(
          FlawKind.BYTES, where, part.item(), reached, String.valueOf(noSound.getMessage()));
    }
  }

  /** Clients play each message by itself, so it has to end with a sample. */
  private Payload whole(Part part, Payload payload, Where where) {
    int sample = part.format().orElseThrow().bytesPerSample();
    if (sample < 2 || payload.count() % sample == 0) {
      return payload;
    }
    report.flaw(
        FlawKind.BYTES,
        where,
        part.item(),
        part.sound().map(Sound::lasts).orElse(Duration.ZERO),
        "expected whole samples of %d bytes, found %d bytes".formatted(sample, payload.count()));
    return payload.first(payload.count() - payload.count() % sample);
  }

  private void compare(JsonNode told, Part part, Payload payload, Where where) {
    lasts(part, payload)
        .filter(known -> told.isNumber())
        .map(lasts -> lasts.toNanos() / 1e6)
        .filter(lasts -> !(Math.abs(lasts - Numbers.of(told)) <= ROUNDED_MILLIS))
        .ifPresent(
            lasts ->
                report.flaw(
                    FlawKind.DURATION,
                    where,
                    part.item(),
                    part.lasts(),
                    "$.audio_duration_ms: expected %.1f for %d bytes, found %s"
                        .formatted(lasts, payload.count(), told)));
  }

  private void judge(Suspicion doubt, Part part, Where where) {
    part.sound()
        .filter(
            sound ->
                sound.memory().heard() > 0 && part.format().equals(Optional.of(doubt.format())))
        .ifPresent(
            sound -> {
              doubt.judge(report, where, sound);
              if (!doubt.misspelled()) {
                sound.judgeStart(report);
                sound.judgeClipping(report);
              }
            });
  }

  private Answer answer(String response) {
    for (Answer answer : answers) {
      if (answer.response().equals(response)) {
        return answer;
      }
    }
    if (answers.size() == WAITING) {
      forget();
    }
    answers.addLast(new Answer(response));
    return answers.getLast();
  }

  private Part part(Answer answer, String item) {
    return answer.parts().computeIfAbsent(item, id -> new Part(id, agreed.get()));
  }

  private void forget() {
    answers.removeFirst().figures(user.speech().spans()).ifPresent(report::answer);
  }
}
