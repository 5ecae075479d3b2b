package dev.soundcheck.script;

import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Understands one line by the table of phrases. */
final class LineCompiler {
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"");
  private static final Pattern AMOUNT = Pattern.compile("\\d+");

  private final FeatureSource source;
  private final Mistakes mistakes;
  private final List<String> written;

  LineCompiler(FeatureSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
    written = source.text().lines().toList();
  }

  /**
   * What the line becomes; empty when its phrase is unknown.
   *
   * @param names what stands for {@code <name>} in it
   */
  Optional<Beat> compile(PickleStep pickled, Step step, Map<String, String> names) {
    Line line = line(pickled, step, names);
    boolean asWritten = line.text().equals(step.getText());
    var attached = new Attachment(source, mistakes, step, content(pickled, names));
    return compile(new Part(line, 0, asWritten), attached);
  }

  private Optional<Beat> compile(Part part, Attachment attached) {
    for (Phrase phrase : Phrases.ALL) {
      @Nullable List<Argument<?>> matched = phrase.expression().match(part.text());
      if (matched != null) {
        return compiled(phrase, part, matched, attached);
      }
    }
    mistakes.add(
        part.line().file(),
        part.line().line(),
        part.column(0),
        "expected a phrase of the language, got '%s'%s".formatted(part.text(), near(part.text())));
    return Optional.empty();
  }

  private Optional<Beat> compiled(
      Phrase phrase, Part part, List<Argument<?>> matched, Attachment attached) {
    List<Said.Argument> arguments = matched.stream().map(part::argument).toList();
    Optional<Beat> inner = Optional.empty();
    if (phrase.takesLine()) {
      int from = matched.get(matched.size() - 1).getGroup().getStart();
      inner = compile(part.from(from), attached);
      if (inner.isEmpty()) {
        return Optional.empty();
      }
    }
    ObjectNode json =
        phrase.takesLine() ? JsonNodeFactory.instance.objectNode() : attached.json(phrase, part);
    var said = new Said(part.line(), arguments, json, source, mistakes, inner);
    return Optional.of(phrase.beat().apply(said));
  }

  private Line line(PickleStep pickled, Step step, Map<String, String> names) {
    long number = step.getLocation().getLine();
    long keyword = step.getLocation().getColumn().orElse(1L);
    int from = (int) keyword - 1 + step.getKeyword().length();
    int text = written.get((int) number - 1).indexOf(step.getText(), from);
    return new Line(
        source.shown(), number, text < 0 ? keyword : text + 1, filled(pickled.getText(), names));
  }

  static String filled(String text, Map<String, String> names) {
    String filled = text;
    for (var name : names.entrySet()) {
      filled = filled.replace("<" + name.getKey() + ">", name.getValue());
    }
    return filled;
  }

  private static String near(String text) {
    String bare = bare(text);
    List<String> examples = Phrases.ALL.stream().map(phrase -> bare(phrase.example())).toList();
    return Hint.at(bare, examples.stream().distinct().toList());
  }

  /** Only the words of the phrase itself, so that what is quoted makes no difference. */
  private static String bare(String text) {
    return AMOUNT.matcher(QUOTED.matcher(text).replaceAll("\"…\"")).replaceAll("1");
  }

  private static String content(PickleStep pickled, Map<String, String> names) {
    return pickled
        .getArgument()
        .flatMap(PickleStepArgument::getDocString)
        .map(PickleDocString::getContent)
        .map(content -> filled(content, names))
        .orElse("");
  }
}
