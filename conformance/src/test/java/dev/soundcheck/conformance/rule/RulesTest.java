package dev.soundcheck.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rule.book.Rulebook;
import dev.soundcheck.conformance.verify.Import;
import dev.soundcheck.schemas.Shared;
import dev.soundcheck.schemas.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Rules without test code: beside each case lies what all rules say of it, {@code *.verdict};
 * {@code -Dgolden=write} writes these anew, and the difference is to be read (style.md 4.7).
 */
final class RulesTest {
  private static final boolean WRITING = "write".equals(System.getProperty("golden"));

  static Stream<Cases.Case> failing() {
    return Cases.all().stream().filter(Cases.Case::fails);
  }

  static Stream<Cases.Case> passing() {
    return Cases.all().stream().filter(one -> !one.fails());
  }

  static List<String> recordings() {
    return Cases.recordings();
  }

  /** A rule that finds more than it should is caught as surely as one that finds less. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("failing")
  void a_spoiled_trace_breaks_exactly_these_rules(Cases.Case spoiled) throws IOException {
    List<String> failures = spoiled.failures();
    written(spoiled, failures);

    assertThat(failures).isEqualTo(Files.readAllLines(spoiled.verdict()));
    assertThat(failures).anyMatch(line -> Cases.id(line).equals(spoiled.rule()));
  }

  /** Others may be broken on the way there; a verdict beside the case names them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void an_unusual_trace_keeps_its_rule(Cases.Case unusual) throws IOException {
    List<String> failures = unusual.failures();
    written(unusual, failures);

    assertThat(failures)
        .isEqualTo(
            Files.exists(unusual.verdict()) ? Files.readAllLines(unusual.verdict()) : List.of());
    assertThat(Cases.verdicts(unusual.evidence()))
        .hasEntrySatisfying(
            unusual.rule(), verdict -> assertThat(verdict.status()).isEqualTo(Status.PASS));
  }

  private static void written(Cases.Case one, List<String> failures) throws IOException {
    if (!WRITING) {
      return;
    }
    assertThat(System.getenv("CI")).as("verdicts are compared in CI, not made").isNull();
    if (failures.isEmpty()) {
      Files.deleteIfExists(one.verdict());
    } else {
      Files.write(one.verdict(), failures);
    }
  }

  /** Recordings break no rule but those that {@code recordings.yaml} gives a reason for. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("recordings")
  void a_recording_keeps_all_rules(String name) {
    List<String> failures = Cases.failures(Evidence.of(Cases.recording(name)));

    assertThat(failures)
        .map(Cases::id)
        .as("%s", failures)
        .containsExactlyInAnyOrderElementsOf(Cases.broken(name));
  }

  /** A rule that looks away where it looked before is weaker, and nobody would notice. */
  @Test
  void rules_can_be_judged_in_the_recordings_in_which_they_could() throws IOException {
    List<String> now = Statuses.now();
    if (WRITING) {
      Files.write(Statuses.FILE, now);
    }

    assertThat(now).isEqualTo(Statuses.lines());
  }

  /** Real clients do what no scenario has, and in profiles that no other recording has. */
  @Test
  void what_each_rule_says_of_strangers_clients_is_counted() throws IOException {
    List<Evidence> others = Statuses.others();
    List<String> now = Rulebook.ALL.stream().map(rule -> Statuses.count(rule, others)).toList();
    if (WRITING) {
      Files.write(Statuses.COUNTS, now);
    }

    assertThat(now).isEqualTo(Statuses.lines(Statuses.COUNTS));
  }

  @Test
  void what_a_recording_breaks_has_a_reason() {
    assertThat(table("recordings.yaml"))
        .allSatisfy(
            row -> {
              assertThat(Cases.recordings()).contains(row.path("of").stringValue());
              assertThat(row.path("because").asString("")).isNotBlank();
            });
  }

  /** live-sessions: ground truth, from the live service and from the client that recorded it. */
  @Test
  void every_live_session_keeps_all_rules() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Shared.file("live-sessions"))) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Trace trace = Import.read(file, "test");
      assertThat(Cases.failures(Evidence.of(trace))).as("%s", file.getFileName()).isEmpty();
    }
  }

  @Test
  void every_rule_has_a_trace_that_breaks_it_and_one_that_keeps_it() {
    Set<String> broken = new TreeSet<>();
    Set<String> kept = new TreeSet<>();
    failing().forEach(one -> broken.add(one.rule()));
    passing().forEach(one -> kept.add(one.rule()));
    for (String recording : Cases.recordings()) {
      Map<String, Verdict> verdicts = Cases.verdicts(Evidence.of(Cases.recording(recording)));
      verdicts.forEach(
          (id, verdict) -> {
            if (verdict.status() == Status.PASS) {
              kept.add(id);
            }
          });
    }
    List<String> ids = Rulebook.ALL.stream().map(Rule::id).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(broken).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(kept).containsAll(ids);
  }

  /** What a rule says of nothing at all must not read as green. */
  @Test
  void no_rule_is_kept_by_an_empty_trace() {
    Trace any = Cases.recording(Cases.recordings().get(0));
    Evidence nothing = Evidence.of(new Trace(any.header(), List.of(), List.of()));

    assertThat(Cases.verdicts(nothing).values())
        .noneMatch(verdict -> verdict.status() == Status.PASS)
        .allMatch(verdict -> !verdict.why().isBlank());
  }

  private static JsonNode table(String name) {
    return new YAMLMapper().readTree(RulesTest.class.getResourceAsStream(name));
  }
}
