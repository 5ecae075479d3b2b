package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.load.LoadPlan;
import dev.soundcheck.conformance.load.LoadPlan.Rhythm;
import dev.soundcheck.conformance.load.Mode;
import dev.soundcheck.conformance.load.Pressure;
import dev.soundcheck.conformance.load.Speech;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options of a load about what its sessions do. */
final class LoadOptions {
  private static final double PERCENT = 100;
  private static final int MOST_SESSIONS = 100_000;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "How many at once, opened within a second (default: 10).")
  private Optional<Integer> sessions = Optional.empty();

  @Option(
      names = "--ramp",
      paramLabel = "FROM:TO:TIME",
      converter = RampName.class,
      description = "More and more sessions, as 10:1000:60s, instead of --sessions.")
  private Optional<Pressure> ramp = Optional.empty();

  @Option(
      names = "--mode",
      paramLabel = "text|audio|idle",
      completionCandidates = Choices.Modes.class,
      description =
          "Whether users type, speak with the microphone open all the time, or say nothing (default: audio).")
  private Mode mode = Mode.AUDIO;

  @Option(names = "--wav", paramLabel = "FILE", description = "What is spoken (default: --say).")
  private Optional<Path> wav = Optional.empty();

  @Option(
      names = "--say",
      paramLabel = "TEXT",
      description = "What is typed, or spoken by the embedded voice (default: ${DEFAULT-VALUE}).")
  private String words = "What is the weather in Paris?";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "Sound on the wire, both ways: pcm:RATE, pcmu or pcma (default: pcm:24000).")
  private AudioFormat format = AudioFormat.DEFAULT;

  @Option(
      names = "--answers",
      paramLabel = "text|audio",
      completionCandidates = Choices.Answers.class,
      description =
          "Ask for answers as text or as sound (default: as the user speaks to the server).")
  private Optional<Mode> answers = Optional.empty();

  @Option(names = "--manual", description = "End turns by hand instead of by server detection.")
  private boolean manual;

  @Option(names = "--burst", description = "Send speech as fast as it goes, not as it is spoken.")
  private boolean burst;

  @Option(
      names = "--turns",
      paramLabel = "N",
      description =
          "After so many turns a session hangs up and another takes its place (default: never).")
  private Optional<Integer> turns = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Turns that begin each second, all sessions together, answered or not (default: each follows its answer).")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--think",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How long a user says nothing after an answer (default: not at all).")
  private Duration think = Duration.ZERO;

  @Option(
      names = "--interrupt",
      paramLabel = "PERCENT",
      description =
          "How many answers are broken into when a second of them was heard (default: none).")
  private double interrupting;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How long an answer is waited for (default: 30s).")
  private Duration patience = Rhythm.CLOSED.patience();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "From the first connection to the end (default: 30s, or as long as the ramp).")
  private Optional<Duration> duration = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How much of the beginning is not counted (default: nothing).")
  private Duration warmUp = Duration.ZERO;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "The time from delta to delta that the server keeps, to be judged by it.")
  private Optional<Duration> every = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where choices come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    if (sessions.isPresent() && ramp.isPresent()) {
      mistakes.add("--sessions and --ramp: only one of them can say how many there are.");
    }
    sessions
        .filter(many -> many < 1 || many > MOST_SESSIONS)
        .ifPresent(
            many ->
                mistakes.add(
                    "--sessions: expected 1 to %d, found %d.".formatted(MOST_SESSIONS, many)));
    turns
        .filter(many -> many < 1)
        .ifPresent(many -> mistakes.add("--turns: expected 1 or more, found %d.".formatted(many)));
    rate.filter(many -> !(many > 0))
        .ifPresent(many -> mistakes.add("--rate: expected more than 0, found %s.".formatted(many)));
    if (!(interrupting >= 0 && interrupting <= PERCENT)) {
      mistakes.add("--interrupt: expected 0 to 100, found %s.".formatted(interrupting));
    }
    if (warmUp.compareTo(lasting()) >= 0) {
      mistakes.add(
          "--warm-up: expected less than the %d s of the load, or nothing is measured."
              .formatted(lasting().toSeconds()));
    }
    if (format.encoding() == AudioFormat.Encoding.OPUS) {
      mistakes.add("--format: expected pcm:RATE, pcmu or pcma; a load does not speak Opus.");
    }
    if (answers.filter(Mode.IDLE::equals).isPresent()) {
      mistakes.add("--answers: expected text or audio, found idle.");
    }
    checkMode(mistakes);
  }

  private void checkMode(List<String> mistakes) {
    if (mode != Mode.AUDIO && (wav.isPresent() || manual || burst)) {
      mistakes.add("--wav, --manual and --burst: only with --mode audio does anybody speak.");
    }
    if (interrupting > 0 && (mode != Mode.AUDIO || manual || burst)) {
      mistakes.add(
          "--interrupt: only with --mode audio in real time, and where the server detects speech.");
    }
  }

  Mode mode() {
    return mode;
  }

  Pressure pressure() {
    return ramp.orElseGet(() -> Pressure.constant(sessions.orElse(10)));
  }

  Duration lasting() {
    return duration.orElseGet(
        () -> ramp.map(it -> it.ramp().plus(it.opening())).orElse(Duration.ofSeconds(30)));
  }

  LoadPlan plan(Target target) {
    Rhythm rhythm =
        new Rhythm(
            turns.map(OptionalInt::of).orElseGet(OptionalInt::empty),
            rate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
            think,
            patience,
            interrupting / PERCENT,
            seed);
    boolean detection = mode == Mode.AUDIO && !manual;
    return new LoadPlan(
        target,
        mode,
        pressure(),
        lasting(),
        warmUp,
        rhythm,
        mode == Mode.AUDIO ? Optional.of(speech()) : Optional.empty(),
        words,
        answers.orElse(mode) == Mode.TEXT,
        new SessionRequest(detection, Optional.empty(), format, format),
        every);
  }

  private Speech speech() {
    return Speech.of(wav.map(LoadOptions::read).orElseGet(this::spoken), format, !burst);
  }

  private Pcm spoken() {
    return SpokenVoice.embedded().speak(words);
  }

  private static Pcm read(Path file) {
    try {
      return Wav.read(file);
    } catch (IOException | AudioException unreadable) {
      throw new WrongUse("--wav: %s".formatted(unreadable.getMessage()));
    }
  }
}
