package dev.soundcheck.conformance.cucumber;

import dev.soundcheck.conformance.cucumber.line.Actor;
import dev.soundcheck.conformance.cucumber.line.Script;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.ServerOptionsBuilder;
import dev.soundcheck.server.SessionLog;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import io.cucumber.core.backend.TestCaseState;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The voice service as it is in one scenario of a suite: what the app is to be pointed at. Step
 * classes take it in their constructor, with any of Cucumber's object factories that inject; others
 * ask {@link #current}. Used by the thread that runs the scenario.
 */
public final class VoiceService {
  private static final ThreadLocal<VoiceService> CURRENT = new ThreadLocal<>();
  private static final Set<Kind> HARMLESS =
      EnumSet.of(Kind.CLIENT_UNKNOWN_MEMBER, Kind.CLIENT_SOUND, Kind.STAGED);
  private static final int LINES = 24;

  private final List<Consumer<ServerOptionsBuilder>> wishes = new ArrayList<>();
  private Optional<Script> script = Optional.empty();
  private Optional<MockVoiceServer> server = Optional.empty();
  private Duration patience = Duration.ofSeconds(20);
  private boolean findingsMatter = true;
  private int said;

  /** For Cucumber, which makes one for each scenario. */
  public VoiceService() {}

  /**
   * That of the scenario that this thread runs.
   *
   * @throws IllegalStateException outside a scenario, or without our package among the glue
   */
  public static VoiceService current() {
    VoiceService current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException(
          "There is no scenario on this thread, or dev.soundcheck.conformance.cucumber is not "
              + "among cucumber.glue.");
    }
    return current;
  }

  /** Where the app is to connect; the server starts when it is first asked for. */
  public URI uri() {
    return server().uri();
  }

  /** The server of this scenario; it starts when it is first asked for. */
  public MockVoiceServer server() {
    if (server.isEmpty()) {
      ServerOptionsBuilder options = ServerOptions.builder();
      script.map(Script::program).ifPresent(options::program);
      wishes.forEach(wish -> wish.accept(options));
      server = Optional.of(MockVoiceServer.start(options.build()));
    }
    return server.get();
  }

  /** Starts the server with other options than the usual ones. */
  public VoiceService with(Consumer<ServerOptionsBuilder> wish) {
    if (server.isPresent()) {
      throw new IllegalStateException(
          "The server runs already; ask for options before its address.");
    }
    wishes.add(wish);
    return this;
  }

  /** How long a line of the script may take once the app is connected; 20 s. */
  public VoiceService patience(Duration limit) {
    patience = limit;
    return this;
  }

  /** Leaves it to the suite what becomes of findings that are not about lines of the script. */
  public VoiceService findingsDoNotFail() {
    findingsMatter = false;
    return this;
  }

  /** It, as the one who plays. */
  Actor actor() {
    return new Actor() {
      @Override
      public void begins(Optional<Script> lines) {
        script = lines;
        CURRENT.set(VoiceService.this);
      }

      @Override
      public void nextLine() {
        lineIsNext();
      }

      @Override
      public void ends(TestCaseState scenario) {
        scenarioIsOver(scenario);
      }
    };
  }

  /** Plays something else than the lines of the scenario. */
  void plays(String feature) {
    if (script.isPresent()) {
      throw new IllegalStateException(
          "This scenario has lines of a script, so the mock cannot play '%s'.".formatted(feature));
    }
    wishes.add(options -> options.playing(feature));
  }

  /**
   * The suite has come to the next line of the script. Before the app is there this only says what
   * will be played; afterwards the line has to be played now.
   */
  private void lineIsNext() {
    Script played = script.orElseThrow();
    long line = played.part().lines().get(said);
    said++;
    if (connected()) {
      played.passes(line, patience).ifPresent(this::fail);
    }
  }

  /** The scenario is over: what is left of the script is waited for, then the server goes. */
  private void scenarioIsOver(TestCaseState scenario) {
    CURRENT.remove();
    try {
      if (!scenario.isFailed()) {
        check();
      }
    } finally {
      server.ifPresent(running -> close(running, scenario));
    }
  }

  private void check() {
    if (script.isPresent() && !connected()) {
      throw new AssertionError(
          "No app has connected, but the scenario has %d lines for one. Point it at VoiceService.uri()."
              .formatted(script.get().part().lines().size()));
    }
    script.flatMap(played -> played.ends(patience)).ifPresent(this::fail);
    List<String> found = server.map(VoiceService::found).orElse(List.of());
    if (findingsMatter && !found.isEmpty()) {
      fail(String.join(System.lineSeparator(), found));
    }
  }

  private boolean connected() {
    return server.filter(running -> !running.connections().isEmpty()).isPresent();
  }

  private static List<String> found(MockVoiceServer running) {
    return running.findings().stream()
        .filter(finding -> !HARMLESS.contains(finding.kind()))
        .map(ConnectionFinding::message)
        .toList();
  }

  private void fail(String what) {
    StringBuilder text = new StringBuilder(what);
    for (Trace trace : server().traces()) {
      text.append(System.lineSeparator())
          .append("How it ended with ")
          .append(trace.header().target());
      SessionLog.last(trace.seen(), LINES)
          .forEach(line -> text.append(System.lineSeparator()).append(line));
    }
    throw new AssertionError(text.toString());
  }

  /** The traces go into the report, whatever became of the scenario. */
  private static void close(MockVoiceServer running, TestCaseState scenario) {
    running.close();
    int number = 0;
    for (Trace trace : running.traces()) {
      number++;
      var out = new ByteArrayOutputStream();
      try (TraceWriter writer = new TraceWriter(out, trace.header())) {
        trace.seen().forEach(writer::write);
      }
      scenario.attach(
          out.toByteArray(), "application/x-ndjson", "connection-" + number + ".ndjson");
    }
  }
}
