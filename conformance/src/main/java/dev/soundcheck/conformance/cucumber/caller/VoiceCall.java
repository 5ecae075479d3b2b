package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.cucumber.line.Actor;
import dev.soundcheck.conformance.cucumber.line.Script;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.server.SessionLog;
import io.cucumber.core.backend.Status;
import io.cucumber.core.backend.TestCaseState;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Our client's call in one scenario of a suite that tests a server. It begins with the first line
 * of the language and goes on by itself. Step classes take this in their constructor, with any of
 * Cucumber's object factories that inject, to say whom to call and to look at what came; others ask
 * {@link #current}. Used by the thread that runs the scenario.
 */
public final class VoiceCall {
  private static final ThreadLocal<VoiceCall> CURRENT = new ThreadLocal<>();
  private static final int LINES = 24;

  private Settings settings = Settings.NONE;
  private Duration patience = Duration.ofMinutes(2);
  private boolean breachesMatter = true;
  private Optional<String> onlyWithMock = Optional.empty();
  private Optional<Script> script = Optional.empty();
  private Optional<Conversation> conversation = Optional.empty();
  private int said;

  /** For Cucumber, which makes one for each scenario. */
  public VoiceCall() {}

  /**
   * That of the scenario that this thread runs.
   *
   * @throws IllegalStateException outside a scenario, or without our package among the glue
   */
  public static VoiceCall current() {
    VoiceCall current = CURRENT.get();
    if (current == null) {
      throw new IllegalStateException(
          "There is no scenario on this thread, or dev.soundcheck.conformance.cucumber.caller is "
              + "not among cucumber.glue.");
    }
    return current;
  }

  /** Calls this server, whatever {@code soundcheck.url} says. */
  public VoiceCall at(URI server) {
    return change(settings.at(server));
  }

  /** Shows this key, whatever {@code soundcheck.key} and the environment say. */
  public VoiceCall key(String key) {
    return change(settings.withKey(key));
  }

  /** Trusts the certificates of this PEM file, whatever {@code soundcheck.ca} says. */
  public VoiceCall trusting(Path authority) {
    return change(settings.trusting(authority));
  }

  /** Holds the server's events against this contract, whatever {@code soundcheck.profile} says. */
  public VoiceCall profile(Profile contract) {
    return change(settings.with(contract));
  }

  /** The contract that the server's events are held against. */
  public Profile profile() {
    return settings.profile();
  }

  /** How long the play may take for one line; two minutes. */
  public VoiceCall patience(Duration limit) {
    patience = limit;
    return this;
  }

  /** Leaves it to the suite what becomes of events that break the contract. */
  public VoiceCall breachesDoNotFail() {
    breachesMatter = false;
    return this;
  }

  /** Skips this scenario where the server is no mock that can be told what to do. */
  public VoiceCall onlyWithMock(String because) {
    onlyWithMock = Optional.of(because);
    return this;
  }

  /**
   * By which name a mock plays the scenario: {@code topic/title}, or {@code topic/rule}; empty
   * where no line is of the language.
   */
  public String scenario() {
    return script.map(lines -> lines.part().name()).orElse("");
  }

  /** All that was seen of the conversation so far. */
  public List<Observed> seen() {
    return conversation.map(call -> call.log().seen()).orElse(List.of());
  }

  private VoiceCall change(Settings other) {
    if (conversation.isPresent()) {
      throw new IllegalStateException(
          "The call has begun; say whom to call before the first line of the script.");
    }
    settings = other;
    return this;
  }

  /** It, as the one who plays. */
  Actor actor() {
    return new Actor() {
      @Override
      public void begins(Optional<Script> lines) {
        script = lines;
        settings = Settings.told();
        CURRENT.set(VoiceCall.this);
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

  private void lineIsNext() {
    Script played = script.orElseThrow();
    if (conversation.isEmpty()) {
      conversation = Optional.of(begin(played));
    }
    long line = played.part().lines().get(said);
    said++;
    played.passes(line, patience).ifPresent(this::fail);
  }

  private Conversation begin(Script played) {
    Venue venue = Venue.of(settings);
    if (!venue.obeys()) {
      onlyWithMock
          .or(() -> played.part().program().staged())
          .ifPresent(
              why -> {
                throw new TestAbortedException(notHeld(why));
              });
    }
    return Conversation.begin(venue, played, settings.profile());
  }

  private String notHeld(String why) {
    String place = settings.url().map(URI::toString).orElse("this server");
    return "%s needs a mock that can be told what to do, and %s is none: %s"
        .formatted(scenario(), place, why);
  }

  private void scenarioIsOver(TestCaseState scenario) {
    CURRENT.remove();
    try {
      if (conversation.isPresent() && scenario.getStatus() == Status.PASSED) {
        check(conversation.get());
      }
    } finally {
      conversation.ifPresent(call -> close(call, scenario));
    }
  }

  /** What the lines have not told: those that are left, and the contract. */
  private void check(Conversation call) {
    script.orElseThrow().ends(patience).ifPresent(this::fail);
    call.hungUp();
    List<String> breaches = call.breaches();
    if (breachesMatter && !breaches.isEmpty()) {
      fail(
          "The server breaks the contract of the profile '%s':%n%s"
              .formatted(settings.profile().id(), String.join(System.lineSeparator(), breaches)));
    }
  }

  private void fail(String what) {
    Conversation call = conversation.orElseThrow();
    StringBuilder text = new StringBuilder(what);
    text.append(System.lineSeparator()).append("How it went with ").append(call.place());
    SessionLog.last(call.log().seen(), LINES)
        .forEach(line -> text.append(System.lineSeparator()).append(line));
    throw new AssertionError(text.toString());
  }

  /** The trace goes into the report, whatever became of the scenario. */
  private static void close(Conversation call, TestCaseState scenario) {
    call.close();
    var trace = call.trace();
    var out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, trace.header())) {
      trace.seen().forEach(writer::write);
    }
    scenario.attach(out.toByteArray(), "application/x-ndjson", "conversation.ndjson");
  }
}
