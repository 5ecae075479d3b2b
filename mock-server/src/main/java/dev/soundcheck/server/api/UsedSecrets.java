package dev.soundcheck.server.api;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which client secrets have opened their socket. Safe for use by many threads. */
@FunctionalInterface
public interface UsedSecrets {
  /**
   * Uses a secret up; may block for a short while, so it is asked in a handshake and nowhere else.
   *
   * @param secret tells it from all others; what its client shows cannot be made of it
   * @param left until it expires by itself
   * @return false when it was used before
   */
  boolean use(String secret, Duration left);

  /** In this process alone; of more than so many the one that was used first is forgotten. */
  static UsedSecrets atMost(long many) {
    Set<String> used =
        Collections.newSetFromMap(
            new LinkedHashMap<String, Boolean>() {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > many;
              }
            });
    return (secret, left) -> {
      synchronized (used) {
        return used.add(secret);
      }
    };
  }
}
