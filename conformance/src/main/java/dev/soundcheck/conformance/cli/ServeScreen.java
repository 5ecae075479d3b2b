package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.api.Announced;
import dev.soundcheck.server.play.ConnectionFinding;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Shows sessions as they come: a line for each turn as heard, each answer, each finding. */
final class ServeScreen implements ServerListener {
  private final PrintWriter out;
  private final boolean json;
  private final boolean quiet;
  private final Lines lines;
  private final List<String> early = new ArrayList<>();
  private boolean begun;

  ServeScreen(PrintWriter out, boolean terminal, boolean json, boolean quiet) {
    this.out = out;
    this.json = json;
    this.quiet = quiet;
    this.lines = new Lines(out, terminal);
  }

  @Override
  public void opened(OpenedConnection connection) {
    String text =
        "%s, profile %s%s"
            .formatted(
                connection.scenario(),
                connection.profile().id(),
                connection.model().isEmpty() ? "" : ", asked for " + connection.model());
    show(
        new Happening(
            "opened", "opened", Lines.Tone.DIM, Duration.ZERO, connection.number(), text));
  }

  @Override
  public void observed(Observed observed) {
    Happening.of(observed).ifPresent(this::show);
  }

  @Override
  public void found(ConnectionFinding finding) {
    String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    show(
        new Happening(
            "finding",
            "finding",
            Lines.Tone.BAD,
            finding.at(),
            finding.connection(),
            finding.message()),
        kind);
  }

  @Override
  public synchronized void announced(Announced call) {
    String outcome =
        call.status()
            .map(status -> "answered with " + status)
            .orElse("not answered: " + call.why());
    String text =
        "call %s announced to %s, %s"
            .formatted(call.callId(), TraceText.address(call.to()), outcome);
    if (json) {
      ObjectNode line = Json.mapper().createObjectNode().put("event", "webhook");
      call.status().ifPresent(status -> line.put("status", status));
      out.println(line.put("call_id", call.callId()).put("message", text));
    } else if (!quiet) {
      Lines.Tone tone = call.taken() ? Lines.Tone.DIM : Lines.Tone.BAD;
      lines.whole(Duration.ZERO, tone, "webhook", text);
    }
    out.flush();
  }

  /** Where it listens has been said; what there was to remark before that comes now. */
  synchronized void begin() {
    begun = true;
    early.forEach(this::remarked);
    early.clear();
  }

  @Override
  public synchronized void remarked(String words) {
    if (!begun) {
      early.add(words);
    } else if (json) {
      out.println(Json.mapper().createObjectNode().put("event", "remark").put("message", words));
    } else if (!quiet) {
      lines.whole(Duration.ZERO, Lines.Tone.BAD, "remark", words);
    }
    out.flush();
  }

  private void show(Happening happening) {
    show(happening, "");
  }

  private synchronized void show(Happening it, String kind) {
    if (json) {
      ObjectNode line = Json.mapper().createObjectNode();
      line.put("event", it.event())
          .put("connection", it.connection())
          .put("at_ms", it.at().toMillis());
      if (!kind.isEmpty()) {
        line.put("kind", kind);
      }
      out.println(line.put("message", it.text()));
    } else if (!quiet) {
      lines.whole(
          it.at(),
          it.tone(),
          "%-3s %s".formatted("#" + it.connection(), it.label()),
          kind.isEmpty() ? it.text() : "(" + kind + ") " + it.text());
    }
    out.flush();
  }
}
