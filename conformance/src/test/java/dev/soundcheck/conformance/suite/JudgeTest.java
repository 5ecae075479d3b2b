package dev.soundcheck.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.requirement.Requirement.By;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Rule;
import dev.soundcheck.conformance.rule.ServerRule;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Verdict;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check.Weight;
import dev.soundcheck.conformance.suite.KnownFailing.Known;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations and verdicts in, checks out. */
final class JudgeTest {
  private static final Where THERE =
      new Where(2, Duration.ZERO, 1, Origin.SERVER, "session.created");
  private static final Verdict FAILED = Verdict.fail(List.of(new Breach("a", "b", THERE)));
  private static final Verdict NOT_SEEN = Verdict.notTestable("a client that cancels");

  @Test
  void what_passes_somewhere_and_fails_nowhere_passes() {
    Check check = ruled(NOT_SEEN, Verdict.pass(), NOT_SEEN);

    assertThat(check.status()).isEqualTo(Status.PASS);
    assertThat(check.testedIn()).containsExactly("servers/1");
    assertThat(check.why()).isEmpty();
  }

  @Test
  void what_fails_anywhere_fails_and_names_the_conversation() {
    Check check = ruled(Verdict.pass(), FAILED, Verdict.pass());

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.offences()).extracting(Offence::conversation).containsExactly("servers/1");
    assertThat(check.testedIn()).hasSize(3);
  }

  @Test
  void what_was_nowhere_to_be_seen_says_what_was_missing_and_is_red() {
    Check check = ruled(NOT_SEEN, NOT_SEEN);

    assertThat(check.status()).isEqualTo(Status.NOT_TESTABLE);
    assertThat(check.why()).isEqualTo("there was not a client that cancels");
    assertThat(check.weight(false)).isEqualTo(Weight.RED);
  }

  @Test
  void a_rule_that_breaks_is_our_fault_and_not_the_targets() {
    Rule broken = (OneRule) evidence -> List.<Verdict>of().get(0);
    Check check = judge(broken, row(Level.MAY), KnownFailing.NOTHING, held("servers/0"));

    assertThat(check.status()).isEqualTo(Status.HARNESS_FAULT);
    assertThat(check.why()).startsWith("servers/0: the rule broke: ");
    assertThat(check.weight(false)).isEqualTo(Weight.RED);
  }

  @Test
  void what_another_profile_has_does_not_apply() {
    Requirement other =
        new Requirement(
            "one-rule",
            "a",
            Level.MUST,
            Origin.SERVER,
            Set.of(Profile.DOCUMENTED),
            List.of(),
            "",
            By.RULE,
            List.of());
    Check check =
        judge((OneRule) evidence -> FAILED, other, KnownFailing.NOTHING, held("servers/0"));

    assertThat(check.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(check.weight(true)).isEqualTo(Weight.FINE);
  }

  @ParameterizedTest
  @CsvSource({
    "MUST, false, RED",
    "SHOULD, false, WARNING",
    "SHOULD, true, RED",
    "MAY, false, TOLD",
    "MAY, true, TOLD"
  })
  void a_failure_weighs_as_its_level_says(Level level, boolean strict, Weight weight) {
    Check check =
        judge((OneRule) evidence -> FAILED, row(level), KnownFailing.NOTHING, held("servers/0"));

    assertThat(check.weight(strict)).isEqualTo(weight);
  }

  @Test
  void what_is_known_to_fail_is_no_failure_but_what_passes_then_is() {
    KnownFailing known = new KnownFailing(List.of(new Known("one-rule", "issue 7")));
    Check failing = judge((OneRule) evidence -> FAILED, row(Level.MUST), known, held("servers/0"));
    Check passing =
        judge((OneRule) evidence -> Verdict.pass(), row(Level.MAY), known, held("servers/0"));

    assertThat(failing.status()).isEqualTo(Status.KNOWN_FAILING);
    assertThat(failing.why()).isEqualTo("issue 7");
    assertThat(failing.offences()).hasSize(1);
    assertThat(failing.weight(true)).isEqualTo(Weight.FINE);
    assertThat(passing.status()).isEqualTo(Status.STALE);
    assertThat(passing.weight(false)).isEqualTo(Weight.RED);
  }

  @Test
  void a_conversation_is_judged_by_its_lines() {
    Requirement row = scripted("0");
    Unmet line = new Unmet("a.feature:7", "the assistant says", "speech", "nothing");
    Held bad =
        new Held("servers/0", Status.FAIL, "not met", Duration.ZERO, trace(), List.of(line), "");
    Check met = judge(row, held("servers/0"));
    Check unmet = judge(row, bad);
    Check unheld = judge(row, held("servers/another"));

    assertThat(met.status()).isEqualTo(Status.PASS);
    assertThat(unmet.status()).isEqualTo(Status.FAIL);
    assertThat(unmet.offences())
        .singleElement()
        .satisfies(
            offence -> {
              assertThat(offence.breach().expected()).isEqualTo("speech");
              assertThat(offence.breach().where().event())
                  .isEqualTo("a.feature:7: the assistant says");
              assertThat(offence.breach().where().line()).isEqualTo(2);
            });
    assertThat(unheld.status()).isEqualTo(Status.NOT_TESTABLE);
  }

  /** Somebody's own scenarios show what they show. */
  @Test
  void in_conversations_that_were_not_chosen_for_it_nothing_has_to_be_seen() {
    Selection own = new Selection(List.of(row(Level.MUST), scripted("1")), List.of(), false);
    List<Check> checks =
        judge((OneRule) evidence -> NOT_SEEN, KnownFailing.NOTHING)
            .judge(own, List.of(held("servers/0")));

    assertThat(checks)
        .extracting(Check::status)
        .containsExactly(Status.NOT_APPLICABLE, Status.NOT_TESTABLE);
  }

  @Test
  void conversations_in_which_nothing_was_seen_are_not_read() {
    Held empty = Held.not("servers/0", "no connection", new Trace(header(), List.of(), List.of()));
    Check check =
        judge((OneRule) evidence -> Verdict.pass(), row(Level.MUST), KnownFailing.NOTHING, empty);

    assertThat(check.status()).isEqualTo(Status.NOT_TESTABLE);
    assertThat(check.why()).isEqualTo("there was not a conversation");
  }

  private interface OneRule extends ServerRule {
    @Override
    default String id() {
      return "one-rule";
    }
  }

  private static Check ruled(Verdict... verdicts) {
    Deque<Verdict> next = new ArrayDeque<>(List.of(verdicts));
    Held[] held = new Held[verdicts.length];
    for (int i = 0; i < verdicts.length; i++) {
      held[i] = held("servers/" + i);
    }
    return judge((OneRule) evidence -> next.remove(), row(Level.MUST), KnownFailing.NOTHING, held);
  }

  private static Check judge(Requirement row, Held... held) {
    return judge((OneRule) evidence -> FAILED, row, KnownFailing.NOTHING, held);
  }

  private static Check judge(Rule rule, Requirement row, KnownFailing known, Held... held) {
    Selection all = new Selection(List.of(row), List.of(), true);
    return judge(rule, known).judge(all, List.of(held)).get(0);
  }

  private static Judge judge(Rule rule, KnownFailing known) {
    return new Judge(Profile.LIVE, id -> Optional.of(rule), known);
  }

  private static Requirement row(Level level) {
    return requirement("one-rule", level, By.RULE);
  }

  private static Requirement scripted(String id) {
    return requirement(id, Level.MUST, By.CONVERSATION);
  }

  private static Requirement requirement(String id, Level level, By by) {
    return new Requirement(
        id,
        "a",
        level,
        Origin.SERVER,
        Set.of(Profile.values()),
        List.of(),
        "",
        by,
        List.of("servers/0"));
  }

  private static Held held(String name) {
    return new Held(name, Status.PASS, "", Duration.ZERO, trace(), List.of(), "");
  }

  private static Trace trace() {
    Observed one =
        new Observed.Message(
            Duration.ZERO,
            1,
            Origin.SERVER,
            "ping",
            Json.parse("{\"type\":\"ping\"}").orElseThrow());
    return new Trace(header(), List.of(one), List.of());
  }

  private static TraceHeader header() {
    return TraceHeader.of(Instant.EPOCH, "a test", Profile.LIVE, "test");
  }
}
