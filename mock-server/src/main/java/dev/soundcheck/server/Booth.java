package dev.soundcheck.server;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.store.Shelf;
import dev.soundcheck.server.time.Timepiece;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the connections of one test share, and those of no test: their time, what they can resume,
 * what is played next. Safe for use by many threads.
 */
final class Booth {
  private final String test;
  private final Timepiece time;
  private final Shelf shelf;
  private final Sequels sequels;
  private final AtomicInteger connections = new AtomicInteger();
  private final Deque<Program> line = new ArrayDeque<>();
  private Optional<Repertoire> own = Optional.empty();

  Booth(String test, Timepiece time, Shelf shelf) {
    this.test = test;
    this.time = time;
    this.shelf = shelf;
    this.sequels = new Sequels(shelf);
  }

  String test() {
    return test;
  }

  Timepiece time() {
    return time;
  }

  /** What outlives its connections. */
  Shelf shelf() {
    return shelf;
  }

  Sequels sequels() {
    return sequels;
  }

  /** Numbers the connections of this test by themselves, so that others change no seed of it. */
  int nextConnection() {
    return connections.incrementAndGet();
  }

  synchronized void queue(Program program) {
    line.add(program);
  }

  synchronized Optional<Program> next() {
    return Optional.ofNullable(line.poll());
  }

  synchronized void clearQueue() {
    line.clear();
  }

  synchronized List<String> queued() {
    return line.stream().map(Program::name).toList();
  }

  synchronized Optional<Repertoire> own() {
    return own;
  }

  synchronized void plays(Repertoire repertoire) {
    own = Optional.of(repertoire);
  }
}
