package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Results;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as JUnit XML, a suite for each section and a case for each requirement. What makes the
 * run fail is a failure when the target did it, an error when nothing could be said of it.
 */
final class JunitReport {
  private static final int LONGEST = 20_000;

  private final Results results;
  private final XMLStreamWriter xml;

  private JunitReport(Results results, XMLStreamWriter xml) {
    this.results = results;
    this.xml = xml;
  }

  /** The document. */
  static String xml(Results results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitReport(results, xml).document();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("text in memory can always be written", impossible);
    }
    return text + "\n";
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    attribute("name", "soundcheck: " + results.target());
    counts(results.checks());
    attribute("time", seconds(results.took().toMillis()));
    for (Map.Entry<String, List<Check>> section : SectionTable.sections(results).entrySet()) {
      suite(section.getKey(), section.getValue());
    }
    end();
    xml.writeEndDocument();
  }

  private void suite(String section, List<Check> checks) throws XMLStreamException {
    start("testsuite");
    attribute("name", section);
    counts(checks);
    attribute("skipped", count(checks, Outcome.NOT_APPLICABLE, Outcome.KNOWN_FAILING));
    attribute("time", "0");
    attribute(
        "timestamp",
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            results.began().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
    attribute("hostname", "localhost");
    start("properties");
    property("target", results.target());
    property("profile", results.profile().id());
    property("revision", results.revision());
    property("tool", results.tool());
    end();
    for (Check check : checks) {
      testcase(check);
    }
    end();
  }

  private void counts(List<Check> checks) throws XMLStreamException {
    attribute("tests", Integer.toString(checks.size()));
    attribute("failures", count(checks, Outcome.FAIL, Outcome.STALE));
    attribute("errors", count(checks, Outcome.NOT_TESTABLE, Outcome.HARNESS_FAULT));
  }

  private String count(List<Check> checks, Outcome... outcomes) {
    List<Outcome> counted = List.of(outcomes);
    return Long.toString(
        checks.stream()
            .filter(check -> counted.contains(Outcome.of(check, results.strict())))
            .count());
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testcase(Check check) throws XMLStreamException {
    Requirement requirement = check.requirement();
    start("testcase");
    attribute("classname", requirement.section());
    attribute("name", requirement.id());
    attribute("time", "0");
    Outcome outcome = Outcome.of(check, results.strict());
    switch (outcome) {
      case FAIL, STALE -> problem("failure", outcome, check);
      case NOT_TESTABLE, HARNESS_FAULT -> problem("error", outcome, check);
      case NOT_APPLICABLE, KNOWN_FAILING -> {
        xml.writeEmptyElement("skipped");
        attribute("message", outcome.words() + ": " + check.why());
      }
      case WARNING, NOTE -> {
        start("system-out");
        text(outcome.words() + ": " + message(check) + "\n" + told(check));
        end();
      }
      case PASS -> {}
    }
    end();
  }

  private void problem(String element, Outcome outcome, Check check) throws XMLStreamException {
    start(element);
    attribute("type", outcome.id());
    attribute("message", message(check));
    text(told(check));
    end();
  }

  private static String message(Check check) {
    return check.why().isEmpty() ? check.requirement().words() : check.why();
  }

  private static String told(Check check) {
    Requirement requirement = check.requirement();
    String head =
        "%s%n%s; %s%n"
            .formatted(
                requirement.words(),
                requirement.level().id(),
                String.join(", ", requirement.sources()));
    return head
        + check.offences().stream()
            .map(offence -> offence.conversation() + ", " + offence.breach().message())
            .collect(Collectors.joining("\n"));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1e3);
  }

  private void start(String element) throws XMLStreamException {
    xml.writeStartElement(element);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Plain.lines(value, LONGEST));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(Plain.lines(text, LONGEST));
  }
}
