package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.conformance.rehearsal.TestedClient.UnstartableException;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Cost;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Judge;
import dev.soundcheck.conformance.suite.Plan;
import dev.soundcheck.conformance.suite.Progress;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.conformance.suite.Selection;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Program;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The suite for clients: each scenario is played by a mock of its own to the client under test, and
 * the client's side of what was seen is judged.
 */
public final class ClientSuite {
  /** The folder of its scenarios. */
  public static final String TOPIC = "clients";

  private final Plan plan;
  private final Selection selection;
  private final Clock clock;
  private final Stage stage;

  /**
   * A suite, not begun.
   *
   * @param selection what is judged, and the scenarios that are played
   * @param stage where the mocks listen, and when a part is over
   */
  public ClientSuite(Plan plan, Selection selection, Clock clock, Stage stage) {
    this.plan = plan;
    this.selection = selection;
    this.clock = clock;
    this.stage = stage;
  }

  /** Runs it; returns when it is over, which it always is. */
  public Results run(TestedClient client, Progress progress) {
    Instant began = clock.instant();
    long since = System.nanoTime(); // the time of day may jump meanwhile
    progress.announced(selection.programs().size(), Cost.NOTHING);
    List<Held> held = play(client, progress);
    List<Check> checks =
        new Judge(plan.profile(), ServerSuite.rules(), plan.known()).judge(selection, held);
    return new Results(
        client.name(),
        Origin.CLIENT,
        plan.profile(),
        Requirements.NEWEST,
        plan.tool(),
        began,
        Duration.ofNanos(System.nanoTime() - since),
        plan.strict(),
        held,
        checks);
  }

  /** The first one alone: what cannot be started need not be tried again. */
  private List<Held> play(TestedClient client, Progress progress) {
    List<Program> programs = selection.programs();
    List<Held> held = new ArrayList<>();
    if (programs.isEmpty()) {
      return held;
    }
    held.add(play(programs.get(0), client, progress));
    List<Program> others = programs.subList(1, programs.size());
    if (held.get(0).status() == Status.NOT_TESTABLE) {
      others.forEach(one -> held.add(not(one, held.get(0).why())));
      return held;
    }
    int threads = stage.port() == 0 ? plan.atOnce() : 1;
    ExecutorService stages = Executors.newFixedThreadPool(threads, ClientSuite::daemon);
    try {
      List<CompletableFuture<Held>> running =
          others.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> play(one, client, progress), stages))
              .toList();
      running.forEach(one -> held.add(one.join()));
    } finally {
      stages.shutdownNow();
    }
    return held;
  }

  private Held play(Program program, TestedClient client, Progress progress) {
    progress.began(program.name());
    Held held = played(program, client);
    progress.ended(held);
    return held;
  }

  private Held played(Program program, TestedClient client) {
    try {
      return Audition.play(program, client, plan, stage, clock.instant());
    } catch (UnstartableException unstartable) {
      return not(program, String.valueOf(unstartable.getMessage()));
    } catch (RuntimeException ours) {
      Held not = not(program, "the harness broke: " + ours);
      return new Held(
          not.name(), Status.HARNESS_FAULT, not.why(), not.took(), not.trace(), List.of(), "");
    }
  }

  private Held not(Program program, String why) {
    TraceHeader header =
        TraceHeader.of(clock.instant(), "the mock server", plan.profile(), plan.tool());
    return Held.not(program.name(), why, new Trace(header, List.of(), List.of()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "client-suite");
    thread.setDaemon(true);
    return thread;
  }
}
