package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of what is otherwise when both roles play a scenario: {@code peculiarities.yaml}. */
record Peculiarities(List<Row> rows) {
  /** What a scenario may have that others may not. */
  enum Allowance {
    CLIENT,
    SERVER,
    UNANSWERED,
    ENDED
  }

  /** One row of the table. */
  record Row(String of, List<Profile> notIn, List<Allowance> allows, String because) {
    boolean concerns(String scenario) {
      return scenario.startsWith(of);
    }
  }

  static Peculiarities read() {
    String table = "peculiarities.yaml";
    try (InputStream in =
        Objects.requireNonNull(Peculiarities.class.getResourceAsStream(table), table)) {
      return new Peculiarities(
          new YAMLMapper().readTree(in).valueStream().map(Peculiarities::row).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row row(JsonNode row) {
    return new Row(
        row.path("of").asString(),
        words(row, "not-in").map(id -> Profile.named(id).orElseThrow()).toList(),
        words(row, "allows").map(word -> Allowance.valueOf(word.toUpperCase(Locale.ROOT))).toList(),
        row.path("because").asString(""));
  }

  private static Stream<String> words(JsonNode row, String member) {
    return row.path(member).valueStream().map(JsonNode::asString);
  }

  boolean playedIn(Profile profile, String scenario) {
    return whyNotIn(profile, scenario).isEmpty();
  }

  /** Why this is not played in that profile. */
  Optional<String> whyNotIn(Profile profile, String scenario) {
    return of(scenario).filter(row -> row.notIn().contains(profile)).map(Row::because).findFirst();
  }

  /** Why this may have what others may not. */
  Optional<String> why(Allowance what, String scenario) {
    return of(scenario).filter(row -> row.allows().contains(what)).map(Row::because).findFirst();
  }

  boolean allows(Allowance what, String scenario) {
    return why(what, scenario).isPresent();
  }

  private Stream<Row> of(String scenario) {
    return rows.stream().filter(row -> row.concerns(scenario));
  }
}
