package dev.soundcheck.audio;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What was made lately, up to a total weight; the least recently used goes first. Safe for many
 * threads; things are made one at a time.
 */
final class Recent<K, V> {
  private final long most;
  private final ToLongFunction<V> weight;
  private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  Recent(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  synchronized V get(K key, Function<K, V> maker) {
    V known = kept.get(key);
    if (known != null) {
      return known;
    }
    V made = maker.apply(key);
    total += weight.applyAsLong(made);
    kept.put(key, made);
    shrink();
    return made;
  }

  synchronized long total() {
    return total;
  }

  private void shrink() {
    Iterator<V> eldest = kept.values().iterator();
    while (total > most && eldest.hasNext()) {
      total -= weight.applyAsLong(eldest.next());
      eldest.remove();
    }
  }
}
