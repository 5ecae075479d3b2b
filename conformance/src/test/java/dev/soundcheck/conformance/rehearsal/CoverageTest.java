package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Shared;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A scenario exists for every row of live-behaviour.md §2, §5 and §8.1 and every bug of field.md
 * (issue 4, "Shown by"): {@code coverage.yaml} says which, and why where there is none.
 */
final class CoverageTest {
  private static final List<Program> PROGRAMS = Repertoire.builtIn().programs();
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Pattern SECTION = Pattern.compile("### (2\\.\\d+|5\\.[1345]) .*");
  private static final Pattern COUNTED = Pattern.compile("field-.*|live-([25]|8\\.1).*");
  private static final List<JsonNode> TABLE = table();

  private static List<JsonNode> table() {
    String name = "coverage.yaml";
    try (InputStream in =
        Objects.requireNonNull(CoverageTest.class.getResourceAsStream(name), name)) {
      return new YAMLMapper().readTree(in).valueStream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> words(JsonNode row, String member) {
    return row.path(member).valueStream().map(JsonNode::asString);
  }

  private static Stream<String> rows() {
    return TABLE.stream().map(row -> row.path("row").asString());
  }

  @Test
  void every_row_of_the_sources_has_one_here() throws IOException {
    List<String> live = Files.readAllLines(Shared.file("protocol/live-behaviour.md"));
    List<String> field = Files.readAllLines(Shared.file("field.md"));
    List<String> known = new ArrayList<>();
    live.stream()
        .map(SECTION::matcher)
        .filter(Matcher::matches)
        .forEach(section -> known.add(section.group(1)));
    known.addAll(numbered("5.2/", live, "### 5.2"));
    known.addAll(numbered("8.1/", live, "### 8.1"));
    known.addAll(numbered("field/", field, "## Bugs"));

    assertThat(rows()).containsExactlyInAnyOrderElementsOf(known);
  }

  /** A name for each row of the first table under this heading. */
  private static List<String> numbered(String name, List<String> lines, String heading) {
    long rows =
        lines.stream()
            .dropWhile(line -> !line.startsWith(heading))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .count();
    return Stream.iterate(1, row -> row + 1).limit(rows - 2).map(row -> name + row).toList();
  }

  @Test
  void every_row_has_scenarios_that_are_there_or_a_reason_and_a_test() {
    Set<String> names = PROGRAMS.stream().map(Program::name).collect(Collectors.toSet());
    for (JsonNode row : TABLE) {
      assertThat(words(row, "scenarios")).as("%s", row).isSubsetOf(names);
      assertThat(words(row, "tags")).as("%s", row).isSubsetOf(tags());
      assertThat(row.path("about").asString("")).as("%s", row).isNotBlank();
      boolean shown = row.has("scenarios") || row.has("tags");
      assertThat(row.has("instead")).as("%s", row).isNotEqualTo(shown);
      if (!shown) {
        assertThat(row.path("instead").asString()).as("%s", row).isNotBlank();
        assertThat(ROOT.resolve(row.path("test").asString())).as("%s", row).isRegularFile();
      }
    }
  }

  /** A misspelt tag would show nothing. */
  @Test
  void every_tag_of_a_source_is_that_of_a_row() {
    Set<String> asked =
        TABLE.stream().flatMap(row -> words(row, "tags")).collect(Collectors.toSet());

    assertThat(tags().stream().filter(COUNTED.asMatchPredicate())).isSubsetOf(asked);
  }

  private static Set<String> tags() {
    return PROGRAMS.stream()
        .flatMap(program -> program.tags().stream())
        .map(tag -> tag.substring(1))
        .collect(Collectors.toSet());
  }
}
