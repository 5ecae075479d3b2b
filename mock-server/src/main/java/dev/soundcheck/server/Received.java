package dev.soundcheck.server;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients sent and nobody took yet, in the order in which it came. */
final class Received {
  private final BlockingQueue<ReceivedEvent> events = new LinkedBlockingQueue<>();

  void add(ReceivedEvent event) {
    events.add(event);
  }

  /**
   * Takes the next one.
   *
   * @param seen what is known of the clients, for the message when none comes
   * @throws ServerException when none comes in time
   */
  ReceivedEvent take(Duration limit, Supplier<String> seen) {
    ReceivedEvent next = poll(limit.toNanos());
    if (next == null) {
      throw new ServerException(
          "No event came from a client within %d ms; %s.".formatted(limit.toMillis(), seen.get()));
    }
    return next;
  }

  /**
   * Takes all up to the first of this type.
   *
   * @throws ServerException when none comes in time, or clients never send such an event
   */
  ReceivedEvent await(EventType type, Duration limit, Supplier<String> seen) {
    if (type.origin() != Origin.CLIENT) {
      throw new ServerException(
          "Expected an event that clients send, but %s is one that servers send."
              .formatted(type.wire()));
    }
    long end = System.nanoTime() + limit.toNanos();
    Map<String, Integer> others = new LinkedHashMap<>();
    ReceivedEvent next = poll(limit.toNanos());
    while (next != null && !next.type().equals(type.wire())) {
      others.merge(next.type(), 1, Integer::sum);
      next = poll(Math.max(0, end - System.nanoTime()));
    }
    if (next == null) {
      throw new ServerException(
          "No %s came from a client within %d ms; %s."
              .formatted(
                  type.wire(),
                  limit.toMillis(),
                  others.isEmpty() ? seen.get() : "instead came " + shown(others)));
    }
    return next;
  }

  private static String shown(Map<String, Integer> others) {
    return others.entrySet().stream()
        .map(one -> one.getValue() == 1 ? one.getKey() : times(one.getKey(), one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String times(String type, int count) {
    return "%s (%d times)".formatted(type, count);
  }

  private @Nullable ReceivedEvent poll(long nanos) {
    try {
      return events.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ServerException("Waiting for an event of a client was interrupted.", stopped);
    }
  }
}
