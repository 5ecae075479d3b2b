package dev.soundcheck.conformance.suite;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One conversation held with a server by our client, with real audio. It ends in any case: with the
 * scenario, with the connection, with its time, or when more comes than anybody would look at.
 */
final class Holding implements Watcher {
  /** A connection that ends without a word (RFC 6455, section 7.4.1). */
  private static final int DROPPED = 1006;

  /** What our client says wrong here it says on purpose. */
  static final String ON_PURPOSE = "@wrong-on-purpose";

  private final Program program;
  private final Plan plan;
  private final TraceHeader header;
  private final List<Observed> seen = new ArrayList<>();
  private final List<Unmet> unmet = new ArrayList<>();
  private final CompletableFuture<Optional<Outcome>> end = new CompletableFuture<>();
  private String waitsFor = "the server to accept the connection";
  private final Flood flood = new Flood();
  private Optional<String> tooMuch = Optional.empty();
  private boolean dropped;

  private Holding(Program program, Target target, Plan plan, Instant startedAt) {
    this.program = program;
    this.plan = plan;
    header = TraceHeader.of(startedAt, target.url().toString(), plan.profile(), plan.tool());
  }

  /** Holds it; returns when it is over. */
  static Held hold(Program program, Target target, Plan plan, Instant startedAt, Line line) {
    Holding holding = new Holding(program, target, plan, startedAt);
    try (line) {
      return holding.on(line, target.playing(program.name()));
    }
  }

  /** One that is not held. */
  static Held not(Program program, Target target, Plan plan, Instant now, String why) {
    return Held.not(program.name(), why, new Holding(program, target, plan, now).trace());
  }

  private Held on(Line line, Target target) {
    var unused =
        line.client()
            .hold(
                target,
                new ClientRole(program, AudioFormat.DEFAULT),
                Manner.USUAL.with(plan.profile()),
                this)
            .whenComplete(
                (outcome, broken) -> {
                  if (broken == null) {
                    end.complete(Optional.of(outcome));
                  } else {
                    end.completeExceptionally(broken);
                  }
                });
    try {
      return line.await(end, plan.limit())
          .flatMap(outcome -> outcome)
          .map(this::held)
          .orElseGet(this::brokenOff);
    } catch (CompletionException | CancellationException ours) {
      Throwable cause = ours.getCause() == null ? ours : ours.getCause();
      return held(Status.HARNESS_FAULT, "our client broke: " + cause);
    }
  }

  @Override
  public synchronized void saw(Observed observed, List<Finding> findings) {
    if (dropped) {
      return;
    }
    tooMuch = flood.with(observed);
    if (tooMuch.isPresent()) {
      end.complete(Optional.empty());
    } else {
      seen.add(observed);
    }
  }

  @Override
  public synchronized void waits(Duration at, String words) {
    waitsFor = words;
  }

  @Override
  public synchronized void missed(Unmet line) {
    unmet.add(line);
  }

  private Held held(Outcome outcome) {
    if (trace().seen().isEmpty()) {
      return held(Status.NOT_TESTABLE, outcome.failure().orElse("there was no connection"));
    }
    List<String> ours = ours();
    if (!ours.isEmpty()) {
      return held(Status.HARNESS_FAULT, "our client broke the contract: " + ours.get(0));
    }
    if (outcome.failure().isPresent()) {
      return held(Status.FAIL, outcome.failure().get());
    }
    return lines().isEmpty()
        ? held(Status.PASS, "")
        : held(Status.FAIL, "not met: " + lines().get(0).message());
  }

  /** Nothing more is seen of a connection that is dropped, but that it is. */
  private synchronized Held brokenOff() {
    String why =
        tooMuch.orElseGet(() -> "it was not over within %d s".formatted(plan.limit().toSeconds()));
    dropped = true;
    why = "%s, and waited for %s".formatted(why, waitsFor);
    if (seen.isEmpty()) {
      return held(Status.NOT_TESTABLE, why);
    }
    Observed last = seen.get(seen.size() - 1);
    boolean late = tooMuch.isEmpty() && plan.limit().compareTo(last.at()) > 0;
    Duration at = late ? plan.limit() : last.at();
    seen.add(new Observed.Closed(at, last.connection(), Origin.CLIENT, DROPPED, ""));
    return held(Status.FAIL, why);
  }

  private Held held(Status status, String why) {
    Trace trace = trace();
    int last = trace.seen().size();
    return new Held(
        program.name(),
        status,
        why,
        last == 0 ? Duration.ZERO : trace.seen().get(last - 1).at(),
        trace,
        lines(),
        "");
  }

  /** What our client said that the contract does not allow, though it was not meant to. */
  private synchronized List<String> ours() {
    if (program.tags().contains(ON_PURPOSE)) {
      return List.of();
    }
    EventValidator contract = EventValidator.of(plan.profile());
    return seen.stream()
        .filter(Observed.Message.class::isInstance)
        .map(Observed.Message.class::cast)
        .filter(message -> message.from() == Origin.CLIENT)
        .flatMap(message -> contract.validate(message.from(), message.json()).stream())
        .map(Finding::toString)
        .toList();
  }

  private synchronized List<Unmet> lines() {
    return List.copyOf(unmet);
  }

  private synchronized Trace trace() {
    return new Trace(header, seen, List.of());
  }
}
