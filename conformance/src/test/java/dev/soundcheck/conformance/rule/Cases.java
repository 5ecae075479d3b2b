package dev.soundcheck.conformance.rule;

import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The traces that rules are held against: recordings, and recordings with edits. */
final class Cases {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Path RECORDINGS = ROOT.resolve("recordings");
  static final Path FOLDER =
      ROOT.resolve("conformance/src/test/resources/dev/soundcheck/conformance/rule");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<String, Trace> READ = new ConcurrentHashMap<>();

  private Cases() {}

  /**
   * A spoiled or an unusual trace.
   *
   * @param rule the folder it lies in: the id of the rule it is about
   * @param name its file without the ending, {@code fail-…} or {@code pass-…}
   */
  record Case(String rule, String name, Path file) {
    boolean fails() {
      return name.startsWith("fail-");
    }

    Path verdict() {
      return file.resolveSibling(name + ".verdict");
    }

    /** The rules that were not kept; what the recording itself breaks says nothing about it. */
    List<String> failures() {
      Set<String> usual = broken(YAML.readTree(file.toFile()).path("of").stringValue());
      return Cases.failures(evidence()).stream()
          .filter(line -> id(line).equals(rule) || !usual.contains(id(line)))
          .toList();
    }

    Evidence evidence() {
      JsonNode document = YAML.readTree(file.toFile());
      Trace trace = recording(document.path("of").stringValue());
      List<Observed> seen = new ArrayList<>(trace.seen());
      document.path("edits").forEach(row -> new Edit(row).apply(seen));
      Profile profile =
          Profile.named(document.path("profile").asString(trace.header().profile().id()))
              .orElseThrow();
      return Evidence.of(new Trace(trace.header(), seen, List.of()), profile);
    }

    @Override
    public String toString() {
      return rule + "/" + name;
    }
  }

  /** All cases, in the order of their names. */
  static List<Case> all() {
    return below(FOLDER);
  }

  /** Those of a rule. */
  static List<Case> of(String rule) {
    return below(FOLDER.resolve(rule));
  }

  private static List<Case> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*[/\\\\](fail|pass)-[a-z0-9-]+\\.yaml"))
          .sorted()
          .map(Cases::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Case of(Path file) {
    int last = file.getNameCount() - 1;
    String name = file.getName(last).toString().replaceFirst("\\.yaml$", "");
    return new Case(file.getName(last - 1).toString(), name, file);
  }

  /** The names of all recordings. */
  static List<String> recordings() {
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      return files
          .filter(file -> file.endsWith("trace.ndjson"))
          .map(file -> RECORDINGS.relativize(file.getParent()).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Strangers' clients, and the traces beside the cases: files, in the order of their names. */
  static List<Path> others() {
    List<Path> others = new ArrayList<>();
    for (Path folder : List.of(RECORDINGS.resolve("interop"), FOLDER.resolve("traces"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".ndjson")).sorted().forEach(others::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return others;
  }

  static Trace recording(String name) {
    return READ.computeIfAbsent(name, it -> TraceReader.read(file(it)));
  }

  /** Traces that are no recordings of their own lie beside the cases. */
  private static Path file(String name) {
    return name.startsWith("traces/")
        ? FOLDER.resolve(name + ".ndjson")
        : RECORDINGS.resolve(name).resolve("trace.ndjson");
  }

  /** The rules that a recording breaks with a reason: {@code recordings.yaml}. */
  static Set<String> broken(String recording) {
    Set<String> broken = new TreeSet<>();
    for (JsonNode row : YAML.readTree(FOLDER.resolve("recordings.yaml").toFile())) {
      if (recording.equals(row.path("of").stringValue())) {
        row.path("breaks").forEach(rule -> broken.add(rule.stringValue()));
      }
    }
    return broken;
  }

  /** Which rule a line is about. */
  static String id(String line) {
    return line.replaceFirst("^\\[FAIL] ([a-z0-9-]+): (?s:.*)", "$1");
  }

  /** What each rule says of it, by id. */
  static Map<String, Verdict> verdicts(Evidence evidence) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    Rulebook.ALL.forEach(rule -> verdicts.put(rule.id(), rule.judge(evidence)));
    return verdicts;
  }

  /** The rules that were not kept, a line each, with the first place. */
  static List<String> failures(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    verdicts(evidence)
        .forEach(
            (id, verdict) ->
                verdict.breaches().stream()
                    .limit(1)
                    .forEach(breach -> lines.add("[FAIL] %s: %s".formatted(id, breach.message()))));
    return lines;
  }
}
