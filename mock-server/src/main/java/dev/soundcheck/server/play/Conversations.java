package dev.soundcheck.server.play;

import dev.soundcheck.server.session.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations that can be resumed for some time after their last word. Safe for use by many
 * threads.
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

  private final long most;
  private final Optional<Duration> life;

  /** Any number of them, each for half an hour. */
  public Conversations() {
    this(Long.MAX_VALUE, Optional.of(LIFETIME));
  }

  /**
   * No conversations yet.
   *
   * @param most of more than so many the one that was used longest ago is forgotten
   * @param life how long each lives after its last word; empty for ever
   */
  public Conversations(long most, Optional<Duration> life) {
    this.most = most;
    this.life = life;
  }

  @Override
  public synchronized Optional<Kept> recall(String conversationId, Instant now) {
    dropDead(now);
    return remembered(conversationId)
        .filter(known -> !isDead(known.usedAt(), now))
        .map(Remembered::kept);
  }

  /** What is known of a conversation, and when it was last used. */
  public record Remembered(Kept kept, Instant usedAt) {}

  /** What is known of a conversation that may be over; empty when it was forgotten. */
  public synchronized Optional<Remembered> remembered(String conversationId) {
    return Optional.ofNullable(entries.get(conversationId))
        .map(
            entry ->
                new Remembered(
                    new Kept(entry.lines.values().stream().toList(), entry.billed), entry.usedAt));
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

  /** Knows this of a conversation from now on, and nothing else. */
  public synchronized void replace(String conversationId, Kept kept, Instant now) {
    entries.remove(conversationId);
    Entry entry = used(conversationId, now);
    kept.lines().forEach(line -> entry.lines.put(line.itemId(), line));
    entry.billed = kept.billed();
  }

  private Entry used(String conversationId, Instant now) {
    dropDead(now);
    Entry known = entries.remove(conversationId);
    Entry entry = known == null ? new Entry() : known;
    entries.put(conversationId, entry);
    entry.usedAt = now;
    dropEldest();
    return entry;
  }

  private void dropDead(Instant now) {
    var eldest = entries.values().iterator();
    while (eldest.hasNext() && isDead(eldest.next().usedAt, now)) {
      eldest.remove();
    }
  }

  private boolean isDead(Instant usedAt, Instant now) {
    return life.filter(it -> usedAt.isBefore(now.minus(it))).isPresent();
  }

  /** The one in use stays, however few there may be. */
  private void dropEldest() {
    while (entries.size() > Math.max(1, most)) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
