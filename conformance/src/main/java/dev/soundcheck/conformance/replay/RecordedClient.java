package dev.soundcheck.conformance.replay;

import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Seen;
import dev.soundcheck.server.recording.Deviation;
import dev.soundcheck.server.recording.Recital;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what a recorded client said, when it is told what that one was told. */
final class RecordedClient implements Mind {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Recital recital;
  private final List<Deviation> deviations = new ArrayList<>();

  RecordedClient(Recital recital) {
    this.recital = recital;
  }

  /** What the server did otherwise, in order. */
  List<Deviation> deviations() {
    return List.copyOf(deviations);
  }

  @Override
  public Wish see(Seen seen, Situation situation) {
    List<Act> acts = new ArrayList<>();
    for (Observed line : heard(seen)) {
      act(line).ifPresent(acts::add);
    }
    if (recital.complete()) {
      recital.end(seen.at());
    }
    deviations.addAll(recital.deviations());
    return new Wish(
        acts, recital.wakeAt(), recital.waitsFor(), List.of(), recital.over() && !leaves(acts));
  }

  private List<Observed> heard(Seen seen) {
    if (seen instanceof Seen.Wire wire) {
      return wire.from() == Origin.CLIENT
          ? List.of()
          : recital.hear(
              wire.at(),
              new Observed.Message(wire.at(), 1, Origin.SERVER, wire.type(), wire.json()));
    }
    return seen instanceof Seen.Closed closed && closed.from() == Origin.SERVER
        ? recital.hear(
            closed.at(),
            new Observed.Closed(closed.at(), 1, Origin.SERVER, closed.code(), closed.reason()))
        : recital.advance(seen.at());
  }

  /**
   * Sound in binary frames goes out as the event that carries the same; text that is no event has
   * no act.
   */
  private static Optional<Act> act(Observed line) {
    if (line instanceof Observed.Message message && message.json() instanceof ObjectNode event) {
      return Optional.of(new Act.Send(message.type(), event));
    }
    if (line instanceof Observed.Binary binary) {
      ObjectNode sound = JSON.createObjectNode();
      sound.put("audio", Base64.getEncoder().encodeToString(binary.bytes()));
      return Optional.of(new Act.Send("input_audio_buffer.append", sound));
    }
    return line instanceof Observed.Closed closed
        ? Optional.of(new Act.Close(closed.code(), closed.reason()))
        : Optional.empty();
  }

  private static boolean leaves(List<Act> acts) {
    return acts.stream().anyMatch(Act.Close.class::isInstance);
  }
}
