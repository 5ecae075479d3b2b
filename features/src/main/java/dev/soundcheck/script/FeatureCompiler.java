package dev.soundcheck.script;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.IdGenerator;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Makes programs of one feature file, and collects all its mistakes. */
final class FeatureCompiler {
  /** A program, and the line that names it. */
  record Compiled(Program program, Line title) {}

  private final FeatureSource source;
  private final Mistakes mistakes;
  private final Heard heard;
  private final LineCompiler lines;
  private final Labels labels = new Labels();
  private final Map<Rule, List<RuleCompiler.Draft>> rules = new LinkedHashMap<>();
  private final List<Compiled> compiled = new ArrayList<>();

  FeatureCompiler(FeatureSource source, Heard heard) {
    this.source = source;
    this.heard = heard;
    mistakes = heard.mistakes();
    lines = new LineCompiler(source, mistakes);
  }

  List<Compiled> compile() {
    List<Envelope> envelopes = parsed();
    List<ParseError> errors =
        envelopes.stream().flatMap(envelope -> envelope.getParseError().stream()).toList();
    errors.forEach(error -> GherkinMistakes.add(error, source, mistakes));
    Optional<Feature> feature =
        envelopes.stream()
            .flatMap(envelope -> envelope.getGherkinDocument().stream())
            .findFirst()
            .flatMap(GherkinDocument::getFeature);
    if (feature.isPresent()) {
      compile(feature.get(), pickles(envelopes));
    } else if (errors.isEmpty()) {
      mistakes.add(source.shown(), 1, 1, "expected 'Feature:' and scenarios, got nothing");
    }
    return compiled;
  }

  private List<Envelope> parsed() {
    return GherkinParser.builder()
        .includeSource(false)
        .includeGherkinDocument(true)
        .includePickles(true)
        .idGenerator(counting())
        .build()
        .parse(source.shown(), source.text().getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static IdGenerator counting() {
    var last = new AtomicLong();
    return () -> Long.toString(last.incrementAndGet());
  }

  private static List<Pickle> pickles(List<Envelope> envelopes) {
    return envelopes.stream().flatMap(envelope -> envelope.getPickle().stream()).toList();
  }

  private void compile(Feature feature, List<Pickle> pickles) {
    var outline = new Outline(feature);
    if (outline.scenarios().isEmpty()) {
      Line title = title(feature.getName(), feature.getLocation(), feature.getKeyword());
      mistakes.add(title, "expected scenarios after '%s', got none".formatted(title.text()));
    }
    new MisspeltKeywords(source, mistakes).check(outline);
    for (Pickle pickle : pickles) {
      outline
          .scenario(pickle.getAstNodeIds())
          .filter(scenario -> !pickle.getSteps().isEmpty())
          .ifPresent(scenario -> compile(pickle, scenario, outline));
    }
    rules.forEach((rule, drafts) -> compiled.add(ruleCompiler(rule).compile(drafts)));
  }

  private RuleCompiler ruleCompiler(Rule rule) {
    Line title = title(rule.getName(), rule.getLocation(), rule.getKeyword());
    return new RuleCompiler(named(rule.getName()), title, heard);
  }

  private void compile(Pickle pickle, Scenario scenario, Outline outline) {
    List<Beat> beats = beats(pickle, outline);
    Line title = title(pickle.getName(), scenario.getLocation(), scenario.getKeyword());
    Optional<Rule> rule = outline.ruleOf(scenario);
    Set<String> tags =
        pickle.getTags().stream().map(PickleTag::getName).collect(Collectors.toUnmodifiableSet());
    if (rule.isPresent()) {
      Returns.refuse(beats, mistakes);
      var draft = new RuleCompiler.Draft(title, tags, beats);
      rules.computeIfAbsent(rule.get(), one -> new ArrayList<>()).add(draft);
    } else {
      var billing = new Billing(named(pickle.getName()), title, tags);
      compiled.add(new Compiled(new Returns(billing, mistakes).program(beats), title));
    }
  }

  private List<Beat> beats(Pickle pickle, Outline outline) {
    List<Written> written = new ArrayList<>();
    for (PickleStep pickled : pickle.getSteps()) {
      outline
          .step(pickled.getAstNodeIds())
          .ifPresent(step -> written.add(new Written(pickled, step)));
    }
    return new Blocks(lines, heard, labels, written).beats();
  }

  private String named(String title) {
    return source.topic() + "/" + Spelling.slug(title);
  }

  private Line title(String name, Location at, String keyword) {
    String written = source.text().lines().skip(at.getLine() - 1).findFirst().orElse("");
    int colon = written.indexOf(':', at.getColumn().orElse(1L).intValue() - 1 + keyword.length());
    long spaces = written.substring(colon + 1).chars().takeWhile(Character::isWhitespace).count();
    var line = new Line(source.shown(), at.getLine(), colon + 2 + spaces, name);
    if (Spelling.slug(name).isEmpty()) {
      mistakes.add(line, "expected a title with letters or digits, got '%s'".formatted(name));
    }
    return line;
  }
}
