package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.conformance.suite.Flood;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Unmet;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How far a scenario has come that a mock plays to a client under test. */
final class Performance implements ServerListener {
  private final Program program;
  private final List<Unmet> unmet = new ArrayList<>();
  private final List<String> ours = new ArrayList<>();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();
  private final CompletableFuture<Boolean> left = new CompletableFuture<>();
  private final CompletableFuture<String> tooMuch = new CompletableFuture<>();
  private final Flood flood = new Flood();
  private String waitsFor = "a connection";
  private int open;
  private int opened;

  Performance(Program program) {
    this.program = program;
  }

  /** The scenario, watched. */
  Program watched() {
    return Programs.watched(program, this::moved);
  }

  private synchronized void moved(Move move, boolean end) {
    unmet.addAll(move.unmet());
    if (!move.waitsFor().isEmpty()) {
      waitsFor = move.waitsFor();
    }
    if (end) {
      over.complete(true);
    }
  }

  @Override
  public synchronized void opened(OpenedConnection connection) {
    open++;
    opened++;
  }

  @Override
  public synchronized void observed(Observed observed) {
    flood.with(observed).ifPresent(tooMuch::complete);
    if (observed instanceof Observed.Closed) {
      open--;
      if (open == 0 && over.isDone()) {
        left.complete(true);
      }
    }
  }

  @Override
  public synchronized void found(ConnectionFinding finding) {
    boolean broke = finding.kind() == Kind.INTERNAL || finding.kind() == Kind.SERVER;
    if (broke && !program.misbehaves()) {
      ours.add(finding.message());
    }
  }

  /** Completed with the last line. */
  CompletableFuture<Boolean> over() {
    return over;
  }

  /** Completed when the client has left after the last line. */
  CompletableFuture<Boolean> left() {
    return left;
  }

  /** Completed in words when more came than anybody would look at. */
  CompletableFuture<String> tooMuch() {
    return tooMuch;
  }

  /** How many connections there were. */
  synchronized int connections() {
    return opened;
  }

  /** What the scenario waits for, in words. */
  synchronized String waitsFor() {
    return waitsFor;
  }

  /** The lines that the client did not meet. */
  synchronized List<Unmet> unmet() {
    return List.copyOf(unmet);
  }

  /** What the mock did wrong, if it did. */
  synchronized Optional<String> ours() {
    return ours.stream().findFirst();
  }
}
