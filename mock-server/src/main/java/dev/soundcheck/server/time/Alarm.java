package dev.soundcheck.server.time;

import java.time.Duration;
import java.util.Optional;

/** Set anew as often as wanted; rings at most once for each time. */
public interface Alarm {
  /** Rings then instead of whenever it was set to; in the time of its timepiece. */
  void set(Optional<Duration> at);
}
