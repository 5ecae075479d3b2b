package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults as they are written on the command line and in scenarios (issue 4 point 4). */
final class FaultReaderTest {
  private static final Path DOCS = Path.of(System.getProperty("soundcheck.root"), "docs");

  private static List<String> mistakesIn(String written) {
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> Fault.parse(written));
    return thrown.mistakes();
  }

  /** The example of issue 4, "Shown by". */
  @Test
  void several_faults_have_their_chances_and_moments() {
    List<Fault> faults = Fault.parse("stall=5%,close=1011@3s");

    assertThat(faults)
        .containsExactly(
            new Fault(FaultKind.STALL, List.of(""), Fault.ALWAYS, 0.05, Moment.NOW),
            new Fault(
                FaultKind.CLOSE,
                List.of("1011", ""),
                Fault.ALWAYS,
                1,
                Moment.after(Duration.ofSeconds(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stall=5%",
        "close=1011:gone@3s",
        "drop=response.done:2x:12.5%",
        "missing=response.done:response.usage",
        "clock-jump=-1h",
        "half-open@response.output_audio.delta#3",
        "oversize=response.done:20MiB:1x@300ms"
      })
  void a_fault_is_written_as_it_was_read(String written) {
    assertThat(Fault.parse(written)).singleElement().hasToString(written);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void a_fault_is_shown_with_arguments_that_it_takes(FaultKind kind) {
    assertThat(kind.parameters())
        .filteredOn(parameter -> !parameter.optional() || !parameter.usual().isEmpty())
        .allMatch(parameter -> parameter.type().accepts(parameter.example()));
  }

  @Test
  void arguments_that_may_be_left_out_have_their_defaults() {
    assertThat(Fault.parse("delay=2s").get(0).arguments())
        .containsExactly("response.output_audio.delta", "2s");
    assertThat(Fault.parse("delay=response.done").get(0).arguments())
        .containsExactly("response.done", "500ms");
    assertThat(Fault.parse("split=3").get(0).number(1)).isEqualTo(3);
    assertThat(Fault.parse("bandwidth=64KiB").get(0).number(0)).isEqualTo(65_536);
  }

  @Test
  void all_mistakes_come_together_with_what_is_near() {
    assertThat(
            mistakesIn(
                "stal=5%,close=99,drop=response.dnoe,stall=200%,close=1011@respons.done,refuse@3s"))
        .containsExactly(
            "'stal=5%': expected a fault, got 'stal', did you mean 'stall'?",
            "'close=99': expected a close code from 1000 to 4999, or 1006 for none, got '99'",
            "'drop=response.dnoe': expected an event that servers send, got 'response.dnoe',"
                + " did you mean 'response.done'?",
            "'stall=200%': expected a chance from 0% to 100%, got '200%'",
            "'close=1011@respons.done': expected a moment such as 3s or response.done,"
                + " got 'respons.done', did you mean 'response.done'?",
            "'refuse@3s': expected no moment, since it is there from the opening, got '@3s'",
            "'refuse@3s': expected 401, 403 or 429, got nothing");
  }

  @Test
  void what_is_too_much_is_told() {
    assertThat(mistakesIn("reset=now"))
        .containsExactly("'reset=now': expected nothing but 'reset', got 'now'");
    assertThat(mistakesIn("")).containsExactly("'': expected a fault, got ''");
  }

  @Test
  void a_line_that_orders_what_cannot_be_ordered_there_is_a_mistake() {
    FeatureSource source =
        Roleplay.source(
            "f/a.feature",
            """
            Feature: F
              Scenario: S
                When the user types "Hello."
                Then the server has no session left
                And the fault "stal"
                And the next "response.dnoe" is lost
            """);
    ScriptException thrown =
        catchThrowableOfType(
            ScriptException.class, () -> Repertoire.compiled(List.of(source), Vocabulary.NONE));

    assertThat(thrown.mistakes())
        .containsExactly(
            "f/a.feature:4:10: expected this before all that happens, got it after it:"
                + " 'the server has no session left'",
            "f/a.feature:5:20: 'stal': expected a fault, got 'stal', did you mean 'stall'?",
            "f/a.feature:6:19: expected an event that servers send, got 'response.dnoe',"
                + " did you mean 'response.done'?");
  }

  @ParameterizedTest
  @EnumSource
  void every_fault_says_what_a_client_sees_of_it(FaultKind kind) {
    assertThat(kind.meaning()).isNotBlank();
    assertThat(kind.usage()).startsWith(kind.word());
    assertThat(kind.word()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void the_page_about_faults_is_the_catalogue() throws IOException {
    Golden.compare(DOCS.resolve("faults.md"), FaultsPage.text());
  }
}
