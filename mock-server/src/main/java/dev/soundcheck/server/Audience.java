package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.api.Announced;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.Witness;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners; one that throws harms nobody else. */
final class Audience implements Witness {
  private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

  private final List<ServerListener> listeners;

  Audience(List<ServerListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void opened(OpenedConnection connection) {
    tell(listener -> listener.opened(connection));
  }

  @Override
  public void observed(Observed observed) {
    tell(listener -> listener.observed(observed));
  }

  @Override
  public void found(ConnectionFinding finding) {
    tell(listener -> listener.found(finding));
  }

  void announced(Announced call) {
    tell(listener -> listener.announced(call));
  }

  @Override
  public void waits(int connection, Duration at, String what) {
    tell(listener -> listener.waits(connection, at, what));
  }

  void remarked(String words) {
    tell(listener -> listener.remarked(words));
  }

  private void tell(Consumer<ServerListener> news) {
    for (ServerListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException failure) {
        LOG.warn("event=listener-failed", failure);
      }
    }
  }
}
