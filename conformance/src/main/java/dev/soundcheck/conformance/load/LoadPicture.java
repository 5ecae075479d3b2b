package dev.soundcheck.conformance.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The 99th percentiles of a load against its sessions, or against time where they stay the same.
 */
final class LoadPicture {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int RIGHT = 210;
  private static final int TOP = 15;
  private static final int BOTTOM = 45;
  private static final int TICKS = 5;
  private static final int LABEL = 16;
  private static final List<String> COLOURS = List.of("#888", "#2a78c8", "#c2571a", "#2a9d5c");

  private final List<Moment> moments;
  private final List<Measure> measures;
  private final boolean grows;
  private final double least;
  private final double most;
  private final double firstX;
  private final double lastX;

  LoadPicture(List<Moment> moments, List<Measure> measures) {
    this.moments = List.copyOf(moments);
    this.measures = List.copyOf(measures);
    this.grows =
        moments.stream().mapToInt(moment -> moment.figures().sessions()).distinct().count() > 2;
    this.least = decade(all().min().orElse(1), false);
    this.most = Math.max(least + 1, decade(all().max().orElse(1), true));
    this.firstX = moments.stream().mapToDouble(this::at).min().orElse(0);
    this.lastX = Math.max(firstX + 1, moments.stream().mapToDouble(this::at).max().orElse(1));
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Latency against %s\" font-size=\"12\" fill=\"currentColor\">"
            .formatted(WIDTH, HEIGHT, grows ? "sessions" : "time"));
    grid(svg);
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      curve(svg, measures.get(i), COLOURS.get(i), taken);
    }
    return svg.append("</svg>").toString();
  }

  private void grid(StringBuilder svg) {
    for (int decade = (int) least; decade <= most; decade++) {
      double y = y(decade);
      svg.append(
          line(LEFT, y, WIDTH - RIGHT, y)
              + text(LEFT - 8, y + 4, "end", millis(Math.pow(10, decade))));
    }
    for (int tick = 0; tick <= TICKS; tick++) {
      double value = firstX + (lastX - firstX) * tick / TICKS;
      svg.append(text(x(value), HEIGHT - BOTTOM + 18, "middle", "%.0f".formatted(value)));
    }
    svg.append(
        text(
            (LEFT + WIDTH - RIGHT) / 2.0,
            HEIGHT - 8,
            "middle",
            grows ? "sessions at once" : "seconds"));
  }

  private void curve(StringBuilder svg, Measure measure, String colour, List<Double> taken) {
    StringBuilder points = new StringBuilder();
    double last = Double.NaN;
    for (Moment moment : moments) {
      Optional<Percentiles> times = moment.figures().of(measure);
      if (times.isPresent()) {
        last = y(exponent(times.get().p99()));
        points.append("%.1f,%.1f ".formatted(x(at(moment)), last));
      }
    }
    if (points.isEmpty()) {
      return;
    }
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>"
            .formatted(colour, points.toString().strip()));
    double place = last;
    while (crowded(place, taken)) {
      place -= LABEL;
    }
    taken.add(place);
    svg.append(
        "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>"
            .formatted(WIDTH - RIGHT + 6, place + 4, colour, measure.words()));
  }

  private static boolean crowded(double place, List<Double> taken) {
    return taken.stream().anyMatch(other -> Math.abs(other - place) < LABEL);
  }

  private DoubleStream all() {
    return moments.stream()
        .flatMap(moment -> measures.stream().flatMap(it -> moment.figures().of(it).stream()))
        .mapToDouble(times -> exponent(times.p99()));
  }

  /** Nothing is quicker than a tenth of a millisecond here. */
  private static double exponent(Duration time) {
    return Math.log10(Math.max(0.1, time.toNanos() / 1e6));
  }

  private static double decade(double exponent, boolean up) {
    return up ? Math.ceil(exponent) : Math.floor(exponent);
  }

  private double at(Moment moment) {
    return grows ? moment.figures().sessions() : moment.to().toNanos() / 1e9;
  }

  private double x(double value) {
    return LEFT + (value - firstX) / (lastX - firstX) * (WIDTH - RIGHT - LEFT);
  }

  private double y(double exponent) {
    return HEIGHT - BOTTOM - (exponent - least) / (most - least) * (HEIGHT - BOTTOM - TOP);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"currentColor\" stroke-opacity=\".2\"/>",
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        words);
  }

  private static String millis(double value) {
    return value >= 1000
        ? "%.0f s".formatted(value / 1000)
        : String.format(Locale.ROOT, value < 1 ? "%.1f ms" : "%.0f ms", value);
  }
}
