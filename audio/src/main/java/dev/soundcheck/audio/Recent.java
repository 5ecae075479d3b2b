package dev.soundcheck.audio;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What was made lately, up to a total weight; the least recently used goes first. Safe for many
 * threads: who asks for what is just being made waits for that, and nobody else waits.
 */
final class Recent<K, V> {
  private final long most;
  private final ToLongFunction<V> weight;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, CompletableFuture<V>> making = new HashMap<>();
  private long total;

  Recent(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What is kept under the key, or else is made now; made once, however many ask at a time. */
  V get(K key, Function<K, V> maker) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> begun;
    synchronized (this) {
      V known = kept.get(key);
      if (known != null) {
        return known;
      }
      begun = making.putIfAbsent(key, mine);
    }
    return begun == null ? made(key, maker, mine) : awaited(begun);
  }

  synchronized long total() {
    return total;
  }

  private V made(K key, Function<K, V> maker, CompletableFuture<V> mine) {
    try {
      V made = maker.apply(key);
      keep(key, made);
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error failure) {
      mine.completeExceptionally(failure);
      throw failure;
    } finally {
      forget(key);
    }
  }

  private V awaited(CompletableFuture<V> begun) {
    try {
      return begun.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }

  private synchronized void forget(K key) {
    making.remove(key);
  }

  private synchronized void keep(K key, V made) {
    total += weight.applyAsLong(made);
    kept.put(key, made);
    Iterator<V> eldest = kept.values().iterator();
    while (total > most && eldest.hasNext()) {
      total -= weight.applyAsLong(eldest.next());
      eldest.remove();
    }
  }
}
