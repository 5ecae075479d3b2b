package dev.soundcheck.server.junit;

import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.SessionLog;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One test with its server. */
record StagedTest(MockVoiceServer server) {
  private static final Set<Kind> HARMLESS =
      EnumSet.of(Kind.CLIENT_UNKNOWN_MEMBER, Kind.CLIENT_SOUND, Kind.STAGED);
  private static final int LINES = 24;

  /** What makes a test fail that passed otherwise; each with its connection. */
  List<String> findings() {
    return server.findings().stream()
        .filter(finding -> !HARMLESS.contains(finding.kind()))
        .map(StagedTest::shown)
        .toList();
  }

  private static String shown(ConnectionFinding finding) {
    return "connection %d at %d ms: %s"
        .formatted(finding.connection(), finding.at().toMillis(), finding.message());
  }

  /** How each connection ended, and where the whole of it is. */
  String shown(List<Path> files) {
    List<Trace> traces = server.traces();
    if (traces.isEmpty()) {
      return "No client has connected to " + server.uri() + ".";
    }
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < traces.size(); index++) {
      Trace trace = traces.get(index);
      lines.add("%s; all of it is in %s".formatted(trace.header().target(), files.get(index)));
      lines.addAll(SessionLog.last(trace.seen(), LINES));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
