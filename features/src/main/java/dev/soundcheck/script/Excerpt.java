package dev.soundcheck.script;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.DataTable;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableRow;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of this language in a feature that has lines of somebody else's, too. What is foreign
 * is left out, and the rest goes to the compiler with its lines and columns where they were, as if
 * nothing else had been written.
 */
public final class Excerpt {
  /**
   * What of one scenario is of this language.
   *
   * @param program of the lines alone
   * @param lines where its lines stand in the feature, in the order in which they are said
   * @param name what somebody who has the whole feature calls it; a scenario of a rule is played as
   *     the rule
   * @param text a feature of these lines alone, from which the program was made
   */
  public record Part(Program program, List<Long> lines, String name, String text) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** How phrases end that take a doc string or a table, and lines that have such a line in them. */
  private static final String FOLLOWED = "(?: with| for each of)";

  private final String shown;
  private final String text;
  private final Function<String, Optional<Path>> sibling;

  /**
   * A feature.
   *
   * @param shown the file as shown to people
   * @param sibling finds a file by its name beside it
   */
  public Excerpt(String shown, String text, Function<String, Optional<Path>> sibling) {
    this.shown = shown;
    this.text = text;
    this.sibling = sibling;
  }

  /**
   * A regular expression for every line of the language, with one group around the whole of it.
   *
   * @param followed those under which a doc string or a table stands, or those with nothing
   */
  public static String lines(boolean followed) {
    String all =
        Phrases.ALL.stream()
            .map(phrase -> ungrouped(phrase.expression().getRegexp().pattern()))
            .collect(Collectors.joining(")|(?:", "((?:", "))"));
    return "^(?%s.*%s$)%s$".formatted(followed ? "=" : "!", FOLLOWED, all);
  }

  private static String ungrouped(String regex) {
    String inside = regex.replaceFirst("^\\^", "").replaceFirst("\\$$", "");
    return inside.replaceAll("(?<!\\\\)\\((?!\\?)", "(?:");
  }

  /**
   * The scenario that begins on this line, or the row of its examples.
   *
   * @return empty when none of its lines is of this language
   * @throws ScriptException with every mistake in these lines
   */
  public Optional<Part> at(long line) {
    List<Envelope> envelopes = parsed();
    Optional<Outline> outline =
        envelopes.stream()
            .flatMap(one -> one.getGherkinDocument().stream())
            .flatMap(document -> document.getFeature().stream())
            .map((Feature feature) -> new Outline(feature))
            .findFirst();
    return envelopes.stream()
        .flatMap(one -> one.getPickle().stream())
        .filter(
            pickle ->
                outline.flatMap(it -> begins(pickle, it)).filter(one -> one == line).isPresent())
        .findFirst()
        .flatMap(pickle -> compiled(pickle, outline.orElseThrow()));
  }

  private List<Envelope> parsed() {
    return GherkinParser.builder()
        .includeSource(false)
        .includeGherkinDocument(true)
        .includePickles(true)
        .build()
        .parse(shown, text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static Optional<Long> begins(Pickle pickle, Outline outline) {
    Optional<Scenario> scenario = outline.scenario(pickle.getAstNodeIds());
    Stream<TableRow> rows =
        scenario.stream().flatMap(it -> it.getExamples().stream()).flatMap(Excerpt::rows);
    return rows.filter(row -> pickle.getAstNodeIds().contains(row.getId()))
        .map(row -> row.getLocation().getLine())
        .findFirst()
        .or(() -> scenario.map(it -> it.getLocation().getLine()));
  }

  private static Stream<TableRow> rows(Examples examples) {
    return examples.getTableBody().stream();
  }

  private Optional<Part> compiled(Pickle pickle, Outline outline) {
    var page = new Page((int) text.lines().count());
    for (PickleStep pickled : pickle.getSteps()) {
      if (known(pickled.getText())) {
        outline.step(pickled.getAstNodeIds()).ifPresent(step -> page.write(step, pickled));
      }
    }
    return page.headed(pickle.getName())
        .map(
            scenario -> {
              var source = new FeatureSource(shown, topic(), scenario, sibling);
              Program program =
                  Repertoire.compiled(List.of(source), Vocabulary.NONE).values().iterator().next();
              String name =
                  outline
                      .scenario(pickle.getAstNodeIds())
                      .flatMap(outline::ruleOf)
                      .map(rule -> topic() + "/" + Spelling.slug(rule.getName()))
                      .orElse(program.name());
              return new Part(program, page.written, name, scenario);
            });
  }

  /** The folder that the feature lies in, as for features that are played by name. */
  private String topic() {
    Path file = Path.of(shown);
    Path folder = file.getParent();
    String topic =
        (folder == null || folder.getFileName() == null ? file : folder.getFileName())
            .toString()
            .replaceFirst("\\.feature$", "");
    return Spelling.slug(topic);
  }

  private static boolean known(String line) {
    return Phrases.ALL.stream().anyMatch(phrase -> phrase.expression().match(line) != null);
  }

  /** A blank page as long as the feature, on which lines are written where they stood. */
  private static final class Page {
    private final String[] lines;
    private final List<Long> written = new ArrayList<>();
    private int first = Integer.MAX_VALUE;

    Page(int length) {
      lines = new String[length + 1];
      Arrays.fill(lines, "");
    }

    void write(Step step, PickleStep pickled) {
      int at = step.getLocation().getLine().intValue();
      first = Math.min(first, at);
      written.add(step.getLocation().getLine());
      write(at, step.getLocation().getColumn().orElse(1L), step.getKeyword() + pickled.getText());
      step.getDocString().ifPresent(place -> write(place, pickled));
      step.getDataTable().ifPresent(table -> write(table, pickled));
    }

    private void write(DocString place, PickleStep pickled) {
      int at = place.getLocation().getLine().intValue();
      long column = place.getLocation().getColumn().orElse(1L);
      write(at, column, place.getDelimiter());
      String content =
          pickled
              .getArgument()
              .flatMap(PickleStepArgument::getDocString)
              .map(PickleDocString::getContent)
              .orElse("");
      for (String line : content.split("\n", -1)) {
        at++;
        write(at, column, line);
      }
      write(at + 1, column, place.getDelimiter());
    }

    private void write(DataTable table, PickleStep pickled) {
      List<PickleTableRow> filled =
          pickled
              .getArgument()
              .flatMap(PickleStepArgument::getDataTable)
              .map(PickleTable::getRows)
              .orElse(List.of());
      for (int row = 0; row < filled.size(); row++) {
        Location at = table.getRows().get(row).getLocation();
        String cells =
            filled.get(row).getCells().stream()
                .map(cell -> cell.getValue().replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
        write(at.getLine().intValue(), at.getColumn().orElse(1L), cells);
      }
    }

    private void write(int line, long column, String words) {
      lines[line - 1] = " ".repeat((int) column - 1) + words;
    }

    /** Before the first line there are at least two others, those of the feature and scenario. */
    Optional<String> headed(String title) {
      if (first == Integer.MAX_VALUE) {
        return Optional.empty();
      }
      lines[0] = "Feature: Excerpt";
      lines[first - 2] = "Scenario: " + title;
      return Optional.of(String.join("\n", lines));
    }
  }
}
