package dev.soundcheck.script;

import dev.soundcheck.schemas.Json;
import io.cucumber.cucumberexpressions.Argument;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.PickleDocString;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Understands one line by the table of phrases. */
final class LineCompiler {
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern AMOUNT = Pattern.compile("\\d+");

  private final FeatureSource source;
  private final Mistakes mistakes;
  private final List<String> written;

  LineCompiler(FeatureSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
    written = source.text().lines().toList();
  }

  /** What the line becomes; empty when its phrase is unknown. */
  Optional<Beat> compile(PickleStep pickled, Step step) {
    Line line = line(pickled, step);
    for (Phrase phrase : Phrases.ALL) {
      @Nullable List<Argument<?>> matched = phrase.expression().match(pickled.getText());
      if (matched != null) {
        boolean asWritten = pickled.getText().equals(step.getText());
        List<Said.Argument> arguments =
            matched.stream().map(one -> argument(one, line, asWritten)).toList();
        ObjectNode json = json(phrase, pickled, step, line);
        return Optional.of(phrase.beat().apply(new Said(line, arguments, json, source, mistakes)));
      }
    }
    mistakes.add(
        line,
        "expected a phrase of the language, got '%s'%s".formatted(line.text(), near(line.text())));
    return Optional.empty();
  }

  private Line line(PickleStep pickled, Step step) {
    long number = step.getLocation().getLine();
    long keyword = step.getLocation().getColumn().orElse(1L);
    int from = (int) keyword - 1 + step.getKeyword().length();
    int text = written.get((int) number - 1).indexOf(step.getText(), from);
    return new Line(source.shown(), number, text < 0 ? keyword : text + 1, pickled.getText());
  }

  /** In an outline the places of parameters are those of another text, so the line's is told. */
  private static Said.Argument argument(Argument<?> matched, Line line, boolean asWritten) {
    int start = matched.getGroup().getStart();
    int quote = line.text().charAt(start) == '"' ? 1 : 0;
    long column = asWritten ? line.column() + start + quote : line.column();
    return new Said.Argument(matched.getValue(), column);
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

  private ObjectNode json(Phrase phrase, PickleStep pickled, Step step, Line line) {
    Optional<DocString> place = step.getDocString();
    if (step.getDataTable().isPresent()) {
      mistakes.add(line, "expected no table, got one");
    }
    if (place.isEmpty() && phrase.takesJson()) {
      mistakes.add(
          line, "expected a doc string with JSON after '%s', got none".formatted(line.text()));
    } else if (place.isPresent() && !phrase.takesJson()) {
      mistakes.add(
          source.shown(),
          place.get().getLocation().getLine(),
          place.get().getLocation().getColumn().orElse(1L),
          "expected no doc string after '%s', got one".formatted(line.text()));
    } else if (place.isPresent()) {
      return parsed(content(pickled), place.get());
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static String content(PickleStep pickled) {
    return pickled
        .getArgument()
        .flatMap(PickleStepArgument::getDocString)
        .map(PickleDocString::getContent)
        .orElse("");
  }

  private ObjectNode parsed(String content, DocString place) {
    long line = place.getLocation().getLine() + 1;
    long indent = place.getLocation().getColumn().orElse(1L) - 1;
    try {
      JsonNode json = Json.mapper().readTree(content);
      if (json instanceof ObjectNode object) {
        return object;
      }
      String found = json.isMissingNode() ? "nothing" : json.toString();
      mistakes.add(source.shown(), line, indent + 1, "expected a JSON object, got " + found);
    } catch (JacksonException e) {
      var at = e.getLocation();
      mistakes.add(
          source.shown(),
          line + Math.max(1, at.getLineNr()) - 1,
          indent + Math.max(1, at.getColumnNr()),
          "expected JSON, got what is not: " + e.getOriginalMessage());
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
