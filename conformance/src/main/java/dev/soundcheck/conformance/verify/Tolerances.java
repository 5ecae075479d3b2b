package dev.soundcheck.conformance.verify;

import dev.soundcheck.conformance.verify.Tolerance.May;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The table of what may differ between two recordings (decisions.md, last section). */
public final class Tolerances {
  private static final String OWN = "tolerances.yaml";

  private final List<Tolerance> rows;
  private final boolean wordsCompared;

  private Tolerances(List<Tolerance> rows, boolean wordsCompared) {
    this.rows = List.copyOf(rows);
    this.wordsCompared = wordsCompared;
  }

  /** The table that comes with the program: {@code recordings/tolerances.yaml}. */
  public static Tolerances builtIn() {
    try (InputStream in = Objects.requireNonNull(Tolerances.class.getResourceAsStream(OWN), OWN)) {
      return read(OWN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A table of the user's own.
   *
   * @throws ImportException naming every row that is none
   * @throws UncheckedIOException if it cannot be read
   */
  public static Tolerances read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException noText) {
      throw new ImportException(
          file + ": expected text in UTF-8, found bytes that are none; save it in UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  static Tolerances read(String name, String yaml) {
    JsonNode table = PlainYaml.read(name, yaml).path("tolerances");
    List<Tolerance> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; table.isArray() && i < table.size(); i++) {
      Optional<Tolerance> row = row(table.get(i));
      row.ifPresent(rows::add);
      if (row.isEmpty()) {
        problems.add(
            "%s: row %d: expected events, at (a JSON pointer), may (differ, rename or reword)"
                    .formatted(name, i + 1)
                + " and because, found "
                + table.get(i));
      }
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      problems.add(name + ": expected rows under \"tolerances\", found none");
    }
    if (!problems.isEmpty()) {
      throw new ImportException(problems);
    }
    return new Tolerances(rows, false);
  }

  /** The same table, by which a speaker has to use the same words: where both were given them. */
  public Tolerances comparingWords() {
    return new Tolerances(rows.stream().filter(row -> row.may() != May.REWORD).toList(), true);
  }

  /** Whether speakers have to use the same words. */
  boolean wordsCompared() {
    return wordsCompared;
  }

  /** How far values at this place may differ; empty when they have to be equal. */
  Optional<May> at(String event, List<String> path) {
    return rows.stream().filter(row -> row.covers(event, path)).map(Tolerance::may).findFirst();
  }

  List<Tolerance> rows() {
    return rows;
  }

  private static Optional<Tolerance> row(JsonNode row) {
    Set<String> events = new HashSet<>();
    row.path("events").valueStream().forEach(event -> events.add(event.asString("")));
    String at = row.path("at").asString("");
    String because = row.path("because").asString("");
    Optional<May> may = may(row.path("may").asString(""));
    return events.isEmpty() || !at.startsWith("/") || because.isBlank()
        ? Optional.empty()
        : may.map(how -> new Tolerance(events, at, how, because));
  }

  private static Optional<May> may(String name) {
    return Arrays.stream(May.values())
        .filter(may -> may.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
