package dev.soundcheck.server.control;

import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.api.Feed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one watcher has still to read, as server-sent events. When it reads too slowly it misses
 * some, and is told how many; the server never waits for it.
 */
final class LiveFeed implements Feed {
  /** A second of the busiest session fits in it many times over. */
  static final int MOST_WAITING = 1000;

  /** Large events are waited for in bytes too, roughly. */
  static final long MOST_WEIGHT = 32L * 1024 * 1024;

  private final Predicate<OpenedConnection> wanted;
  private final TraceAudio audio;
  private final Consumer<LiveFeed> leaves;
  private final Deque<Item> waiting = new ArrayDeque<>();
  private Runnable more = () -> {};
  private long weight;
  private long missed;
  private long told;

  private record Item(String kind, long weight, Function<TraceAudio, String> data) {}

  LiveFeed(Predicate<OpenedConnection> wanted, TraceAudio audio, Consumer<LiveFeed> leaves) {
    this.wanted = wanted;
    this.audio = audio;
    this.leaves = leaves;
  }

  /**
   * Never blocks; the text is made when it is read.
   *
   * @param heavy how many bytes it holds, roughly
   */
  void offer(OpenedConnection of, String kind, long heavy, Function<TraceAudio, String> data) {
    if (!wanted.test(of)) {
      return;
    }
    Runnable reader;
    synchronized (this) {
      if (waiting.size() >= MOST_WAITING || weight > MOST_WEIGHT) {
        missed++;
        return;
      }
      waiting.add(new Item(kind, heavy, data));
      weight += heavy;
      reader = more;
    }
    reader.run();
  }

  @Override
  public Optional<String> poll() {
    Item item;
    long number;
    synchronized (this) {
      item = waiting.poll();
      weight -= item == null ? 0 : item.weight();
      if (item == null && missed > 0) {
        long count = missed;
        missed = 0;
        item = new Item("missed", 0, kept -> "{\"count\":" + count + "}");
      }
      number = item == null ? told : ++told;
    }
    return Optional.ofNullable(item)
        .map(
            it ->
                "id: %d\nevent: %s\ndata: %s\n\n"
                    .formatted(number, it.kind(), it.data().apply(audio)));
  }

  @Override
  public void whenMore(Runnable reader) {
    synchronized (this) {
      more = reader;
    }
    reader.run();
  }

  @Override
  public void close() {
    leaves.accept(this);
  }
}
