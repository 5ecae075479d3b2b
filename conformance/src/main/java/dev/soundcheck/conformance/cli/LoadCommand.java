package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.load.Load;
import dev.soundcheck.conformance.load.LoadPage;
import dev.soundcheck.conformance.load.LoadPlan;
import dev.soundcheck.conformance.load.LoadResults;
import dev.soundcheck.conformance.load.Progress;
import dev.soundcheck.schemas.TraceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps a server busy with many sessions, and measures it. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds many sessions with a server at once and tells how long they had to wait: for the",
      "connection, the first sound of an answer, its pace, its end, and to be noticed when they break in."
    },
    exitCodeList = {"0:fine", "1:something failed, or no turn was answered", "2:wrong use"},
    footer = {
      "",
      "Examples:",
      "  soundcheck load --sessions 500 --mode audio --duration 30s",
      "  soundcheck load --ramp 10:1000:60s --report out/load --pid $(pgrep -f soundcheck.jar)",
      "  soundcheck load --mode text --sessions 50 --rate 200",
      "  soundcheck load --url wss://api.x.ai/v1/realtime --sessions 2 --duration 60s --budget 2"
    })
final class LoadCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--budget",
      paramLabel = "MINUTES",
      description =
          "How many minutes all sessions together may last; needed for servers that are not on this machine.")
  private Optional<Double> budget = Optional.empty();

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "The server's process on this machine, to say what it takes of CPU and memory.")
  private Optional<Long> pid = Optional.empty();

  @Option(
      names = "--lateness",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How late sound may be (p99) where sessions are counted (default: 20ms).")
  private Duration lateness = Duration.ofMillis(20);

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write a page with a picture there, and the figures as JSON.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--json", description = "Say everything as one JSON object in the end.")
  private boolean json;

  LoadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    check();
    LoadPlan plan = options.plan(endpoint.target(surroundings.key()));
    PrintWriter out = spec.commandLine().getOut();
    LoadScreen screen = new LoadScreen(out, Lines.on(out, surroundings), plan.duration());
    LoadResults results = run(plan, json ? Progress.NONE : screen);
    Capacity capacity = new Capacity(results, lateness);
    int status = status(plan, results);
    String figures = new LoadJson(results, capacity, status).all().toString();
    if (report.isPresent()) {
      Confidences confidences = surroundings.confidences();
      String page = new LoadPage(TraceText.address(endpoint.url()), results).html();
      write(report.get(), confidences.hide(page), confidences.hide(figures));
    }
    if (json) {
      out.println(figures);
    } else {
      screen.end(results, capacity);
      report.ifPresent(to -> out.println("The report is " + to.resolve("index.html") + "."));
    }
    return status;
  }

  private LoadResults run(LoadPlan plan, Progress progress) {
    Load load = new Load(plan, pid.map(OptionalLong::of).orElseGet(OptionalLong::empty), progress);
    Farewell farewell = new Farewell(load::stop);
    try {
      return load.run();
    } finally {
      farewell.close();
    }
  }

  private int status(LoadPlan plan, LoadResults results) {
    boolean fine =
        switch (plan.mode()) {
          case IDLE -> results.whole().figures().sessions() > 0;
          case TEXT, AUDIO -> results.whole().figures().turns() > 0;
        };
    return fine && results.whole().figures().failures() == 0 ? Soundcheck.FINE : Soundcheck.FOUND;
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    pid.filter(number -> ProcessHandle.of(number).isEmpty())
        .ifPresent(
            number ->
                mistakes.add("--pid: there is no process %d on this machine.".formatted(number)));
    options.check(mistakes);
    endpoint.check(mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
    checkBudget();
  }

  private void checkBudget() {
    if (Loopback.is(endpoint.url())) {
      return;
    }
    double minutes = options.pressure().last() * options.lasting().toMillis() / 60_000.0;
    if (budget.isEmpty() || budget.get() < minutes) {
      throw new WrongUse(
          "%s is not on this machine, and %d sessions of %d s are up to %.1f minutes. Say that they may be: --budget %.1f"
              .formatted(
                  TraceText.address(endpoint.url()),
                  options.pressure().last(),
                  options.lasting().toSeconds(),
                  minutes,
                  Math.ceil(minutes * 10) / 10));
    }
  }

  private static void write(Path folder, String page, String figures) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("index.html"), page);
      Files.writeString(folder.resolve("load.json"), figures);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "--report: %s cannot be written: %s".formatted(folder, unwritable.getMessage()),
          unwritable);
    }
  }
}
