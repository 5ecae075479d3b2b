package dev.soundcheck.conformance.requirement;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The requirements of one revision of the sources. Later revisions are files of their own; what is
 * asked for in one never changes.
 *
 * @param revision the month of the newest source, such as {@code 2026-09}
 * @param all in the order of the file
 * @param excluded what the sources say and nobody judges
 */
public record Requirements(String revision, List<Requirement> all, List<Exclusion> excluded) {
  /** The newest revision. */
  public static final String NEWEST = "2026-09";

  public Requirements {
    all = List.copyOf(all);
    excluded = List.copyOf(excluded);
  }

  /** Those of the newest revision. */
  public static Requirements newest() {
    return Newest.READ;
  }

  /** What binds this side, in this profile or in any. */
  public List<Requirement> binding(Origin side) {
    return all.stream().filter(one -> one.binds() == side).toList();
  }

  /** The one of this id. */
  public Optional<Requirement> named(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Read at the first use, which takes some time. */
  private static final class Newest {
    private static final Requirements READ = read(NEWEST);
  }

  private static Requirements read(String revision) {
    String name = revision + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(Requirements.class.getResourceAsStream(name), name)) {
      return of(name, new YAMLMapper().readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the requirements cannot be read", unreadable);
    }
  }

  /**
   * The requirements of a document.
   *
   * @param name what it is called in problems
   * @throws IllegalArgumentException naming everything that is wrong with it
   */
  static Requirements of(String name, JsonNode document) {
    List<String> problems = new ArrayList<>();
    List<Requirement> all = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>();
    for (JsonNode row : document.path("requirements")) {
      Row read = new Row(row, problems);
      if (row.has("excluded")) {
        excluded.add(read.exclusion());
      } else {
        read.requirement().ifPresent(all::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + String.join("\n" + name + ": ", problems));
    }
    return new Requirements(document.path("revision").asString(""), all, excluded);
  }

  /** The profiles of a row that names none. */
  static List<Profile> allProfiles() {
    return List.of(Profile.values());
  }
}
