package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Configures the session and opens the microphone, until whoever sits there wants to go. */
public final class HandsFree implements Mind {
  /** Some servers never answer an update (live-behaviour.md 1.3, AVA). */
  private static final Duration CONFIGURING = Duration.ofSeconds(5);

  /** How often it is looked whether somebody wants to go. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final ObjectNode session;
  private final OpenMicrophone microphone;
  private final Tools tools;
  private final ToolCalls calls;
  private Optional<Duration> goesOnAt = Optional.empty();
  private boolean configured;

  /**
   * Listens to this microphone, which must be the headset's too.
   *
   * @param session what {@code session.update} carries, but for the tools
   * @param tools answer what the server calls
   */
  public HandsFree(ObjectNode session, OpenMicrophone microphone, Tools tools) {
    this.session = session.deepCopy();
    this.microphone = microphone;
    this.tools = tools;
    this.calls = new ToolCalls(tools);
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public boolean open() {
    return configured;
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    List<Act> acts = new ArrayList<>();
    if (seen instanceof Seen.Opened opened) {
      goesOnAt = Optional.of(opened.at().plus(CONFIGURING));
      acts.add(new Act.Configure(described()));
    } else if (seen instanceof Seen.Answered reply && !reply.reply().calls().isEmpty()) {
      calls.called(reply.reply().calls());
    }
    boolean patient = goesOnAt.filter(then -> seen.at().compareTo(then) < 0).isPresent();
    configured = configured || updated(seen) || !patient;
    calls.outputs().ifPresent(acts::add);
    Optional<Duration> wakeAt =
        Stream.of(calls.wakeAt(seen.at()), Optional.of(seen.at().plus(LOOK)))
            .flatMap(Optional::stream)
            .min(Duration::compareTo);
    return new Wish(acts, wakeAt, waitsFor(situation), List.of(), microphone.over());
  }

  /** Whoever sits there goes on. */
  @Override
  public Optional<Mind> afterDrop() {
    return microphone.over()
        ? Optional.empty()
        : Optional.of(new HandsFree(session, microphone, tools));
  }

  private ObjectNode described() {
    ObjectNode all = session.deepCopy();
    tools.describe(all);
    return all;
  }

  private String waitsFor(Situation situation) {
    if (!configured) {
      return "\"session.updated\"";
    }
    if (calls.waiting()) {
      return "its own tools";
    }
    return situation.quiet() ? "somebody to speak" : "an answer";
  }

  private static boolean updated(Seen seen) {
    return seen instanceof Seen.Wire wire
        && wire.from() == Origin.SERVER
        && "session.updated".equals(wire.type());
  }
}
