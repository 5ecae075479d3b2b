package dev.soundcheck.conformance.suite;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.verify.SoundRules;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The suite for servers: holds its conversations with a server, as a client with real audio, and
 * judges what was seen.
 */
public final class ServerSuite {
  /** The folder of its conversations. */
  public static final String TOPIC = "servers";

  private final Plan plan;
  private final Selection selection;
  private final Clock clock;
  private final Function<Program, Line> lines;
  private Duration spent = Duration.ZERO;

  /**
   * A suite, not begun.
   *
   * @throws IllegalArgumentException when the plan asks for what is not there
   */
  public ServerSuite(Plan plan, Clock clock) {
    this(
        plan,
        Selection.of(Origin.SERVER, TOPIC, plan, Repertoire.builtIn()),
        clock,
        program -> Line.network());
  }

  /**
   * A suite, not begun.
   *
   * @param selection what is judged, and the conversations that are held
   * @param lines what each of them is held on
   */
  public ServerSuite(Plan plan, Selection selection, Clock clock, Function<Program, Line> lines) {
    this.plan = plan;
    this.selection = selection;
    this.clock = clock;
    this.lines = lines;
  }

  /** What all its conversations cost where they cost anything. */
  public Cost cost() {
    return Cost.of(selection.programs());
  }

  /** How many conversations it holds. */
  public int conversations() {
    return selection.programs().size();
  }

  /** Runs it; returns when it is over, which it always is. */
  public Results run(Target target, Progress progress) {
    Instant began = clock.instant();
    long since = System.nanoTime(); // the time of day may jump meanwhile
    progress.announced(conversations(), cost());
    List<Held> held = hold(target, progress);
    List<Check> checks = new Judge(plan.profile(), rules(), plan.known()).judge(selection, held);
    return new Results(
        dev.soundcheck.schemas.TraceHeader.of(
                began, target.url().toString(), plan.profile(), plan.tool())
            .target(),
        Origin.SERVER,
        plan.profile(),
        Requirements.NEWEST,
        plan.tool(),
        began,
        Duration.ofNanos(System.nanoTime() - since),
        plan.strict(),
        held,
        checks);
  }

  /** The rule of an id, whether it reads or listens. */
  public static Function<String, Optional<Rule>> rules() {
    SoundRules sound = new SoundRules();
    return id -> Rulebook.named(id).or(() -> sound.named(id));
  }

  /** The first one alone: where nobody is there, the others need not try. */
  private List<Held> hold(Target target, Progress progress) {
    List<Program> programs = selection.programs();
    List<Held> held = new ArrayList<>();
    if (programs.isEmpty()) {
      return held;
    }
    held.add(hold(programs.get(0), target, progress));
    List<Program> others = programs.subList(1, programs.size());
    if (held.get(0).status() == Status.NOT_TESTABLE && spent.isZero()) {
      String why = held.get(0).why();
      others.forEach(one -> held.add(Holding.not(one, target, plan, clock.instant(), why)));
      return held;
    }
    ExecutorService threads = Executors.newFixedThreadPool(plan.atOnce(), ServerSuite::daemon);
    try {
      List<CompletableFuture<Held>> running =
          others.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> hold(one, target, progress), threads))
              .toList();
      running.forEach(one -> held.add(one.join()));
    } finally {
      threads.shutdownNow();
    }
    return held;
  }

  private Held hold(Program program, Target target, Progress progress) {
    if (!affords(program)) {
      Held not =
          Holding.not(
              program,
              target,
              plan,
              clock.instant(),
              "the budget of %s minutes is used up"
                  .formatted(plan.budget().map(Cost::new).map(Cost::minutes).orElse(0.0)));
      progress.ended(not);
      return not;
    }
    progress.began(program.name());
    Held held = Holding.hold(program, target, plan, clock.instant(), lines.apply(program));
    settle(program, held);
    progress.ended(held);
    return held;
  }

  /** Sets aside what it will cost, if there is so much left. */
  private synchronized boolean affords(Program program) {
    Duration after = spent.plus(Cost.of(program).audio());
    if (plan.budget().filter(most -> after.compareTo(most) > 0).isPresent()) {
      return false;
    }
    spent = after;
    return true;
  }

  /** What it really cost takes the place of what was set aside. */
  private synchronized void settle(Program program, Held held) {
    spent = spent.minus(Cost.of(program).audio()).plus(held.took());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "server-suite");
    thread.setDaemon(true);
    return thread;
  }
}
