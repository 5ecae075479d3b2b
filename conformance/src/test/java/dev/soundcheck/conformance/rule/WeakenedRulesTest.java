package dev.soundcheck.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.rule.book.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule by itself, so that a mutant of it is held against its own cases and the recordings
 * alone: {@code conformance/mutants/run}. {@link RulesTest} says the same of all rules together.
 */
@Tag("mutants")
final class WeakenedRulesTest {
  /** Read only when asked for: most mutants are noticed by a case of theirs. */
  private static final class Recordings {
    static final Map<String, Evidence> ALL = all();

    private static Map<String, Evidence> all() {
      Map<String, Evidence> all = new LinkedHashMap<>();
      Cases.recordings().forEach(name -> all.put(name, Evidence.of(Cases.recording(name))));
      return all;
    }
  }

  /** The same of strangers' clients. */
  private static final class Others {
    static final List<Evidence> ALL = Statuses.others();
  }

  static Stream<String> rules() {
    return Rulebook.ALL.stream().map(Rule::id);
  }

  /** One test a rule, not one a case: each start of a test costs more than a case does. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_rule_says_of_its_own_cases_what_it_said(String id) throws IOException {
    Rule rule = Rulebook.named(id).orElseThrow();
    List<Cases.Case> own = Cases.of(id);

    assertThat(own).isNotEmpty();
    for (Cases.Case one : own) {
      Verdict verdict = rule.judge(one.evidence());
      assertThat(verdict.status())
          .as(one.name())
          .isEqualTo(one.fails() ? Status.FAIL : Status.PASS);
      assertThat(verdict.breaches().stream().limit(1).map(Breach::message))
          .as(one.name())
          .isEqualTo(expected(one));
    }
  }

  private static List<String> expected(Cases.Case one) throws IOException {
    return Files.exists(one.verdict())
        ? Files.readAllLines(one.verdict()).stream()
            .filter(line -> Cases.id(line).equals(one.rule()))
            .map(WeakenedRulesTest::message)
            .toList()
        : List.of();
  }

  private static String message(String line) {
    return line.replaceFirst("^\\[FAIL] [a-z0-9-]+: ", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_rule_says_of_each_recording_what_it_said(String id) throws IOException {
    Rule rule = Rulebook.named(id).orElseThrow();
    Map<Status, List<String>> said = new TreeMap<>();
    Recordings.ALL.forEach(
        (name, evidence) ->
            said.computeIfAbsent(rule.judge(evidence).status(), status -> new ArrayList<>())
                .add(name));

    assertThat(said).isEqualTo(Statuses.of(id));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void a_rule_says_as_often_what_it_said_of_strangers_clients(String id) {
    String now = Statuses.count(Rulebook.named(id).orElseThrow(), Others.ALL);

    assertThat(Statuses.lines(Statuses.COUNTS)).contains(now);
  }
}
