package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows a recording being played: as a server shows it, and what the play waits for. */
final class ReplayScreen implements ServerListener {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintWriter out;
  private final boolean json;
  private final boolean quiet;
  private final Lines lines;
  private final ServeScreen screen;

  ReplayScreen(PrintWriter out, boolean terminal, boolean json, boolean quiet) {
    this.out = out;
    this.json = json;
    this.quiet = quiet;
    this.lines = new Lines(out, terminal);
    this.screen = new ServeScreen(out, terminal, json, false);
  }

  void listens(URI url) {
    say(
        JSON.createObjectNode().put("event", "listening").put("url", url.toString()),
        "Playing the recording on " + url + ". Ctrl-C stops.");
  }

  void ends(long findings) {
    say(
        JSON.createObjectNode().put("event", "over").put("findings", findings),
        findings == 0
            ? "Fine: the client did what was recorded."
            : findings + (findings == 1 ? " finding." : " findings."));
  }

  @Override
  public void opened(OpenedConnection connection) {
    if (!quiet) {
      screen.opened(connection);
    }
  }

  @Override
  public void observed(Observed observed) {
    if (!quiet) {
      screen.observed(observed);
    }
  }

  @Override
  public void found(ConnectionFinding finding) {
    screen.found(finding);
  }

  @Override
  public void waits(int connection, Duration at, String what) {
    if (what.isEmpty() || quiet) {
      return;
    }
    synchronized (screen) {
      if (json) {
        ObjectNode line = JSON.createObjectNode().put("event", "waits");
        line.put("connection", connection).put("at_ms", at.toMillis()).put("message", what);
        out.println(line);
      } else {
        lines.whole(at, Lines.Tone.DIM, "#" + connection + " waits", "for " + what);
      }
      out.flush();
    }
  }

  private void say(ObjectNode line, String text) {
    out.println(json ? line.toString() : text);
    out.flush();
  }
}
