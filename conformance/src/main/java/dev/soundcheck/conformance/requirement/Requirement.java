package dev.soundcheck.conformance.requirement;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.util.List;
import java.util.Set;

/**
 * One thing that the sources ask for.
 *
 * @param id in kebab-case; never changes
 * @param section where it stands in the tree of requirements, such as {@code response}
 * @param level how strongly it is asked for
 * @param binds whom
 * @param profiles the wire profiles that have it
 * @param sources who says so
 * @param words what it is, in our words
 * @param by how it is judged
 * @param in the conversations of the suite in which it can be judged
 */
public record Requirement(
    String id,
    String section,
    Level level,
    Origin binds,
    Set<Profile> profiles,
    List<String> sources,
    String words,
    By by,
    List<String> in) {
  /** How a requirement is judged. */
  public enum By {
    /** By the rule of the same id. */
    RULE,
    /** By what is heard in the sound; the id is that of the flaw. */
    SOUND,
    /** By the lines of the conversation whose name ends in its id. */
    CONVERSATION
  }

  public Requirement {
    profiles = Set.copyOf(profiles);
    sources = List.copyOf(sources);
    in = List.copyOf(in);
  }

  /** That somebody's own scenario is met. */
  public static Requirement ofScenario(String name, String title, Origin binds) {
    int slash = name.indexOf('/');
    return new Requirement(
        name.substring(slash + 1),
        name.substring(0, Math.max(0, slash)),
        Level.MUST,
        binds,
        Set.of(Profile.values()),
        List.of("a scenario"),
        title,
        By.CONVERSATION,
        List.of(name));
  }

  /**
   * Whether it lies there in the tree.
   *
   * @param place a section, or a section and an id: {@code response/each-response-ends-once}
   */
  public boolean under(String place) {
    String whole = section + "/" + id;
    return place.isEmpty()
        || whole.equals(place)
        || whole.startsWith(place + "/")
        || id.equals(place);
  }
}
