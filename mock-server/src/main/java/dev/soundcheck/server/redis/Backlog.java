package dev.soundcheck.server.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;

/**
 * What is still to be said to the store. Of a value the newest is said, once; lines keep their
 * order. Bounded: of what is too much the oldest is lost. Safe for use by many threads.
 */
final class Backlog {
  /** Some five megabytes of usual lines. */
  static final int MOST_LINES = 10_000;

  static final long MOST_WEIGHT = 16L << 20;

  /** Each is a conversation whose text is in memory anyway. */
  static final int MOST_VALUES = 20_000;

  /**
   * A value to be set.
   *
   * @param latest asked for when it is written; empty deletes the key
   * @param life empty for ever
   */
  record Value(String key, Supplier<Optional<String>> latest, Optional<Duration> life) {}

  /**
   * A line to be added to a list.
   *
   * @param weight roughly how many bytes
   * @param text asked for when it is written
   */
  record Line(String list, long weight, Supplier<String> text) {}

  /** Something that somebody waits to be told; empty where nobody could be asked. */
  record Question<T>(Function<Jedis, T> asked, CompletableFuture<Optional<T>> answer) {
    void ask(Jedis jedis) {
      answer.complete(Optional.ofNullable(asked.apply(jedis)));
    }

    void unanswered() {
      answer.complete(Optional.empty());
    }
  }

  /** What is said in one go: values first, then lines, then questions. */
  record Batch(List<Value> values, List<Line> lines, List<Question<?>> questions) {
    boolean isEmpty() {
      return values.isEmpty() && lines.isEmpty() && questions.isEmpty();
    }
  }

  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Deque<Line> lines = new ArrayDeque<>();
  private final List<Question<?>> questions = new ArrayList<>();
  private long weight;
  private boolean closed;

  synchronized void put(Value value) {
    values.remove(value.key());
    values.put(value.key(), value);
    if (values.size() > MOST_VALUES) {
      values.remove(values.keySet().iterator().next());
    }
    notifyAll();
  }

  synchronized void add(Line line) {
    lines.add(line);
    weight += line.weight();
    dropOldest();
    notifyAll();
  }

  private void dropOldest() {
    while (lines.size() > MOST_LINES || weight > MOST_WEIGHT) {
      weight -= lines.remove().weight();
    }
  }

  synchronized void ask(Question<?> question) {
    if (closed) {
      question.unanswered();
    }
    questions.add(question);
    notifyAll();
  }

  /** All there is, once there is something; nothing once it is closed and empty. */
  synchronized Batch take() throws InterruptedException {
    while (nothing() && !closed) {
      wait();
    }
    Batch batch =
        new Batch(List.copyOf(values.values()), List.copyOf(lines), List.copyOf(questions));
    values.clear();
    lines.clear();
    questions.clear();
    weight = 0;
    return batch;
  }

  private boolean nothing() {
    return values.isEmpty() && lines.isEmpty() && questions.isEmpty();
  }

  /** It could not be said, and is to be said again before what has come since. */
  synchronized void giveBack(Batch batch) {
    Map<String, Value> newer = new LinkedHashMap<>(values);
    values.clear();
    batch.values().forEach(value -> values.put(value.key(), value));
    values.putAll(newer);
    for (int last = batch.lines().size() - 1; last >= 0; last--) {
      lines.addFirst(batch.lines().get(last));
      weight += batch.lines().get(last).weight();
    }
    dropOldest();
  }

  /** Whoever waits to be told something is told that nobody could be asked. */
  synchronized void dropQuestions() {
    questions.forEach(Question::unanswered);
    questions.clear();
  }

  /** Lets time pass, but no more once it is closed. */
  synchronized void rest(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !closed; left = until - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
