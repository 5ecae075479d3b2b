package dev.soundcheck.server.junit;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.SessionLog;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One test with its server, and what is known of its connections. */
record StagedTest(MockVoiceServer server, List<Opened> opened) {
  /** A connection, and how its trace begins. */
  record Opened(OpenedConnection connection, TraceHeader header) {}

  private static final Set<Kind> HARMLESS = EnumSet.of(Kind.CLIENT_UNKNOWN_MEMBER, Kind.STAGED);
  private static final String TOOL = "soundcheck in a JUnit test";
  private static final int LINES = 24;

  static StagedTest begin(ServerOptions options) {
    InstantSource clock = InstantSource.system();
    List<Opened> opened = new CopyOnWriteArrayList<>();
    ServerListener listener =
        new ServerListener() {
          @Override
          public void opened(OpenedConnection connection) {
            String target = "the mock server playing " + connection.scenario();
            TraceHeader header =
                TraceHeader.of(clock.instant(), target, connection.profile(), TOOL);
            opened.add(new Opened(connection, header));
          }
        };
    return new StagedTest(MockVoiceServer.start(options, listener), opened);
  }

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

  /** One for each connection, in their order. */
  List<Trace> traces() {
    List<List<Observed>> seen = server.connections();
    return opened.stream()
        .map(one -> new Trace(one.header(), seen.get(one.connection().number() - 1), List.of()))
        .toList();
  }

  /** How each connection ended, and where the whole of it is. */
  String shown(List<Path> files) {
    if (opened.isEmpty()) {
      return "No client has connected to " + server.uri() + ".";
    }
    List<List<Observed>> seen = server.connections();
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < opened.size(); index++) {
      OpenedConnection connection = opened.get(index).connection();
      lines.add(
          "The end of connection %d, which played %s; all of it is in %s"
              .formatted(connection.number(), connection.scenario(), files.get(index)));
      lines.addAll(SessionLog.last(seen.get(connection.number() - 1), LINES));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
