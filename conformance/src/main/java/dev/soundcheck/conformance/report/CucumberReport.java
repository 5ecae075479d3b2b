package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import io.cucumber.messages.types.Duration;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Meta;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Product;
import io.cucumber.messages.types.SourceReference;
import io.cucumber.messages.types.StepDefinition;
import io.cucumber.messages.types.StepDefinitionPattern;
import io.cucumber.messages.types.StepDefinitionPatternType;
import io.cucumber.messages.types.StepMatchArgumentsList;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestRunFinished;
import io.cucumber.messages.types.TestRunStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.messages.types.TestStepStarted;
import io.cucumber.messages.types.Timestamp;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Results as Cucumber messages: a feature for each section, a scenario of one step for each
 * requirement. Cucumber has no word for what could not be tested, so what makes the run fail fails.
 */
final class CucumberReport {
  /** The version of the messages whose classes are used here. */
  private static final String PROTOCOL = "30.1.0";

  private static final String RUN = "run";
  private static final String STEP = "step";
  private static final int LONGEST = 20_000;
  private static final Duration NO_TIME = new Duration(0L, 0L);

  private final Results results;
  private final Timestamp began;
  private final Timestamp ended;
  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<Envelope> cases = new ArrayList<>();
  private int ids;

  private CucumberReport(Results results) {
    this.results = results;
    began = timestamp(results.began());
    ended = timestamp(results.began().plus(results.took()));
  }

  /** The messages, one a line. */
  static String ndjson(Results results) {
    StringWriter text = new StringWriter();
    Serializer serializer = new Serializer();
    try {
      for (Envelope envelope : new CucumberReport(results).messages()) {
        serializer.writeValue(text, envelope);
        text.write('\n');
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be written", impossible);
    }
    return text.toString();
  }

  private List<Envelope> messages() {
    Product nobody = new Product("unknown", null);
    envelopes.add(
        Envelope.of(
            new Meta(
                PROTOCOL,
                new Product("soundcheck", results.tool()),
                new Product("java", null),
                nobody,
                nobody,
                null)));
    List<TestedPickle> pickles = new ArrayList<>();
    SectionTable.sections(results)
        .forEach((section, checks) -> pickles.addAll(feature(section, checks)));
    envelopes.add(
        Envelope.of(
            new StepDefinition(
                STEP,
                new StepDefinitionPattern(".*", StepDefinitionPatternType.REGULAR_EXPRESSION),
                SourceReference.of("soundcheck"))));
    envelopes.add(Envelope.of(new TestRunStarted(began, RUN)));
    pickles.forEach(this::plan);
    envelopes.addAll(cases);
    envelopes.add(Envelope.of(new TestRunFinished(null, !results.red(), ended, null, RUN)));
    return envelopes;
  }

  private record TestedPickle(Pickle pickle, Check check) {}

  private List<TestedPickle> feature(String section, List<Check> checks) {
    String source =
        "Feature: %s%n".formatted(Plain.line(section, LONGEST))
            + checks.stream().map(CucumberReport::scenario).collect(Collectors.joining());
    List<Envelope> parsed =
        GherkinParser.builder()
            .idGenerator(this::id)
            .build()
            .parse(section + ".feature", source.getBytes(StandardCharsets.UTF_8))
            .toList();
    envelopes.addAll(parsed);
    List<Pickle> pickles =
        parsed.stream().flatMap(envelope -> envelope.getPickle().stream()).toList();
    List<TestedPickle> tested = new ArrayList<>();
    for (int i = 0; i < pickles.size(); i++) {
      tested.add(new TestedPickle(pickles.get(i), checks.get(i)));
    }
    return tested;
  }

  private static String scenario(Check check) {
    return "%n  @%s%n  Scenario: %s%n    * %s%n"
        .formatted(
            check.requirement().level().id(),
            Plain.line(check.requirement().id(), LONGEST),
            Plain.line(check.requirement().words(), LONGEST));
  }

  /** The plan of a case goes before all cases, what happened in it behind all plans. */
  private void plan(TestedPickle tested) {
    String testCase = id();
    String step = id();
    String started = id();
    envelopes.add(
        Envelope.of(
            new TestCase(
                testCase,
                tested.pickle().getId(),
                List.of(
                    new TestStep(
                        null,
                        step,
                        tested.pickle().getSteps().get(0).getId(),
                        List.of(STEP),
                        List.of(new StepMatchArgumentsList(List.of())))),
                RUN)));
    cases.add(Envelope.of(new TestCaseStarted(0L, started, testCase, null, began)));
    cases.add(Envelope.of(new TestStepStarted(started, step, began)));
    Outcome outcome = Outcome.of(tested.check(), results.strict());
    if (outcome == Outcome.WARNING || outcome == Outcome.NOTE) {
      cases.add(Envelope.of(attachment(started, step, outcome, tested.check())));
    }
    cases.add(
        Envelope.of(new TestStepFinished(started, step, result(outcome, tested.check()), ended)));
    cases.add(Envelope.of(new TestCaseFinished(started, ended, false)));
  }

  private Attachment attachment(String started, String step, Outcome outcome, Check check) {
    return new Attachment(
        told(outcome, check),
        AttachmentContentEncoding.IDENTITY,
        null,
        "text/plain",
        null,
        started,
        step,
        null,
        RUN,
        null,
        ended);
  }

  private static TestStepResult result(Outcome outcome, Check check) {
    return switch (outcome) {
      case PASS, WARNING, NOTE ->
          new TestStepResult(NO_TIME, null, TestStepResultStatus.PASSED, null);
      case NOT_APPLICABLE, KNOWN_FAILING ->
          new TestStepResult(NO_TIME, told(outcome, check), TestStepResultStatus.SKIPPED, null);
      case FAIL, NOT_TESTABLE, HARNESS_FAULT, STALE ->
          new TestStepResult(NO_TIME, told(outcome, check), TestStepResultStatus.FAILED, null);
    };
  }

  private static String told(Outcome outcome, Check check) {
    String text =
        outcome.words()
            + (check.why().isEmpty() ? "" : ": " + check.why())
            + check.offences().stream()
                .map(offence -> "\n" + offence.conversation() + ", " + offence.breach().message())
                .collect(Collectors.joining());
    return Plain.lines(text, LONGEST);
  }

  private String id() {
    return Integer.toString(++ids);
  }

  private static Timestamp timestamp(Instant when) {
    return new Timestamp(when.getEpochSecond(), (long) when.getNano());
  }
}
