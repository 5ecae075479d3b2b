package dev.soundcheck.conformance.requirement;

import dev.soundcheck.conformance.requirement.Requirement.By;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One row of the file, read with words for whatever is wrong with it. */
final class Row {
  private final JsonNode row;
  private final List<String> problems;
  private final String id;

  /** Problems are added to {@code problems}. */
  Row(JsonNode row, List<String> problems) {
    this.row = row;
    this.problems = problems;
    id = row.path("id").asString("");
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      wrong("id", "an id in kebab-case", row.path("id"));
    }
    if (words("source").isEmpty()) {
      wrong("source", "a list of sources", row.path("source"));
    }
    if (row.path("words").asString("").isBlank()) {
      wrong("words", "a sentence", row.path("words"));
    }
  }

  Exclusion exclusion() {
    String because = row.path("excluded").asString("");
    if (because.isBlank()) {
      wrong("excluded", "a reason", row.path("excluded"));
    }
    return new Exclusion(id, words("source"), row.path("words").asString(""), because);
  }

  /** Empty when something of it is wrong. */
  Optional<Requirement> requirement() {
    Optional<Level> level = one("level", "must, should or may", Level::named);
    Optional<Origin> binds = one("binds", "server or client", id -> named(Origin.values(), id));
    Optional<By> by = one("by", "rule, sound or conversation", id -> named(By.values(), id));
    Set<Profile> profiles = profiles();
    String section = row.path("section").asString("");
    if (section.isBlank()) {
      wrong("section", "a section", row.path("section"));
    }
    return level.isEmpty() || binds.isEmpty() || by.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Requirement(
                id,
                section,
                level.get(),
                binds.get(),
                profiles,
                words("source"),
                row.path("words").asString(""),
                by.get(),
                words("in")));
  }

  private Set<Profile> profiles() {
    if (!row.has("profiles")) {
      return Set.copyOf(Requirements.allProfiles());
    }
    return words("profiles").stream()
        .flatMap(
            name -> {
              Optional<Profile> profile = Profile.named(name);
              if (profile.isEmpty()) {
                problems.add("%s: profiles: there is no profile '%s'".formatted(id, name));
              }
              return profile.stream();
            })
        .collect(Collectors.toSet());
  }

  private <T> Optional<T> one(
      String member, String expected, Function<String, Optional<T>> reader) {
    Optional<T> value = reader.apply(row.path(member).asString(""));
    if (value.isEmpty()) {
      wrong(member, expected, row.path(member));
    }
    return value;
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String id) {
    return Arrays.stream(values)
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst();
  }

  private List<String> words(String member) {
    return row.path(member).valueStream().map(word -> word.asString("")).toList();
  }

  private void wrong(String member, String expected, JsonNode found) {
    String shown = found.isMissingNode() ? "nothing" : found.toString();
    problems.add("%s: %s: expected %s, found %s".formatted(id, member, expected, shown));
  }
}
