package dev.soundcheck.script;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which events a role has to keep in mind, because lines name them.
 *
 * @param claimed those that lines ask for
 * @param marked those that lines look at
 */
record Heed(Set<String> claimed, Set<String> marked) {
  Heed {
    claimed = Set.copyOf(claimed);
    marked = Set.copyOf(marked);
  }

  static Heed of(Collection<Beat> beats) {
    return new Heed(
        beats.stream().flatMap(beat -> beat.types().stream()).collect(Collectors.toSet()),
        beats.stream().flatMap(beat -> beat.marks().stream()).collect(Collectors.toSet()));
  }
}
