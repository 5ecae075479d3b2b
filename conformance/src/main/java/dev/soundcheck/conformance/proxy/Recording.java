package dev.soundcheck.conformance.proxy;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What is written down of one connection. Time and order are those in which things came; judging
 * and writing is done behind, so that it delays nobody.
 */
final class Recording {
  /** A trace holds one connection. */
  private static final int ONLY = 1;

  private final int connection;
  private final TraceWriter trace;
  private final EventValidator contract;
  private final ProxyListener listener;
  private final Executor pen;
  private final Supplier<Duration> clock;
  private boolean writable = true;

  /**
   * A recording.
   *
   * @param pen one thread that writes, in order
   * @param clock time since the connection came
   */
  Recording(
      int connection,
      TraceWriter trace,
      EventValidator contract,
      ProxyListener listener,
      Executor pen,
      Supplier<Duration> clock) {
    this.connection = connection;
    this.trace = trace;
    this.contract = contract;
    this.listener = listener;
    this.pen = pen;
    this.clock = clock;
  }

  /** A text went by; the future is done when it is written. */
  CompletableFuture<Void> text(Origin from, String text) {
    return later(at -> () -> write(read(at, from, text)));
  }

  CompletableFuture<Void> binary(Origin from, byte[] bytes) {
    return later(
        at ->
            () ->
                write(
                    new Passed(
                        connection,
                        new Observed.Binary(at, ONLY, from, bytes),
                        bytes.length,
                        List.of())));
  }

  /** Nothing comes after this. */
  void closed(Origin from, Farewell farewell) {
    CompletableFuture<Void> unused = later(at -> () -> end(at, from, farewell));
  }

  /** The upstream said no; {@code reply} is what it said. */
  void refused(Reply reply) {
    String why = "the upgrade was refused with status " + reply.status();
    CompletableFuture<Void> unused =
        later(
            at ->
                () ->
                    keep(new Observed.Malformed(at, ONLY, Origin.SERVER, reply.transcript(), why)));
    closed(Origin.SERVER, Farewell.lost(why));
    pen.execute(() -> listener.refused(connection, reply.status(), reply.words()));
  }

  /** The upstream said nothing; {@code reply} is what the client was told. */
  void unanswered(Reply reply) {
    String words = Json.parse(reply.words()).map(it -> it.path("error").asString("")).orElse("");
    closed(Origin.SERVER, Farewell.lost(words));
    pen.execute(() -> listener.refused(connection, reply.status(), words));
  }

  private synchronized CompletableFuture<Void> later(Function<Duration, Runnable> work) {
    return CompletableFuture.runAsync(work.apply(clock.get()), pen);
  }

  private Passed read(Duration at, Origin from, String text) {
    Optional<JsonNode> json = Json.parse(text);
    int size = text.getBytes(StandardCharsets.UTF_8).length;
    if (json.isEmpty()) {
      return new Passed(
          connection,
          new Observed.Malformed(at, ONLY, from, text, "it is no JSON"),
          size,
          List.of());
    }
    JsonNode type = json.get().path("type");
    List<Finding> findings = contract.validate(from, json.get());
    Observed seen =
        json.get().isObject() && type.isString()
            ? new Observed.Message(at, ONLY, from, type.stringValue(), json.get())
            : new Observed.Malformed(at, ONLY, from, text, "it is no JSON object with a \"type\"");
    return new Passed(connection, seen, size, findings);
  }

  private void write(Passed passed) {
    keep(passed.observed());
    listener.passed(passed);
  }

  private void end(Duration at, Origin from, Farewell farewell) {
    write(
        new Passed(
            connection,
            new Observed.Closed(at, ONLY, from, farewell.code(), farewell.reason()),
            farewell.reason().length(),
            List.of()));
    trace.close();
  }

  private void keep(Observed seen) {
    if (!writable) {
      return;
    }
    try {
      trace.write(seen);
    } catch (UncheckedIOException full) {
      writable = false;
      listener.unwritable(connection, String.valueOf(full.getMessage()));
    }
  }
}
