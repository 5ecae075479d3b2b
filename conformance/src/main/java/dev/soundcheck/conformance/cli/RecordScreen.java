package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.proxy.Passed;
import dev.soundcheck.conformance.proxy.ProxyListener;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceText;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what passes by: who, which event, how large. Deltas and chunks of audio that follow each
 * other share a line, since they come in hundreds; as JSON each has its own.
 */
final class RecordScreen implements ProxyListener {
  private final PrintWriter out;
  private final boolean json;
  private final boolean quiet;
  private final Lines lines;
  private Optional<PassingRun> run = Optional.empty();

  RecordScreen(PrintWriter out, boolean terminal, boolean json, boolean quiet) {
    this.out = out;
    this.json = json;
    this.quiet = quiet;
    this.lines = new Lines(out, terminal);
  }

  synchronized void listening(URI here, URI upstream, Path folder) {
    if (json) {
      print(line("listening").put("url", dialled(here)).put("folder", folder.toString()));
      return;
    }
    out.println("Listening on " + dialled(here));
    if (!quiet) {
      out.println(
          "Everything goes on to %s://%s. Traces go to %s."
              .formatted(upstream.getScheme(), place(upstream), folder));
    }
    out.flush();
  }

  /** Where the upstream's address has a key in its query, the path alone stands for it. */
  private static String dialled(URI here) {
    String shown = TraceText.address(here);
    return shown.equals(here.toString()) ? shown : here.resolve("/").toString();
  }

  /** Without a password. */
  private static String place(URI upstream) {
    String port = upstream.getPort() < 0 ? "" : ":" + upstream.getPort();
    return upstream.getHost() + port;
  }

  @Override
  public synchronized void opened(int connection, URI target, Path trace) {
    if (json) {
      print(line("opened").put("connection", connection).put("trace", trace.toString()));
    } else {
      whole(Lines.Tone.DIM, PassingRun.label(connection, "opened"), "recorded in " + trace);
    }
  }

  @Override
  public synchronized void passed(Passed passed) {
    Observed seen = passed.observed();
    if (seen instanceof Observed.Closed closed) {
      closed(passed.connection(), closed);
      return;
    }
    PassingRun next = PassingRun.of(passed);
    if (json) {
      print(event(next));
    } else {
      show(next);
    }
    passed.findings().forEach(finding -> found(next, finding));
  }

  @Override
  public synchronized void refused(int connection, int status, String words) {
    if (json) {
      print(
          line("refused")
              .put("connection", connection)
              .put("status", status)
              .put("message", words));
    } else {
      whole(Lines.Tone.BAD, PassingRun.label(connection, "refused"), status + " " + words);
    }
  }

  @Override
  public synchronized void forwarded(String method, String path, int status) {
    if (json) {
      print(line("forwarded").put("method", method).put("path", path).put("status", status));
    } else {
      whole(Lines.Tone.DIM, "http", "%s %s, answered %d".formatted(method, path, status));
    }
  }

  /** It is told even where nothing else is. */
  @Override
  public synchronized void unwritable(int connection, String why) {
    if (json) {
      print(line("unwritable").put("connection", connection).put("message", why));
    } else {
      finish();
      String words = why + ". Make room: who connects then is recorded.";
      lines.whole(Lines.Tone.BAD, PassingRun.label(connection, "lost"), words);
    }
  }

  private void closed(int connection, Observed.Closed closed) {
    String who = closed.from().name().toLowerCase(Locale.ROOT);
    String why = closed.reason().isEmpty() ? "" : " \"" + closed.reason() + "\"";
    if (json) {
      print(
          line("closed")
              .put("connection", connection)
              .put("at_ms", closed.at().toMillis())
              .put("from", who)
              .put("code", closed.code())
              .put("message", closed.reason()));
    } else {
      finish();
      line(
          closed.at(),
          Lines.Tone.DIM,
          PassingRun.label(connection, "closed"),
          closed.code() + why + " by the " + who);
    }
  }

  private void found(PassingRun event, Finding finding) {
    String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (json) {
      print(
          line("finding")
              .put("connection", event.connection())
              .put("at_ms", event.at().toMillis())
              .put("kind", kind)
              .put("message", finding.message()));
    } else {
      finish();
      line(
          event.at(),
          Lines.Tone.BAD,
          PassingRun.label(event.connection(), "finding"),
          "(" + kind + ") " + finding.message());
    }
  }

  /** The line that runs is shown as it grows on a terminal, and when it is done elsewhere. */
  private void show(PassingRun next) {
    if (!next.mayGoOn()) {
      finish();
      line(next.at(), next.tone(), next.label(), next.text());
      return;
    }
    Optional<PassingRun> longer = run.filter(it -> it.goesOn(next)).map(it -> it.and(next));
    if (longer.isEmpty()) {
      finish();
    }
    PassingRun now = longer.orElse(next);
    run = Optional.of(now);
    if (!quiet) {
      lines.growing(now.at(), now.tone(), now.label(), now.text());
    }
  }

  private void finish() {
    run.ifPresent(it -> line(it.at(), it.tone(), it.label(), it.text()));
    run = Optional.empty();
  }

  private void line(Duration at, Lines.Tone tone, String label, String text) {
    if (!quiet) {
      lines.whole(at, tone, label, text);
    }
  }

  private void whole(Lines.Tone tone, String label, String text) {
    finish();
    if (!quiet) {
      lines.whole(tone, label, text);
    }
  }

  private static ObjectNode event(PassingRun event) {
    return line("passed")
        .put("connection", event.connection())
        .put("at_ms", event.at().toMillis())
        .put("from", event.from().name().toLowerCase(Locale.ROOT))
        .put("type", event.name())
        .put("bytes", event.size());
  }

  private static ObjectNode line(String event) {
    return Json.mapper().createObjectNode().put("event", event);
  }

  private void print(ObjectNode line) {
    out.println(line);
    out.flush();
  }
}
