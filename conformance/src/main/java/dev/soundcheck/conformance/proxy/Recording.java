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
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What is written down of one connection. Time and order are those in which things came. What goes
 * on to the other side is written before; it is judged behind, which delays nobody.
 */
final class Recording {
  /** A trace holds one connection. */
  private static final int ONLY = 1;

  private final int connection;
  private final TraceWriter trace;
  private final EventValidator contract;
  private final ProxyListener listener;
  private final Scribes scribes;
  private final Supplier<Duration> clock;
  private boolean writable = true;

  /**
   * A recording.
   *
   * @param scribes write and judge, each in order
   * @param clock time since the connection came
   */
  Recording(
      int connection,
      TraceWriter trace,
      EventValidator contract,
      ProxyListener listener,
      Scribes scribes,
      Supplier<Duration> clock) {
    this.connection = connection;
    this.trace = trace;
    this.contract = contract;
    this.listener = listener;
    this.scribes = scribes;
    this.clock = clock;
  }

  /** A text came. */
  Entry text(Origin from, String text) {
    return passed(at -> read(at, from, text), () -> text.getBytes(StandardCharsets.UTF_8).length);
  }

  Entry binary(Origin from, byte[] bytes) {
    return passed(at -> new Observed.Binary(at, ONLY, from, bytes), () -> bytes.length);
  }

  /** Nothing comes after this. */
  void closed(Origin from, Farewell farewell) {
    Entry unused =
        passed(
            at -> new Observed.Closed(at, ONLY, from, farewell.code(), farewell.reason()),
            () -> farewell.reason().length());
    CompletableFuture<?> unusedToo = scribes.write(this::end);
  }

  /** The upstream said no; {@code reply} is what it said. */
  void refused(Reply reply) {
    String why = "the upgrade was refused with status " + reply.status();
    CompletableFuture<Observed> unused =
        later(at -> new Observed.Malformed(at, ONLY, Origin.SERVER, reply.transcript(), why));
    closed(Origin.SERVER, Farewell.lost(why));
    tell(() -> listener.refused(connection, reply.status(), reply.words()));
  }

  /** The upstream said nothing; {@code reply} is what the client was told. */
  void unanswered(Reply reply) {
    String words = Json.parse(reply.words()).map(it -> it.path("error").asString("")).orElse("");
    closed(Origin.SERVER, Farewell.lost(words));
    tell(() -> listener.refused(connection, reply.status(), words));
  }

  private Entry passed(Function<Duration, Observed> seen, IntSupplier size) {
    CompletableFuture<Observed> written = later(seen);
    return new Entry(
        written,
        written.thenAcceptAsync(
            it -> listener.passed(judged(it, size.getAsInt())), scribes.judge()));
  }

  private synchronized CompletableFuture<Observed> later(Function<Duration, Observed> seen) {
    Duration at = clock.get();
    return scribes.write(() -> kept(seen.apply(at)));
  }

  /** The listener hears first of what came before, which may not be written yet. */
  private void tell(Runnable news) {
    CompletableFuture<?> unused = scribes.write(() -> writable).thenRunAsync(news, scribes.judge());
  }

  private static Observed read(Duration at, Origin from, String text) {
    Optional<JsonNode> json = Json.parse(text);
    if (json.isEmpty()) {
      return new Observed.Malformed(at, ONLY, from, text, "it is no JSON");
    }
    JsonNode type = json.get().path("type");
    return json.get().isObject() && type.isString()
        ? new Observed.Message(at, ONLY, from, type.stringValue(), json.get())
        : new Observed.Malformed(at, ONLY, from, text, "it is no JSON object with a \"type\"");
  }

  private Passed judged(Observed seen, int size) {
    return new Passed(connection, seen, size, findings(seen));
  }

  private List<Finding> findings(Observed seen) {
    if (seen instanceof Observed.Message message) {
      return contract.validate(message.from(), message.json());
    }
    if (seen instanceof Observed.Malformed text) {
      return Json.parse(text.text())
          .map(json -> contract.validate(text.from(), json))
          .orElse(List.of());
    }
    return List.of();
  }

  /** After the first time that it cannot be written nothing is written any more. */
  private Observed kept(Observed seen) {
    if (writable) {
      tried(() -> trace.write(seen));
    }
    return seen;
  }

  private boolean end() {
    if (writable) {
      tried(trace::close);
    }
    return writable;
  }

  private void tried(Runnable writing) {
    try {
      writing.run();
    } catch (UncheckedIOException full) {
      writable = false;
      giveUp();
      String why = full.getMessage() + "; the connection goes on unrecorded";
      tell(() -> listener.unwritable(connection, why));
    }
  }

  /** Who makes room by deleting this trace has it at once. */
  private void giveUp() {
    try {
      trace.close();
    } catch (UncheckedIOException stillFull) {
      return; // it was told already
    }
  }
}
