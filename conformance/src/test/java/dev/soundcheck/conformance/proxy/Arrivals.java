package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.ServerListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What arrived at a server from each client, with the time; clients are told apart by model. */
final class Arrivals implements ServerListener {
  private final Map<Integer, String> models = new ConcurrentHashMap<>();
  private final Map<String, List<Noted>> notes = new ConcurrentHashMap<>();

  List<Noted> of(String model) {
    return notes.getOrDefault(model, List.of());
  }

  @Override
  public void opened(OpenedConnection connection) {
    models.put(connection.number(), connection.model());
  }

  @Override
  public void observed(Observed observed) {
    if (observed instanceof Observed.Message message && message.from() == Origin.CLIENT) {
      String model = models.getOrDefault(message.connection(), "");
      notes
          .computeIfAbsent(model, unused -> new CopyOnWriteArrayList<>())
          .add(new Noted(System.nanoTime(), message.json()));
    }
  }
}
