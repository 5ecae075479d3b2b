package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.verify.Difference;
import dev.soundcheck.conformance.verify.Tolerances;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.schemas.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Strangers' clients without themselves: what each of them said in a run of conformance/interop is
 * said again to the mock, in virtual time, and it answers as it did. Taken anew, after a run, with
 * {@code -Dgolden=write} (recordings/README.md).
 */
@Timeout(120)
final class ClientRecordingsTest {
  private static final Path RUNS = Path.of("target", "interop", "reports");
  private static final Path ROOT = Path.of("..", "recordings", "interop");
  private static final Path BREAKS = ROOT.resolve("breaks.yaml");

  /** Runs in which a driver of ours speaks, and the client only reads. */
  private static final String PARSER_ALONE = "frames-";

  private static final long LARGEST = 3_000_000;
  private static final JsonMapper JSON = new JsonMapper();

  static List<Path> traces() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
    }
  }

  @BeforeAll
  static void they_are_taken_anew_when_asked_for() throws IOException {
    if (!"write".equals(System.getProperty("golden"))) {
      return;
    }
    assertThat(System.getenv("CI")).as("recordings are compared in CI, not made").isNull();
    assertThat(RUNS).as("run conformance/interop/run first").isDirectory();
    try (Stream<Path> files = Files.walk(RUNS, 3)) {
      for (Path report : files.filter(file -> file.endsWith("report.json")).sorted().toList()) {
        take(report);
      }
    }
    writeBreaks();
  }

  private static void take(Path report) throws IOException {
    Path run = RUNS.relativize(report.getParent());
    String name = run.getFileName().toString();
    if (name.endsWith("@newest") || name.startsWith(PARSER_ALONE)) {
      return;
    }
    for (JsonNode conversation : JSON.readTree(report.toFile()).path("conversations")) {
      assertThat(conversation.path("status").asString())
          .as(run + " has to be green")
          .isEqualTo("pass");
      Trace trace = TraceReader.read(report.resolveSibling(conversation.path("trace").asString()));
      String scenario = conversation.path("name").asString().replace('/', '.');
      Path file = ROOT.resolve(run).resolve(scenario + ".ndjson");
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      try (TraceWriter writer = TraceWriter.create(file, trace.header().with(TraceAudio.HASH))) {
        trace.seen().forEach(writer::write);
      }
    }
  }

  private static void writeBreaks() throws IOException {
    StringBuilder text =
        new StringBuilder("# The rules that these clients break in these recordings.\n");
    for (Path file : traces()) {
      List<String> broken = broken(TraceReader.read(file));
      if (!broken.isEmpty()) {
        text.append("%s: [%s]\n".formatted(name(file), String.join(", ", broken)));
      }
    }
    Files.writeString(BREAKS, text.toString());
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/').replaceFirst("\\.ndjson$", "");
  }

  private static List<String> broken(Trace trace) {
    Evidence evidence = Evidence.of(trace);
    return Rulebook.ALL.stream()
        .filter(rule -> rule.binds() == Origin.CLIENT)
        .filter(rule -> rule.judge(evidence).status() == Status.FAIL)
        .map(rule -> rule.id())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void the_mock_answers_a_client_as_it_did(Path file) {
    Fidelity fidelity = Fidelity.of(TraceReader.read(file), Tolerances.builtIn());

    assertThat(fidelity.comparison().different())
        .filteredOn(
            step -> !step.differences().stream().allMatch(ClientRecordingsTest::isForPeople))
        .isEmpty();
    assertThat(fidelity.comparison().compared()).isGreaterThan(1);
  }

  /** Names ids in its words; type, code and param are compared (WhatClientsNeedTest has words). */
  private static boolean isForPeople(Difference difference) {
    return difference.path().equals("/error/message");
  }

  @Test
  void each_client_breaks_the_rules_that_are_known_and_no_other() throws IOException {
    Map<String, List<String>> broken = new TreeMap<>();
    for (Path file : traces()) {
      List<String> rules = broken(TraceReader.read(file));
      if (!rules.isEmpty()) {
        broken.put(name(file), rules);
      }
    }

    assertThat(broken).isEqualTo(known());
  }

  @Test
  void all_of_them_together_are_small() throws IOException {
    long bytes = 0;
    for (Path file : traces()) {
      bytes += Files.size(file);
    }

    assertThat(bytes).isBetween(1L, LARGEST);
  }

  private static Map<String, List<String>> known() {
    Map<String, List<String>> known = new TreeMap<>();
    new YAMLMapper()
        .readTree(BREAKS.toFile())
        .properties()
        .forEach(
            row ->
                known.put(
                    row.getKey(),
                    row.getValue().valueStream().map(JsonNode::stringValue).toList()));
    return known;
  }
}
