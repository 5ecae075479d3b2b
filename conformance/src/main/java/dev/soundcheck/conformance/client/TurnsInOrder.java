package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Configures the session, then takes one turn after another, each when the last is answered. */
public final class TurnsInOrder implements Mind {
  /**
   * Some servers never answer an update; clients go on after five seconds (live-behaviour.md 1.3,
   * AVA).
   */
  private static final Duration CONFIGURING = Duration.ofSeconds(5);

  private static final String NO_TOOLS = "This client has no tool named \"%s\".";

  private final ObjectNode session;
  private final Deque<Act> turns;
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
   */
  public TurnsInOrder(ObjectNode session, Collection<? extends Act> turns) {
    this.session = session;
    this.turns = new ArrayDeque<>(turns);
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
      refuseTools(reply.reply().calls(), acts);
    }
    if (configured && answered && situation.quiet() && acts.isEmpty()) {
      nextTurn(acts);
    }
    return new Wish(acts, goesOnAt, waitsFor, List.of(), over);
  }

  private static boolean accepted(Seen seen) {
    return seen instanceof Seen.Wire wire
        && wire.from() == Origin.SERVER
        && "session.updated".equals(wire.type());
  }

  private void refuseTools(List<Reply.Call> calls, List<Act> acts) {
    answered = calls.isEmpty();
    if (!answered) {
      acts.add(
          new Act.GiveOutputs(
              calls.stream()
                  .map(
                      call ->
                          new Turn.ToolOutput(
                              call.callId(), call.tool(), NO_TOOLS.formatted(call.tool())))
                  .toList()));
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
