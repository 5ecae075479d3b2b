package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Configures the session, then takes one turn after another, each when the last is answered. */
public final class TurnsInOrder implements Mind {
  /**
   * Some servers never answer an update; clients go on after five seconds (live-behaviour.md 1.3,
   * AVA).
   */
  private static final Duration CONFIGURING = Duration.ofSeconds(5);

  /** How often it looks whether its tools have answered. */
  private static final Duration LOOK = Duration.ofMillis(10);

  private final ObjectNode session;
  private final Deque<Act> turns;
  private final Tools tools;
  private Optional<CompletableFuture<List<Turn.ToolOutput>>> outputs = Optional.empty();
  private Optional<Duration> goesOnAt = Optional.empty();
  private String waitsFor = "\"session.updated\"";
  private boolean configured;
  private boolean answered;
  private boolean over;

  /**
   * Takes these turns.
   *
   * @param session what {@code session.update} carries
   * @param turns {@link Act.Say} and {@link Act.Type}
   * @param tools answer what the server calls
   */
  public TurnsInOrder(ObjectNode session, Collection<? extends Act> turns, Tools tools) {
    this.session = session;
    this.turns = new ArrayDeque<>(turns);
    this.tools = tools;
    tools.describe(session);
  }

  /** Answers wait until they were played, and are cut where somebody broke in. */
  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    List<Act> acts = new ArrayList<>();
    if (seen instanceof Seen.Opened opened) {
      goesOnAt = Optional.of(opened.at().plus(CONFIGURING));
      acts.add(new Act.Configure(session));
    } else if (!configured && (accepted(seen) || seen instanceof Seen.Passed)) {
      configured = true;
      goesOnAt = Optional.empty();
      answered = true;
    } else if (seen instanceof Seen.Answered reply) {
      answered = reply.reply().calls().isEmpty();
      outputs = answered ? outputs : Optional.of(tools.answer(reply.reply().calls()));
    }
    giveOutputs(acts);
    boolean itsTurn = situation.quiet() && !situation.listening() && acts.isEmpty();
    if (configured && answered && itsTurn) {
      nextTurn(acts);
    }
    Optional<Duration> look = outputs.map(later -> seen.at().plus(LOOK));
    return new Wish(acts, goesOnAt.or(() -> look), waitsFor, List.of(), over);
  }

  private static boolean accepted(Seen seen) {
    return seen instanceof Seen.Wire wire
        && wire.from() == Origin.SERVER
        && "session.updated".equals(wire.type());
  }

  /** As soon as all that were called have answered. */
  private void giveOutputs(List<Act> acts) {
    if (outputs.filter(CompletableFuture::isDone).isPresent()) {
      acts.add(new Act.GiveOutputs(outputs.orElseThrow().join()));
      outputs = Optional.empty();
      waitsFor = "an answer";
    } else if (outputs.isPresent()) {
      waitsFor = "its own tools";
    }
  }

  private void nextTurn(List<Act> acts) {
    answered = false;
    over = turns.isEmpty();
    if (!over) {
      acts.add(turns.removeFirst());
      waitsFor = "an answer";
    }
  }
}
