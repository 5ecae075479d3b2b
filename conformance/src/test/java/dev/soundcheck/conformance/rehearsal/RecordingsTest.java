package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.verify.Verifier;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The recordings of the built-in scenarios: made with {@code -Dgolden=write}, only those whose
 * names begin with {@code -Dgolden.of=…} where it is given; held in every build against the
 * contract and against what is expected of them (recordings/README.md).
 */
@Timeout(300)
class RecordingsTest {
  private static final Path ROOT = Path.of("..", "recordings");
  private static final Path STRANGERS = ROOT.resolve("interop");
  private static final long LARGEST = 2_000_000;
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Those that have a recording: some of each kind, because all would be many and large. */
  static Stream<String> scenarios() {
    return Repertoire.builtIn().programs().stream()
        .map(Program::name)
        .filter(name -> Files.isDirectory(folder(name)));
  }

  @Test
  void every_recording_is_of_a_scenario_that_is_there() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      assertThat(files.filter(file -> file.endsWith("about.yaml")).map(Path::getParent))
          .containsExactlyInAnyOrderElementsOf(scenarios().map(RecordingsTest::folder).toList());
    }
  }

  private static Path folder(String scenario) {
    return ROOT.resolve(scenario);
  }

  private static Trace trace(String scenario) {
    return TraceReader.read(folder(scenario).resolve("trace.ndjson"));
  }

  @BeforeAll
  static void they_are_made_again_when_asked_for() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("recordings are compared in CI, not made").isNull();
      String wanted = System.getProperty("golden.of", "");
      for (String scenario : scenarios().filter(name -> name.startsWith(wanted)).toList()) {
        make(scenario);
      }
    } else if ("findings".equals(System.getProperty("golden"))) {
      for (String scenario : scenarios().toList()) {
        Instant startedAt = trace(scenario).header().startedAt();
        Files.writeString(folder(scenario).resolve("about.yaml"), about(scenario, startedAt));
      }
    }
  }

  private static void make(String scenario) throws IOException {
    Program program = Repertoire.builtIn().named(scenario).orElseThrow();
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Rehearsal rehearsal = Rehearsal.play(program, ServerOptions.builder().build());

    assertThat(rehearsal.client().unmet()).isEmpty();
    Path folder = Files.createDirectories(folder(scenario));
    Path file = folder.resolve("trace.ndjson");
    Files.deleteIfExists(file);
    TraceHeader header =
        TraceHeader.of(startedAt, "the mock server", Profile.LIVE, "rehearsal")
            .with(TraceAudio.HASH);
    try (TraceWriter writer = TraceWriter.create(file, header)) {
      rehearsal.client().seen().forEach(writer::write);
    }
    Files.writeString(folder.resolve("about.yaml"), about(scenario, startedAt));
  }

  private static String about(String scenario, Instant startedAt) {
    StringBuilder about =
        new StringBuilder(
            """
            what: the scenario %s, both roles
            when: %s
            how: mvn -o test -pl conformance -Dtest=RecordingsTest -Dgolden=write
            against: the mock server of this project, profile live; nothing here is the live service
            findings:%s
            """
                .formatted(scenario, startedAt, findings(scenario).isEmpty() ? " []" : ""));
    findings(scenario)
        .forEach(
            one -> about.append("- ").append(Json.mapper().writeValueAsString(one)).append('\n'));
    return about.toString();
  }

  private static List<String> findings(String scenario) {
    Trace trace = trace(scenario);
    return Verifier.verify(trace, trace.header().profile()).stream()
        .map(remark -> "%s: %s".formatted(remark.event(), remark.text()))
        .distinct()
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void has_the_findings_that_are_expected(String scenario) {
    JsonNode about = YAML.readTree(folder(scenario).resolve("about.yaml").toFile());

    assertThat(about.path("findings").valueStream().map(JsonNode::stringValue).toList())
        .isEqualTo(findings(scenario));
    assertThat(about.path("what").asString()).contains(scenario);
    assertThat(about.path("against").asString()).contains("the mock server");
    assertThat(trace(scenario).notes()).isEmpty();
    assertThat(trace(scenario).messages()).hasSizeGreaterThan(5);
  }

  @Test
  void all_recordings_together_are_small() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.startsWith(STRANGERS))
                  .mapToLong(RecordingsTest::size)
                  .sum())
          .isLessThan(LARGEST);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
