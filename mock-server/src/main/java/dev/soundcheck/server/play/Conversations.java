package dev.soundcheck.server.play;

import dev.soundcheck.server.session.Memory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations that can be resumed, each for half an hour after its last word. Safe for use by
 * many threads.
 */
public final class Conversations implements Memory {
  /** One conversation: what was said by item, what it was billed for, when it was last used. */
  private static final class Entry {
    final Map<String, Line> lines = new LinkedHashMap<>();
    double billed;
    Instant usedAt = Instant.MIN;
  }

  /** In the order of their last use. */
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Kept> recall(String conversationId, Instant now) {
    dropDead(now);
    return Optional.ofNullable(entries.get(conversationId))
        .map(entry -> new Kept(entry.lines.values().stream().toList(), entry.billed));
  }

  @Override
  public synchronized void keep(String conversationId, Line line, Instant now) {
    used(conversationId, now).lines.put(line.itemId(), line);
  }

  @Override
  public synchronized void forget(String conversationId, String itemId) {
    Entry entry = entries.get(conversationId);
    if (entry != null) {
      entry.lines.remove(itemId);
    }
  }

  @Override
  public synchronized void bill(String conversationId, double seconds, Instant now) {
    used(conversationId, now).billed = seconds;
  }

  private Entry used(String conversationId, Instant now) {
    dropDead(now);
    Entry known = entries.remove(conversationId);
    Entry entry = known == null ? new Entry() : known;
    entries.put(conversationId, entry);
    entry.usedAt = now;
    return entry;
  }

  private void dropDead(Instant now) {
    Instant oldest = now.minus(LIFETIME);
    var eldest = entries.values().iterator();
    while (eldest.hasNext() && eldest.next().usedAt.isBefore(oldest)) {
      eldest.remove();
    }
  }
}
