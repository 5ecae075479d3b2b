package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the client sends, and what it means to both sides; whatever is sent is seen too. */
final class Outbox {
  private static final String APPEND = "input_audio_buffer.append";

  private final Ledger ledger;
  private final Collection<Seen> unseen;
  private final List<Deed> deeds = new ArrayList<>();
  private final Agreement agreement = new Agreement();

  /** {@code unseen} gets what is sent. */
  Outbox(Ledger ledger, Collection<Seen> unseen) {
    this.ledger = ledger;
    this.unseen = unseen;
  }

  Settings settings() {
    return agreement.settings();
  }

  /** The server said something. */
  void heard(String type, JsonNode event) {
    agreement.heard(type, event);
  }

  /** The client goes on without an answer to its update. */
  void presume() {
    agreement.presume();
  }

  /** A binary frame is seen as the event that it stands for. */
  void send(Duration now, byte[] sound) {
    if (settings().binary()) {
      deeds.add(new Deed.SendSound(sound));
      unseen.add(new Seen.Wire(now, Origin.CLIENT, APPEND, ClientEvents.named(APPEND)));
    } else {
      send(now, ClientEvents.append(sound));
    }
  }

  void send(Duration now, ObjectNode event) {
    String type = event.path("type").asString("");
    if ("session.update".equals(type)) {
      agreement.propose(event.path("session"));
    } else if ("response.create".equals(type) || "input_audio_buffer.commit".equals(type)) {
      ledger.asked();
    } else if ("response.cancel".equals(type)) {
      ledger.fallSilent(now, Optional.empty());
    }
    deeds.add(new Deed.Send(event));
    unseen.add(new Seen.Wire(now, Origin.CLIENT, type, event));
  }

  void ask(String action, ObjectNode body) {
    deeds.add(new Deed.AskCall(action, body));
  }

  void takeDeeds(List<Deed> into) {
    into.addAll(deeds);
    deeds.clear();
  }
}
