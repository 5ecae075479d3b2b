package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configures the session, then takes one turn after another: each when the last is answered and the
 * answer was heard, or, where it is to break in, when enough of that answer was played.
 */
public final class TurnsInOrder implements Mind {
  /**
   * Some servers never answer an update; clients go on after five seconds (live-behaviour.md 1.3,
   * AVA).
   */
  private static final Duration CONFIGURING = Duration.ofSeconds(5);

  /** A wake-up at once would go on for ever while nothing is played. */
  private static final Duration SOONEST = Duration.ofMillis(1);

  private final ObjectNode session;
  private final Deque<Take> takes;
  private final Tools tools;
  private final ToolCalls calls;
  private Optional<Take> current = Optional.empty();
  private Optional<Duration> goesOnAt = Optional.empty();
  private String waitsFor = "\"session.updated\"";
  private int taken;
  private boolean configured;
  private boolean answered;
  private boolean cutOff;
  private boolean over;

  /**
   * Takes these turns.
   *
   * @param session what {@code session.update} carries, but for the tools
   * @param takes the turns, in order
   * @param tools answer what the server calls
   */
  public TurnsInOrder(ObjectNode session, Collection<Take> takes, Tools tools) {
    this.session = session.deepCopy();
    this.takes = new ArrayDeque<>(takes);
    this.tools = tools;
    this.calls = new ToolCalls(tools);
  }

  /** Answers wait until they were played, and are cut where somebody broke in. */
  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    List<Act> acts = new ArrayList<>();
    List<Unmet> unmet = new ArrayList<>();
    if (seen instanceof Seen.Opened opened) {
      goesOnAt = Optional.of(opened.at().plus(CONFIGURING));
      acts.add(new Act.Configure(described()));
    } else if (!configured && (said(seen, "session.updated") || seen instanceof Seen.Passed)) {
      configured = true;
      goesOnAt = Optional.empty();
      answered = true;
    }
    hear(seen);
    giveOutputs(acts);
    if (configured && acts.isEmpty()) {
      nextTurn(situation, acts, unmet);
    }
    return new Wish(acts, wakeAt(seen.at(), situation), waitsFor, unmet, over);
  }

  /** A turn that has no answer yet is taken again. */
  @Override
  public Optional<Mind> afterDrop() {
    Stream<Take> again = current.filter(take -> !answered).stream();
    List<Take> left = Stream.concat(again, takes.stream()).toList();
    return over || left.isEmpty()
        ? Optional.empty()
        : Optional.of(new TurnsInOrder(session, left, tools));
  }

  private ObjectNode described() {
    ObjectNode all = session.deepCopy();
    tools.describe(all);
    return all;
  }

  private static boolean said(Seen seen, String type) {
    return seen instanceof Seen.Wire wire
        && wire.from() == Origin.SERVER
        && type.equals(wire.type());
  }

  /** The end of an answer that was cut off is not the answer to what cut it off. */
  private void hear(Seen seen) {
    if (said(seen, "response.created")) {
      cutOff = false;
    } else if (seen instanceof Seen.Answered reply && !cutOff) {
      answered = reply.reply().calls().isEmpty();
      if (!answered) {
        calls.called(reply.reply().calls());
      }
    } else if (seen instanceof Seen.Answered) {
      cutOff = false;
    }
  }

  private void giveOutputs(List<Act> acts) {
    Optional<Act> outputs = calls.outputs();
    outputs.ifPresent(acts::add);
    if (outputs.isPresent()) {
      waitsFor = "an answer";
    } else if (calls.waiting()) {
      waitsFor = "its own tools";
    }
  }

  private void nextTurn(Situation situation, List<Act> acts, List<Unmet> unmet) {
    Optional<Duration> breaksIn = breaksIn();
    boolean itsTurn = answered && situation.quiet() && !situation.listening();
    boolean itsMoment =
        !situation.speaking()
            && situation.heardSome()
            && breaksIn.filter(after -> situation.played().compareTo(after) >= 0).isPresent();
    if (!itsTurn && !itsMoment) {
      return;
    }
    if (!itsMoment) {
      breaksIn.ifPresent(after -> unmet.add(tooShort(after, situation.played())));
    }
    cutOff = situation.answering();
    calls.forget();
    answered = false;
    over = takes.isEmpty();
    if (!over) {
      current = Optional.of(takes.removeFirst());
      acts.add(current.orElseThrow().act());
      taken++;
      waitsFor = "an answer";
    }
  }

  private Optional<Duration> breaksIn() {
    return Optional.ofNullable(takes.peek()).filter(take -> taken > 0).flatMap(Take::breaksIn);
  }

  /** Nothing that is played is played faster than time passes. */
  private Optional<Duration> wakeAt(Duration now, Situation situation) {
    Optional<Duration> look = calls.wakeAt(now);
    Optional<Duration> moment =
        breaksIn()
            .filter(after -> situation.listening())
            .map(after -> after.minus(situation.played()))
            .map(missing -> now.plus(missing.compareTo(SOONEST) > 0 ? missing : SOONEST));
    return Stream.of(goesOnAt, look, moment).flatMap(Optional::stream).min(Duration::compareTo);
  }

  private Unmet tooShort(Duration after, Duration played) {
    return new Unmet(
        "turn " + (taken + 1),
        "breaks in after %d ms".formatted(after.toMillis()),
        "an answer to turn %d of more than that".formatted(taken),
        "one of %d ms, so the turn was taken when it was over".formatted(played.toMillis()));
  }
}
