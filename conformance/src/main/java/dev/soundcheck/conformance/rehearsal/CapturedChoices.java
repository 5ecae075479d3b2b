package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.session.Dialect;
import dev.soundcheck.server.session.Dialect.BargeIn;
import dev.soundcheck.server.session.Dialect.ModelName;
import dev.soundcheck.server.session.Dialect.TurnOrder;
import java.util.List;

/** Which of a profile's choices the server of a recording made (decisions.md, "Profiles"). */
final class CapturedChoices {
  private final List<Observed.Message> connection;

  CapturedChoices(List<Observed.Message> connection) {
    this.connection = List.copyOf(connection);
  }

  /** The model that the client must have asked for. */
  String model() {
    return connection.stream()
        .filter(message -> message.json().at("/session/model").isString())
        .filter(message -> is(message, EventType.SESSION_CREATED, EventType.SESSION_UPDATED))
        .map(message -> message.json().at("/session/model").stringValue())
        .findFirst()
        .orElse("");
  }

  Dialect choose(Dialect dialect) {
    Dialect named = model().endsWith("-latest") ? dialect.with(ModelName.AS_ASKED) : dialect;
    return bargeIn(turnOrder(named));
  }

  private Dialect turnOrder(Dialect dialect) {
    boolean speaking = false;
    boolean spoken = false;
    for (Observed.Message message : connection) {
      if (is(message, EventType.INPUT_AUDIO_BUFFER_SPEECH_STARTED)) {
        speaking = true;
        spoken = true;
      } else if (is(message, EventType.INPUT_AUDIO_BUFFER_SPEECH_STOPPED)) {
        speaking = false;
      } else if (spoken && is(message, EventType.RESPONSE_CREATED)) {
        return dialect.with(speaking ? TurnOrder.RESPONSE_FIRST : TurnOrder.TRANSCRIPT_FIRST);
      }
    }
    return dialect;
  }

  /** A cancelled answer that the client did not cancel was interrupted. */
  private Dialect bargeIn(Dialect dialect) {
    boolean cancels =
        connection.stream().anyMatch(message -> is(message, EventType.RESPONSE_CANCEL));
    boolean cancelled =
        connection.stream()
            .filter(message -> is(message, EventType.RESPONSE_DONE))
            .anyMatch(
                message -> message.json().at("/response/status").asString("").equals("cancelled"));
    return cancelled && !cancels ? dialect.with(BargeIn.CANCELLED) : dialect;
  }

  private static boolean is(Observed.Message message, EventType... types) {
    return List.of(types).stream().anyMatch(type -> type.wire().equals(message.type()));
  }
}
