package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items of the conversation in their order, with an index by id: adding, finding and removing
 * one costs the same however many there are.
 */
final class ItemLog {
  /** One item between its neighbours, with how long it sounds. */
  private static final class Entry {
    Item item;
    Duration sound = Duration.ZERO;
    @Nullable Entry before;
    @Nullable Entry after;

    Entry(Item item) {
      this.item = item;
    }
  }

  private final Map<String, Entry> index = new HashMap<>();
  private final CalledTools calls = new CalledTools();
  private @Nullable Entry first;
  private @Nullable Entry last;
  private @Nullable String lastOfUser;

  boolean isEmpty() {
    return index.isEmpty();
  }

  int size() {
    return index.size();
  }

  boolean has(String id) {
    return index.containsKey(id);
  }

  Optional<Item> find(String id) {
    return Optional.ofNullable(index.get(id)).map(entry -> entry.item);
  }

  /** How long the item's sound lasts. */
  Duration sound(String id) {
    Entry found = index.get(id);
    return found == null ? Duration.ZERO : found.sound;
  }

  /** The calls whose outputs may come. */
  CalledTools calls() {
    return calls;
  }

  Optional<String> last() {
    return Optional.ofNullable(last).map(entry -> entry.item.id());
  }

  /** The user's latest item, typed or spoken. */
  Optional<String> lastOfUser() {
    return Optional.ofNullable(lastOfUser);
  }

  /** Puts an item at the end; returns the id of the item before it. */
  Optional<String> add(Item item) {
    return insert(item, last);
  }

  /** Puts an item behind a named one, {@code root} being the beginning, an unknown one the end. */
  Optional<String> addAfter(Item item, String id) {
    if (id.equals("root")) {
      return insert(item, null);
    }
    Entry found = index.get(id);
    return insert(item, found == null ? last : found);
  }

  private Optional<String> insert(Item item, @Nullable Entry before) {
    Entry entry = new Entry(item);
    Entry after = before == null ? first : before.after;
    link(before, entry);
    link(entry, after);
    index.put(item.id(), entry);
    return Optional.ofNullable(before).map(previous -> previous.item.id());
  }

  private void link(@Nullable Entry before, @Nullable Entry after) {
    if (before == null) {
      first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.before = before;
    }
  }

  void ofUser(String id) {
    lastOfUser = id;
  }

  /** What became of an item; unknown ones are left alone. */
  void change(Item item, Duration sound) {
    Entry found = index.get(item.id());
    if (found != null) {
      found.item = item;
      found.sound = sound;
    }
  }

  /** Takes an item out; false when there is none. */
  boolean remove(String id) {
    Entry found = index.remove(id);
    if (found == null) {
      return false;
    }
    link(found.before, found.after);
    return true;
  }

  @Override
  public String toString() {
    return "%d items".formatted(index.size());
  }
}
