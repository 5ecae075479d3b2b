package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.rule.Evidence;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.suite.ServerSuite;
import dev.soundcheck.fuzz.Corpus;
import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.schemas.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a trace holds that can be read, it can be judged: no rule and no ear breaks over it. */
final class JudgingFuzzTest {
  private static final Tolerances TOLERANCES = Tolerances.builtIn();
  private static final Trace ANOTHER = trace(corpus().get(0)).orElseThrow();

  private static final List<Rule> RULES =
      Requirements.newest().all().stream()
          .map(Requirement::id)
          .flatMap(id -> ServerSuite.rules().apply(id).stream())
          .toList();

  @Test
  void every_trace_is_judged_by_all_rules() {
    assertThat(RULES).hasSizeGreaterThan(100);
    Fuzz.ofTexts("judged", Kinds.traces(), corpus())
        .oneIn(4)
        .runTexts(text -> trace(text).map(JudgingFuzzTest::judged).orElse(false));
  }

  private static boolean judged(Trace trace) {
    Evidence evidence = Evidence.of(trace);
    RULES.forEach(rule -> assertThat(rule.judge(evidence)).as(rule.id()).isNotNull());
    return true;
  }

  @Test
  void every_trace_is_heard_and_held_against_the_contract() {
    Profile[] profiles = Profile.values();
    Fuzz.ofTexts("verified", Kinds.traces(), corpus())
        .oneIn(4)
        .runTexts(text -> trace(text).map(one -> verified(one, profiles)).orElse(false));
  }

  private static boolean verified(Trace trace, Profile[] profiles) {
    Profile profile = profiles[trace.seen().size() % profiles.length];
    assertThat(Verifier.verify(trace, profile))
        .allSatisfy(remark -> assertThat(remark.toString()).doesNotContain("the rule broke"));
    return true;
  }

  @Test
  void every_trace_is_compared_with_another() {
    Fuzz.ofTexts("compared", Kinds.traces(), corpus())
        .oneIn(4)
        .runTexts(text -> trace(text).map(JudgingFuzzTest::compared).orElse(false));
  }

  private static boolean compared(Trace trace) {
    assertThat(TraceDiff.of(ANOTHER, trace, TOLERANCES)).isNotNull();
    assertThat(TraceDiff.of(trace, ANOTHER, TOLERANCES)).isNotNull();
    return true;
  }

  @Test
  void work_grows_as_a_trace_grows() {
    String all = corpus().get(0);
    String header = all.lines().findFirst().orElseThrow();
    String rest = all.substring(header.length());
    Growth.isNotQuadratic(
        "judging and hearing",
        rest.length() * 4,
        length -> (header + rest.repeat(length / rest.length())).getBytes(StandardCharsets.UTF_8),
        input -> {
          Trace trace = trace(new String(input, StandardCharsets.UTF_8)).orElseThrow();
          return judged(trace) && verified(trace, Profile.values());
        });
  }

  private static Optional<Trace> trace(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(TraceReader.read("fuzz", new ByteArrayInputStream(bytes)));
    } catch (TraceException refused) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> corpus() {
    return Corpus.texts("recordings", ".ndjson").stream()
        .filter(text -> text.length() > 1_000 && text.length() < 12_000)
        .toList();
  }
}
