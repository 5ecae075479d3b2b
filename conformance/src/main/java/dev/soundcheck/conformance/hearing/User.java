package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.Optional;

/** What a client sends on one connection. */
final class User {
  private static final String NAME = "input";

  /** So often, in seconds of sound, it is asked whether all is as declared. */
  private static final int JUDGED_EVERY = 3;

  private final Report report;
  private final SpeechTimes speech = new SpeechTimes();
  private Optional<Sound> sound = Optional.empty();
  private Optional<Suspicion> suspicion = Optional.empty();
  private final Repetition repetition = new Repetition();
  private Optional<Where> newest = Optional.empty();
  private long bytes;
  private Duration judged = Duration.ZERO;

  User(Report report) {
    this.report = report;
  }

  SpeechTimes speech() {
    return speech;
  }

  /** The next sound; without a format, or without its bytes, nothing can be told of it. */
  void take(Payload payload, Optional<AudioFormat> format, Where where) {
    if (!suspicion.map(Suspicion::format).equals(format)) {
      end();
      suspicion = format.map(Suspicion::new);
      sound = format.map(known -> new Sound(NAME, known));
      judged = Duration.ZERO;
    }
    newest = Optional.of(where);
    bytes += payload.count();
    if (sound.isPresent() && payload.bytes().isPresent()) {
      hear(payload.bytes().orElseThrow(), where);
    }
  }

  /** The client says that its turn is over. */
  void committed(Where where) {
    wholeSamples();
    suspicion.ifPresent(doubt -> judge(doubt, where, true));
    sound.ifPresent(Sound::turn);
    speech.turn();
  }

  /** The client takes back what it said. */
  void cleared() {
    bytes = 0;
    sound.ifPresent(Sound::turn);
    speech.turn();
  }

  /** Nothing more comes in this format. */
  void end() {
    wholeSamples();
    newest.ifPresent(where -> suspicion.ifPresent(doubt -> judge(doubt, where, false)));
    suspicion
        .filter(doubt -> !doubt.misspelled())
        .ifPresent(fine -> sound.ifPresent(all -> all.judgeClipping(report)));
    sound = Optional.empty();
    suspicion = Optional.empty();
    newest = Optional.empty();
  }

  private void hear(byte[] message, Where where) {
    Sound input = sound.orElseThrow();
    input.judgeWrapping(report, message, where);
    try {
      Pcm heard = input.take(message, where);
      suspicion.orElseThrow().take(message, heard);
      speech.take(heard, where.at());
      repeated(message, heard, where);
    } catch (AudioException noSound) {
      report.flaw(FlawKind.BYTES, where, NAME, input.lasts(), String.valueOf(noSound.getMessage()));
    }
    if (input.lasts().minus(judged).toSeconds() >= JUDGED_EVERY) {
      judged = input.lasts();
      suspicion.orElseThrow().judge(report, where, input);
    }
  }

  private void repeated(byte[] message, Pcm heard, Where where) {
    if (repetition.again(message, heard)) {
      report.flaw(
          FlawKind.REPEATED,
          where,
          NAME,
          sound.orElseThrow().lasts().minus(heard.duration()),
          "expected sound that goes on, found the same %s again"
              .formatted(Report.millis(heard.duration())));
    }
  }

  private void judge(Suspicion doubt, Where where, boolean saidSo) {
    Sound input = sound.orElseThrow();
    doubt.judge(report, where, input);
    if (!doubt.misspelled()) {
      input.judgeStart(report);
      if (saidSo) {
        input.judgeEnd(report, where);
      }
    }
  }

  private void wholeSamples() {
    int sample = suspicion.map(doubt -> doubt.format().bytesPerSample()).orElse(0);
    if (sample > 1 && bytes % sample != 0) {
      report.flaw(
          FlawKind.BYTES,
          newest.orElseThrow(),
          NAME,
          sound.map(Sound::lasts).orElse(Duration.ZERO),
          "expected samples of %d bytes, found %d bytes in all".formatted(sample, bytes));
    }
    bytes = 0;
  }
}
