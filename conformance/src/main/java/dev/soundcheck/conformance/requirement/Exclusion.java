package dev.soundcheck.conformance.requirement;

import java.util.List;

/**
 * Something that the sources say and nobody judges.
 *
 * @param because why not
 */
public record Exclusion(String id, List<String> sources, String words, String because) {
  public Exclusion {
    sources = List.copyOf(sources);
  }
}
