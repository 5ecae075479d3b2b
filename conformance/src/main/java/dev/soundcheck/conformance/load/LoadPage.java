package dev.soundcheck.conformance.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A load as a page that needs nothing else: a picture of the times, and all figures. */
public final class LoadPage {
  private static final double NANOS_OF_MILLI = 1e6;
  private static final List<Measure> DRAWN =
      List.of(Measure.CONNECT, Measure.FIRST_DELTA, Measure.TURN, Measure.LATENESS);

  private final String target;
  private final LoadResults results;

  /** Of a load of this server. */
  public LoadPage(String target, LoadResults results) {
    this.target = target;
    this.results = results;
  }

  /** The page. */
  public String html() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Load: %1$s</title>
        <style>
        :root { color-scheme: light dark; --line: #8886; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        svg { width: 100%%; height: auto; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .8rem .2rem 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th:first-child, td:first-child { text-align: left; }
        </style>
        </head>
        <body>
        <h1>Load</h1>
        <p><code>%1$s</code>: %2$s</p>
        <h2>99 of 100 waited no longer than</h2>
        %3$s
        <h2>All of it, in milliseconds</h2>
        %4$s
        <h2>As time went by</h2>
        %5$s
        %6$s
        </body>
        </html>
        """
        .formatted(
            escaped(target),
            summary(),
            new LoadPicture(results.moments(), DRAWN).svg(),
            percentiles(),
            moments(),
            errors());
  }

  private String summary() {
    Figures figures = results.whole().figures();
    return "%d turns and %d events in %.1f s, at most %d sessions at once."
        .formatted(
            figures.turns(),
            figures.events(),
            seconds(results.whole().lasting()),
            figures.sessions());
  }

  private String percentiles() {
    String rows =
        List.of(Measure.values()).stream()
            .flatMap(
                measure ->
                    results.whole().figures().of(measure).stream()
                        .map(times -> row(measure.words(), times)))
            .collect(Collectors.joining());
    return table("", "count,p50,p90,p99,p99.9,most", rows);
  }

  private static String row(String name, Percentiles times) {
    return cells(
        name,
        String.valueOf(times.count()),
        millis(times.p50()),
        millis(times.p90()),
        millis(times.p99()),
        millis(times.p999()),
        millis(times.most()));
  }

  private String moments() {
    String rows =
        results.moments().stream()
            .map(
                moment ->
                    cells(
                        "%.1f".formatted(seconds(moment.to())),
                        String.valueOf(moment.figures().sessions()),
                        "%.1f".formatted(moment.figures().turns() / seconds(moment.lasting())),
                        "%.0f".formatted(moment.figures().events() / seconds(moment.lasting())),
                        p99(moment, Measure.FIRST_DELTA),
                        p99(moment, Measure.LATENESS),
                        moment.cores().map("%.2f"::formatted).orElse(""),
                        String.valueOf(moment.figures().failures())))
            .collect(Collectors.joining());
    return table(
        "until, s", "sessions,turns/s,events/s,first delta p99,lateness p99,cores,errors", rows);
  }

  private static String p99(Moment moment, Measure measure) {
    return moment.figures().of(measure).map(times -> millis(times.p99())).orElse("");
  }

  private String errors() {
    String rows =
        results.whole().figures().errors().entrySet().stream()
            .map(error -> cells(error.getKey(), String.valueOf(error.getValue())))
            .sorted()
            .collect(Collectors.joining());
    return rows.isEmpty() ? "" : "<h2>Errors</h2>" + table("", "how often", rows);
  }

  private static String table(String first, String others, String rows) {
    String head =
        List.of(others.split(",")).stream()
            .map(name -> "<th scope=\"col\">" + name + "</th>")
            .collect(Collectors.joining());
    return "<div class=\"table\" tabindex=\"0\"><table><tr><th scope=\"col\">%s</th>%s</tr>%s</table></div>"
        .formatted(first, head, rows);
  }

  private static String cells(String... values) {
    return List.of(values).stream()
        .map(value -> "<td>" + escaped(value) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / NANOS_OF_MILLI);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
