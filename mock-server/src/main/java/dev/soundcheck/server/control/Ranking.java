package dev.soundcheck.server.control;

import org.jspecify.annotations.Nullable;

/**
 * Which session is among the heaviest: as many ranks as it makes sense to tell apart, each with a
 * list of those that stand there. Every event moves one, so that moving costs no search. Confined
 * to its logbook.
 */
final class Ranking {
  private static final int HIGHEST = 1024;

  private final Place[] first = new Place[HIGHEST + 1];
  private final long step;
  private int top;

  /** Where a session stands; nowhere as long as it weighs nothing. */
  static final class Place {
    private final SessionEntry entry;
    private int rank;
    private @Nullable Place before;
    private @Nullable Place after;

    Place(SessionEntry entry) {
      this.entry = entry;
    }
  }

  /**
   * Nobody stands anywhere.
   *
   * @param most weight of all sessions together; some thousandth of it makes no difference
   */
  Ranking(long most) {
    this.step = Math.max(1, most / HIGHEST);
  }

  /** Has the session stand where it belongs. */
  void place(SessionEntry entry) {
    Place place = entry.place();
    int rank = (int) Math.min(HIGHEST, (entry.weight() + step - 1) / step);
    if (rank != place.rank) {
      remove(entry);
      if (rank > 0) {
        insert(place, rank);
      }
    }
  }

  private void insert(Place place, int rank) {
    Place next = first[rank];
    place.rank = rank;
    place.after = next;
    if (next != null) {
      next.before = place;
    }
    first[rank] = place;
    top = Math.max(top, rank);
  }

  /** Has it stand nowhere. */
  void remove(SessionEntry entry) {
    Place place = entry.place();
    Place before = place.before;
    Place after = place.after;
    if (before != null) {
      before.after = after;
    } else if (place.rank > 0) {
      first[place.rank] = after;
    }
    if (after != null) {
      after.before = before;
    }
    place.rank = 0;
    place.before = null;
    place.after = null;
  }

  /** One that hardly any other outweighs; null when none weighs anything. */
  @Nullable SessionEntry heaviest() {
    while (top > 0 && first[top] == null) {
      top--;
    }
    Place there = first[top];
    return there == null ? null : there.entry;
  }
}
