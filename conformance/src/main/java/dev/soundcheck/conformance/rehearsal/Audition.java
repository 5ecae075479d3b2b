package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.rehearsal.TestedClient.Attempt;
import dev.soundcheck.conformance.rehearsal.TestedClient.UnstartableException;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Unmet;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One scenario, played by a mock of its own to the client under test. */
final class Audition {
  /** What a client may take to leave once everything was said. */
  static final Duration FAREWELL = Duration.ofSeconds(3);

  /** What is still on its way when a client has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  /** What ends the last word for server VAD, and a little more. */
  private static final Duration SILENCE = Duration.ofMillis(1_500);

  private static final int RATE = 24_000;
  private static final Set<FaultKind> NO_WAY_IN = Set.of(FaultKind.REFUSE, FaultKind.CROWDED);

  private final Program program;
  private final Plan plan;
  private final Stage stage;
  private final Instant startedAt;
  private final Performance performance;

  private Audition(Program program, Plan plan, Stage stage, Instant startedAt) {
    this.program = program;
    this.plan = plan;
    this.stage = stage;
    this.startedAt = startedAt;
    performance = new Performance(program);
  }

  /**
   * Plays it; returns when it is over.
   *
   * @param stage where the mock listens, and when it is over
   * @throws UnstartableException when the client cannot be started at all
   */
  static Held play(Program program, TestedClient client, Plan plan, Stage stage, Instant startedAt)
      throws UnstartableException {
    Audition audition = new Audition(program, plan, stage, startedAt);
    Optional<Path> wav = audition.wav();
    try (MockVoiceServer server = MockVoiceServer.start(audition.options(), audition.performance);
        Attempt attempt = client.begin(audition.cue(server, wav))) {
      return audition.await(server, attempt);
    } finally {
      wav.ifPresent(Audition::delete);
    }
  }

  private ServerOptions options() {
    ServerOptionsBuilder options =
        ServerOptions.builder()
            .port(stage.port())
            .profile(plan.profile())
            .program(performance.watched());
    stage.tls().ifPresent(options::tls);
    return options.build();
  }

  private Cue cue(MockVoiceServer server, Optional<Path> wav) {
    return new Cue(
        server.uri(),
        program.name(),
        program.turns(),
        wav,
        "soundcheck",
        server.certificateAuthority());
  }

  private Held await(MockVoiceServer server, Attempt attempt) {
    CompletableFuture<Object> first =
        stage.toTheEnd()
            ? CompletableFuture.anyOf(attempt.ended(), performance.tooMuch())
            : CompletableFuture.anyOf(performance.over(), attempt.ended(), performance.tooMuch());
    Object end =
        first.completeOnTimeout(false, plan.limit().toMillis(), TimeUnit.MILLISECONDS).join();
    if (!performance.tooMuch().isDone() && !Boolean.FALSE.equals(end)) {
      awaitTheEnd(attempt);
    }
    Optional<Optional<Integer>> exit = Optional.ofNullable(attempt.ended().getNow(null));
    Held.Verdict verdict = verdict(exit, Boolean.FALSE.equals(end));
    List<Unmet> unmet = performance.unmet();
    server.close();
    attempt.close();
    Trace trace = JoinedTraces.of(header(), server.traces());
    return held(trace, attempt.output(), verdict, unmet);
  }

  private void awaitTheEnd(Attempt attempt) {
    if (stage.toTheEnd()) {
      within(LAST_WORDS, performance.over());
      if (performance.over().isDone()) {
        within(LAST_WORDS, performance.left()); // how it left is seen a moment after its end
      }
    } else if (performance.over().isDone()) {
      within(FAREWELL, CompletableFuture.anyOf(performance.left(), attempt.ended()));
      within(LAST_WORDS, CompletableFuture.allOf(performance.left(), attempt.ended()));
    } else {
      within(LAST_WORDS, performance.over());
    }
  }

  /** What came of it, the worst first. */
  private Held.Verdict verdict(Optional<Optional<Integer>> exit, boolean late) {
    if (performance.ours().isPresent()) {
      return new Held.Verdict(
          Status.HARNESS_FAULT, "the mock broke the contract: " + performance.ours().get());
    }
    if (refuses()) {
      return exit.isPresent()
          ? new Held.Verdict(Status.PASS, "")
          : failed(
              "the connection was refused, and the client did not end within %d s"
                  .formatted(plan.limit().toSeconds()));
    }
    String waited = performance.waitsFor();
    if (performance.connections() == 0) {
      return failed(
          exit.map(status -> "the client ended%s and never connected".formatted(with(status)))
              .orElse(
                  "the client did not connect within %d s".formatted(plan.limit().toSeconds())));
    }
    if (performance.tooMuch().isDone()) {
      return failed(
          "%s; the scenario waited for %s".formatted(performance.tooMuch().join(), waited));
    }
    if (!performance.unmet().isEmpty()) {
      return failed("not met: " + performance.unmet().get(0).message());
    }
    if (!performance.over().isDone()) {
      return failed(
          late
              ? "it was not over within %d s; the scenario waited for %s"
                  .formatted(plan.limit().toSeconds(), waited)
              : "the client ended%s while the scenario waited for %s"
                  .formatted(exit.map(Audition::with).orElse(""), waited));
    }
    return farewell(exit);
  }

  /** The scenario is over, and was met: whether the client took its leave as it has to. */
  private Held.Verdict farewell(Optional<Optional<Integer>> exit) {
    if (stage.toTheEnd() && exit.isEmpty()) {
      return failed(
          "the scenario is over, and the client did not end within %d s"
              .formatted(plan.limit().toSeconds()));
    }
    boolean well = exit.flatMap(status -> status).filter(status -> status != 0).isEmpty();
    return well
        ? new Held.Verdict(Status.PASS, "")
        : failed("the client ended%s".formatted(exit.map(Audition::with).orElse("")));
  }

  /** Where there is no way in, nothing is played, and a client only has to give up. */
  private boolean refuses() {
    return program.faults().stream().map(Fault::kind).anyMatch(NO_WAY_IN::contains);
  }

  private static Held.Verdict failed(String why) {
    return new Held.Verdict(Status.FAIL, why);
  }

  private static String with(Optional<Integer> status) {
    return status.map(" with exit status %d"::formatted).orElse("");
  }

  private static void within(Duration limit, CompletableFuture<?> what) {
    var unused =
        what.thenApply(done -> true)
            .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(broken -> false)
            .join();
  }

  private Held held(Trace trace, String output, Held.Verdict verdict, List<Unmet> unmet) {
    List<Observed> seen = trace.seen();
    Duration took = seen.isEmpty() ? Duration.ZERO : seen.get(seen.size() - 1).at();
    return new Held(program.name(), verdict.status(), verdict.why(), took, trace, unmet, output);
  }

  private TraceHeader header() {
    return TraceHeader.of(
        startedAt, "the mock server playing " + program.name(), plan.profile(), plan.tool());
  }

  /** The first turn as sound. */
  private Optional<Path> wav() {
    return program.turns().stream().findFirst().map(Audition::spoken);
  }

  private static Path spoken(String words) {
    try {
      Path file = Files.createTempFile("soundcheck-", ".wav");
      Pcm speech =
          dev.soundcheck.audio.Resampler.resample(SpokenVoice.embedded().speak(words), RATE);
      Wav.write(file, speech.then(Pcm.silence(SILENCE, RATE)));
      return file;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "the sound of a turn cannot be written: " + unwritable.getMessage(), unwritable);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException busy) {
      file.toFile().deleteOnExit();
    }
  }
}
