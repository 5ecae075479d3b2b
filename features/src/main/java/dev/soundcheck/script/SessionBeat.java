package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the session is set up.
 *
 * @param line the first of its lines
 * @param session what the client sends as {@code session} in its {@code session.update}
 * @param asks what each of its lines asks of a client
 * @param endurance how long it may last
 */
record SessionBeat(Line line, ObjectNode session, List<Ask> asks, Endurance endurance)
    implements Beat {
  /** One thing that a line asks the client's session to have. */
  record Ask(Line line, Kind kind, String tool) {
    enum Kind {
      VAD,
      MANUAL,
      TOOL
    }

    Optional<Unmet> missingIn(SessionSeen seen) {
      return switch (kind) {
        case VAD -> unless(seen.vad(), "a session with server VAD", "a session with manual turns");
        case MANUAL ->
            unless(!seen.vad(), "a session with manual turns", "a session with server VAD");
        case TOOL ->
            unless(
                seen.tools().contains(tool),
                "a session with the tool \"%s\"".formatted(tool),
                seen.tools().isEmpty() ? "no tools" : "the tools " + seen.tools());
      };
    }

    private Optional<Unmet> unless(boolean met, String expected, String found) {
      return met ? Optional.empty() : Optional.of(line.unmet(expected, found));
    }
  }

  SessionBeat {
    asks = List.copyOf(asks);
  }

  /** One that lasts for as long as the server lets it. */
  SessionBeat(Line line, ObjectNode session, List<Ask> asks) {
    this(line, session, asks, Endurance.OPEN);
  }

  /** One that ends after a while; a client cannot ask for that. */
  static SessionBeat lasting(Line line, Endurance endurance) {
    return new SessionBeat(line, JsonNodeFactory.instance.objectNode(), List.of(), endurance);
  }

  @Override
  public Side side() {
    return Side.SESSION;
  }

  @Override
  public boolean staged() {
    return !endurance.equals(Endurance.OPEN);
  }

  /** Some clients never send an update, so nothing waits for it; it is looked at with a turn. */
  @Override
  public boolean byServer(Stage stage) {
    stage.to().session = this;
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    if (asksNothing()) {
      return true;
    }
    if (!stage.to().configured) {
      stage.to().configured = true;
      stage.act(new Act.Configure(session.deepCopy()));
    }
    return stage.hearing().updated() || stage.waitsWithin(line, "session.updated");
  }

  @Override
  public Optional<Beat> joined(Beat next) {
    if (!(next instanceof SessionBeat more)) {
      return Optional.empty();
    }
    ObjectNode merged = session.deepCopy();
    merge(merged, more.session);
    List<Ask> all = new ArrayList<>(asks);
    all.addAll(more.asks);
    Endurance both = endurance.and(more.endurance);
    return Optional.of(new SessionBeat(line, merged, all.stream().distinct().toList(), both));
  }

  private boolean asksNothing() {
    return session.isEmpty() && asks.isEmpty() && !endurance.equals(Endurance.OPEN);
  }

  List<Unmet> missingIn(SessionSeen seen) {
    return asks.stream().flatMap(ask -> ask.missingIn(seen).stream()).toList();
  }

  /** Objects join, tools of different names add up, anything else is replaced. */
  private static void merge(ObjectNode into, ObjectNode more) {
    for (var member : more.properties()) {
      JsonNode old = into.path(member.getKey());
      JsonNode value = member.getValue();
      if (old instanceof ObjectNode inner && value instanceof ObjectNode outer) {
        merge(inner, outer);
      } else if (member.getKey().equals("tools") && old.isArray() && value.isArray()) {
        into.set("tools", Tools.joined(old, value));
      } else {
        into.set(member.getKey(), value.deepCopy());
      }
    }
  }
}
