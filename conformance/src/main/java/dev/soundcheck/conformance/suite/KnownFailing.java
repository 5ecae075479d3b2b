package dev.soundcheck.conformance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Requirements that are known not to be met: they are judged all the same, and one that is met
 * fails the run, because the file is not true any more.
 */
public record KnownFailing(List<Known> rows) {
  /** Nothing is known to fail. */
  public static final KnownFailing NOTHING = new KnownFailing(List.of());

  public KnownFailing {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param fails the id of the requirement
   * @param because why it is not met, or where that is discussed
   */
  public record Known(String fails, String because) {}

  /** Why this is known to fail, if it is. */
  public Optional<Known> of(String id) {
    return rows.stream().filter(row -> row.fails().equals(id)).findFirst();
  }

  /**
   * Those of a file: a YAML list of {@code {fails: ID, because: REASON}}.
   *
   * @throws IllegalArgumentException naming everything that is wrong with it
   * @throws UncheckedIOException when it cannot be read
   */
  public static KnownFailing read(Path file) {
    JsonNode document = document(file);
    List<String> problems = new ArrayList<>();
    List<Known> rows = new ArrayList<>();
    if (!document.isArray()) {
      problems.add("%s: expected a list of {fails: ID, because: REASON}".formatted(file));
    }
    int number = 0;
    for (JsonNode row : document) {
      number++;
      String fails = row.path("fails").asString("");
      String because = row.path("because").asString("");
      if (fails.isBlank() || because.isBlank()) {
        String missing = fails.isBlank() ? "fails" : "because";
        problems.add("%s: row %d: expected a member '%s'".formatted(file, number, missing));
      }
      rows.add(new Known(fails, because));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new KnownFailing(rows);
  }

  private static JsonNode document(Path file) {
    try {
      String text = Files.readString(file);
      return text.isBlank() ? new YAMLMapper().createArrayNode() : new YAMLMapper().readTree(text);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(
          "%s: expected YAML: %s".formatted(file, wrong.getOriginalMessage()), wrong);
    } catch (CharacterCodingException noText) {
      throw new IllegalArgumentException(
          file + ": expected text in UTF-8, found bytes that are none; save it in UTF-8", noText);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
