package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.suite.Results;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** JUnit XML, as CI systems read it. */
final class JunitReportTest {
  @Test
  void it_is_valid() throws Exception {
    validate(Samples.failing());
    validate(Samples.fine());
    validate(Hostile.results());
    validate(Samples.of(List.of(), List.of()));
  }

  @Test
  void what_makes_the_run_fail_is_red() throws Exception {
    Document xml = document(Samples.failing());

    assertThat(cases(xml, "failure"))
        .containsExactlyInAnyOrder(
            "no-audio-after-cancel", "session-update-is-acknowledged", "status-details-are-told");
    assertThat(cases(xml, "error"))
        .containsExactlyInAnyOrder("a-dropped-conversation-is-resumed", "levels-are-even");
    assertThat(cases(xml, "skipped"))
        .containsExactlyInAnyOrder("items-are-chained", "items-can-be-retrieved");
    assertThat(cases(xml, "system-out"))
        .containsExactlyInAnyOrder("speech-offsets-are-true", "names-are-kept");
  }

  @Test
  void its_counts_are_those_of_its_cases() throws Exception {
    Element all = document(Samples.failing()).getDocumentElement();
    assertThat(all.getAttribute("tests")).isEqualTo("29");
    assertThat(all.getAttribute("failures")).isEqualTo("3");
    assertThat(all.getAttribute("errors")).isEqualTo("2");
    assertThat(all.getAttribute("time")).isEqualTo("73.400");
  }

  @Test
  void a_failure_says_where_what_was_expected_and_what_was_found() throws Exception {
    Document xml = document(Samples.failing());
    NodeList failures = xml.getElementsByTagName("failure");
    assertThat(failures.item(2).getTextContent())
        .contains(
            "servers/the-user-breaks-into-an-answer",
            "expected silence soon after response.cancel, found 0.20 s of sound, 900 ms later",
            "must; live-behaviour.md 1.3/4");
  }

  private static List<String> cases(Document xml, String with) {
    List<String> names = new ArrayList<>();
    NodeList found = xml.getElementsByTagName(with);
    for (int i = 0; i < found.getLength(); i++) {
      names.add(((Element) found.item(i).getParentNode()).getAttribute("name"));
    }
    return names;
  }

  private static Document document(Results results)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JunitReport.xml(results))));
  }

  private static void validate(Results results) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Objects.requireNonNull(JunitReportTest.class.getResource("junit.xsd")))
        .newValidator()
        .validate(new StreamSource(new StringReader(JunitReport.xml(results))));
  }
}
