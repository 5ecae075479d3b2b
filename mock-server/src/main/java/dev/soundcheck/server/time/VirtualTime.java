package dev.soundcheck.server.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A time that stands still until it is moved; it begins at the same instant in every run. */
public final class VirtualTime implements Timepiece {
  /** When it begins. */
  public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  /** What is set, and for when. */
  private final Map<Bell, Duration> set = new LinkedHashMap<>();

  private Duration now = Duration.ZERO;

  @Override
  public synchronized Duration now() {
    return now;
  }

  @Override
  public Instant instant() {
    return BEGINNING.plus(now());
  }

  @Override
  public boolean passes(Duration until) {
    moveTo(until);
    return true;
  }

  @Override
  public Alarm alarm(Runnable ring) {
    return new Bell(ring);
  }

  /** Moves on by this much; whoever was to be woken meanwhile is woken now, earliest first. */
  public void advance(Duration by) {
    moveTo(now().plus(by));
  }

  /** An earlier time than now changes nothing. */
  private void moveTo(Duration then) {
    dueBy(then).forEach(bell -> bell.ring.run());
  }

  private synchronized List<Bell> dueBy(Duration then) {
    now = then.compareTo(now) > 0 ? then : now;
    List<Map.Entry<Bell, Duration>> due = new ArrayList<>();
    for (Map.Entry<Bell, Duration> one : set.entrySet()) {
      if (one.getValue().compareTo(now) <= 0) {
        due.add(Map.entry(one.getKey(), one.getValue()));
      }
    }
    due.sort(Comparator.comparing(Map.Entry::getValue));
    due.forEach(one -> set.remove(one.getKey()));
    return due.stream().map(Map.Entry::getKey).toList();
  }

  private final class Bell implements Alarm {
    private final Runnable ring;

    Bell(Runnable ring) {
      this.ring = ring;
    }

    /** A time that has come already rings at once, as it does in real time. */
    @Override
    public void set(Optional<Duration> at) {
      if (!takes(at)) {
        ring.run();
      }
    }

    /** False when that time has come already. */
    private boolean takes(Optional<Duration> at) {
      synchronized (VirtualTime.this) {
        set.remove(this);
        boolean come = at.isPresent() && at.get().compareTo(now) <= 0;
        if (!come) {
          at.ifPresent(due -> set.put(this, due));
        }
        return !come;
      }
    }
  }
}
