package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.cli.Lines.Tone;
import dev.soundcheck.conformance.load.Figures;
import dev.soundcheck.conformance.load.LoadResults;
import dev.soundcheck.conformance.load.Measure;
import dev.soundcheck.conformance.load.Moment;
import dev.soundcheck.conformance.load.Percentiles;
import dev.soundcheck.conformance.load.Progress;
import dev.soundcheck.conformance.report.Columns;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A load as a person sees it: a line for each stretch, then what was measured. */
final class LoadScreen implements Progress {
  private static final double NANOS_OF_MILLI = 1e6;
  private static final double NANOS_OF_SECOND = 1e9;
  private static final long MEBI = 1024 * 1024;

  private final PrintWriter out;
  private final Lines lines;
  private final Duration whole;

  /** Of a load that lasts so long. */
  LoadScreen(PrintWriter out, Lines lines, Duration whole) {
    this.out = out;
    this.lines = lines;
    this.whole = whole;
  }

  @Override
  public void going(Duration since, int sessions) {
    lines.status(
        "%8.1f of %d s  %d sessions".formatted(seconds(since), whole.toSeconds(), sessions));
  }

  @Override
  public void passed(Moment moment) {
    Figures figures = moment.figures();
    String late =
        figures
            .of(Measure.LATENESS)
            .or(() -> figures.of(Measure.TURN))
            .map(
                times ->
                    "  %s p99 %s ms"
                        .formatted(
                            figures.of(Measure.LATENESS).isPresent() ? "late" : "turn",
                            millis(times.p99()).strip()))
            .orElse("");
    String cores = moment.cores().map("  %.2f cores"::formatted).orElse("");
    String line =
        "%5d sessions  %8.1f turns/s  %9.0f events/s%s%s"
            .formatted(
                figures.sessions(),
                figures.turns() / seconds(moment.lasting()),
                figures.events() / seconds(moment.lasting()),
                late,
                cores);
    Tone tone = figures.failures() > 0 ? Tone.BAD : Tone.DIM;
    String errors = figures.failures() > 0 ? "  %d errors".formatted(figures.failures()) : "";
    lines.whole(moment.to(), tone, "load", line + errors);
  }

  /** Everything in the end. */
  void end(LoadResults results, Capacity capacity) {
    lines.end();
    Figures figures = results.whole().figures();
    out.println();
    out.println(
        "%-32s %9s %9s %9s %9s %9s"
            .formatted("milliseconds", "p50", "p90", "p99", "p99.9", "most"));
    for (Measure measure : Measure.values()) {
      figures.of(measure).ifPresent(times -> out.println(row(measure, times)));
    }
    out.println();
    out.println(summary(results.whole()));
    new TreeMap<>(figures.errors())
        .forEach((kind, count) -> out.println("%8d × %s".formatted(count, Columns.clean(kind))));
    out.print(capacity(capacity));
    warn(figures);
    out.flush();
  }

  private static String row(Measure measure, Percentiles times) {
    return "%-32s %s %s %s %s %s"
        .formatted(
            measure.words(),
            millis(times.p50()),
            millis(times.p90()),
            millis(times.p99()),
            millis(times.p999()),
            millis(times.most()));
  }

  private static String summary(Moment whole) {
    Figures figures = whole.figures();
    double seconds = seconds(whole.lasting());
    String cpu =
        whole
            .cpu()
            .filter(unused -> figures.turns() > 0)
            .map(
                taken ->
                    "; the server took %.3f ms of CPU a turn, %.2f cores"
                        .formatted(
                            taken.toNanos() / NANOS_OF_MILLI / figures.turns(),
                            taken.toNanos() / NANOS_OF_SECOND / seconds))
            .orElse("");
    String memory =
        whole.resident().stream()
            .mapToObj(bytes -> ", %d MiB".formatted(bytes / MEBI))
            .collect(Collectors.joining());
    return "%d turns (%.1f a second) and %d events (%.0f a second) in %.1f s, at most %d sessions%s%s."
        .formatted(
            figures.turns(),
            figures.turns() / seconds,
            figures.events(),
            figures.events() / seconds,
            seconds,
            figures.sessions(),
            cpu,
            memory);
  }

  private static String capacity(Capacity capacity) {
    String limit = "%d ms".formatted(capacity.limit().toMillis());
    String perCore =
        capacity
            .perCore()
            .map(many -> ", which is %.0f for each core that it kept busy".formatted(many))
            .orElse("");
    return capacity
        .sessions()
        .map(
            many ->
                "Sound late by no more than %s (p99) with up to %d sessions%s.%n"
                    .formatted(limit, many, perCore))
        .orElse("");
  }

  /** Whoever is late himself cannot say that another one is. */
  private void warn(Figures figures) {
    figures
        .of(Measure.OWN_LATENESS)
        .filter(own -> own.p99().toMillis() >= 5)
        .ifPresent(
            own ->
                out.println(
                    "Note: this program itself was late by %s ms (p99); this machine has too much to do for these figures to be the server's alone."
                        .formatted(millis(own.p99()).strip())));
  }

  private static String millis(Duration time) {
    double millis = time.toNanos() / NANOS_OF_MILLI;
    return String.format(Locale.ROOT, millis < 10 ? "%9.2f" : "%9.0f", millis);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS_OF_SECOND;
  }
}
