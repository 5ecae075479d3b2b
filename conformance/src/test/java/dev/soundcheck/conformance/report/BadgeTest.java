package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.rule.Status;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The badge. */
final class BadgeTest {
  @Test
  void it_says_how_many_are_met_also_to_whoever_does_not_see_it() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Badge.svg(Samples.failing()))));

    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("soundcheck: 20 of 28 requirements met");
    assertThat(svg.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("20 of 28");
  }

  @Test
  void its_colour_is_that_of_the_run() {
    assertThat(Badge.svg(Samples.failing())).contains("#b3261e");
    assertThat(Badge.svg(Samples.fine())).contains("#2e7d32").contains(">23 of 23<");
    assertThat(
            Badge.svg(
                Samples.of(
                    List.of(), List.of(Samples.check(Status.FAIL, Level.SHOULD, "", List.of())))))
        .contains("#8a6100");
    assertThat(Badge.svg(Samples.of(List.of(), List.of()))).contains("#5f6368", ">nothing judged<");
  }
}
