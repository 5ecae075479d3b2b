package dev.soundcheck.script;

import dev.soundcheck.schemas.Nearest;
import io.cucumber.tagexpressions.Expression;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All programs that can be played, by name. */
public final class Repertoire {
  private static final String CONVERSATION = "conversation/whatever-is-said-is-answered";
  private static final int MOST_NEAREST = 3;

  private final Map<String, Program> programs;
  private final Program conversation;

  private final Vocabulary vocabulary;

  private Repertoire(Map<String, Program> programs, Program conversation, Vocabulary vocabulary) {
    this.programs = programs;
    this.conversation = conversation;
    this.vocabulary = vocabulary;
  }

  /** The features that come with the product. */
  public static Repertoire builtIn() {
    return builtIn(Vocabulary.NONE);
  }

  /** The same, to be played by somebody who tells these phrases apart. */
  public static Repertoire builtIn(Vocabulary vocabulary) {
    Map<String, Program> own = compiled(BuiltIn.sources(), vocabulary);
    return new Repertoire(own, conversation(own), vocabulary);
  }

  /**
   * The built-in features and those of a folder, which win where names are equal.
   *
   * @throws ScriptException with every mistake of every file
   */
  public static Repertoire with(Path folder) {
    return with(folder, Vocabulary.NONE);
  }

  /**
   * The programs of a folder, without the built-in ones.
   *
   * @throws ScriptException with every mistake of every file
   */
  public static List<Program> only(Path folder) {
    return List.copyOf(compiled(FeatureFolder.sources(folder), Vocabulary.NONE).values());
  }

  /**
   * The same, to be played by somebody who tells these phrases apart.
   *
   * @throws ScriptException with every mistake of every file
   */
  public static Repertoire with(Path folder, Vocabulary vocabulary) {
    Map<String, Program> own = compiled(BuiltIn.sources(), vocabulary);
    Map<String, Program> all = new LinkedHashMap<>(own);
    all.putAll(compiled(FeatureFolder.sources(folder), vocabulary));
    return new Repertoire(all, conversation(all), vocabulary);
  }

  /**
   * These, and those of features given as texts, which win where names are equal.
   *
   * @param texts by file name, such as {@code weather/paris.feature}; the first folder, or the file
   *     where there is none, is the topic; other files cannot be named in them
   * @throws ScriptException with every mistake of every text
   */
  public Repertoire and(Map<String, String> texts) {
    List<FeatureSource> sources =
        texts.entrySet().stream()
            .map(
                one ->
                    new FeatureSource(
                        one.getKey(),
                        Spelling.slug(one.getKey().replaceFirst("(/.*|\\.feature$)", "")),
                        one.getValue(),
                        name -> Optional.empty()))
            .toList();
    Map<String, Program> all = new LinkedHashMap<>(programs);
    all.putAll(compiled(sources, vocabulary));
    return new Repertoire(all, conversation(all), vocabulary);
  }

  /** These and this one, which wins where names are equal. */
  public Repertoire and(Program one) {
    Map<String, Program> all = new LinkedHashMap<>(programs);
    all.put(one.name(), one);
    return new Repertoire(all, conversation, vocabulary);
  }

  private static Program conversation(Map<String, Program> own) {
    return Optional.ofNullable(own.get(CONVERSATION))
        .orElseThrow(() -> new IllegalStateException(CONVERSATION + " is not built in"));
  }

  static Map<String, Program> compiled(List<FeatureSource> sources, Vocabulary vocabulary) {
    var mistakes = new Mistakes();
    var heard = new Heard(vocabulary, mistakes);
    Map<String, FeatureCompiler.Compiled> byName = new LinkedHashMap<>();
    for (FeatureSource source : sources) {
      for (FeatureCompiler.Compiled one : new FeatureCompiler(source, heard).compile()) {
        FeatureCompiler.Compiled first = byName.putIfAbsent(one.program().name(), one);
        if (first != null) {
          mistakes.add(one.title(), alreadyThere(one, first));
        }
      }
    }
    if (!mistakes.messages().isEmpty()) {
      throw new ScriptException(mistakes.messages());
    }
    Map<String, Program> programs = new LinkedHashMap<>();
    byName.forEach((name, one) -> programs.put(name, one.program()));
    return programs;
  }

  private static String alreadyThere(FeatureCompiler.Compiled one, FeatureCompiler.Compiled first) {
    boolean outline = one.title().where().equals(first.title().where());
    return "expected a title of its own, got '%s', which makes the same name '%s' as %s"
            .formatted(one.title().text(), one.program().name(), first.title().where())
        + (outline ? "; name a column of the examples in the title, as <column>" : "");
  }

  /** Built-in ones first, each file's in the order they are written. */
  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  /**
   * Those whose tags fit, as {@code @tools and not @slow}, in the order of {@link #programs()}.
   *
   * @throws IllegalArgumentException when that is no expression of tags, with why
   */
  public List<Program> tagged(String expression) {
    Expression tags = Tags.expression(expression);
    return programs.values().stream()
        .filter(program -> tags.evaluate(List.copyOf(program.tags())))
        .toList();
  }

  /** By name, or by a title that only one program has. */
  public Optional<Program> named(String name) {
    Program program = programs.get(name);
    if (program != null) {
      return Optional.of(program);
    }
    List<Program> titled =
        programs.values().stream().filter(one -> Spelling.same(one.title(), name)).toList();
    return titled.size() == 1 ? Optional.of(titled.get(0)) : Optional.empty();
  }

  /** The names most like this one, best first, at most three; none when none is like it. */
  public List<String> nearest(String name) {
    Map<String, String> known = new LinkedHashMap<>();
    for (Program program : programs.values()) {
      known.put(program.name(), program.name());
      known.putIfAbsent(program.name().substring(program.name().indexOf('/') + 1), program.name());
      known.putIfAbsent(Spelling.lower(program.title()), program.name());
    }
    return Nearest.likely(Spelling.lower(name), known.keySet()).stream()
        .map(known::get)
        .distinct()
        .limit(MOST_NEAREST)
        .toList();
  }

  /** Says that there is none of this name, and which are like it. */
  public String noneNamed(String name) {
    List<String> nearest = nearest(name);
    String hint =
        nearest.isEmpty()
            ? "'soundcheck scenarios' lists them."
            : "Did you mean '%s'?".formatted(String.join("' or '", nearest));
    return "There is no scenario '%s'. %s".formatted(name, hint);
  }

  /**
   * The one that answers whatever is said or typed; played when none is named. A folder may replace
   * it.
   */
  public Program conversation() {
    return conversation;
  }
}
