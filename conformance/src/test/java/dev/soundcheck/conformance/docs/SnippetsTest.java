package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.soundcheck.conformance.docs.Page.Snippet;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceFormat;
import dev.soundcheck.script.Repertoire;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every block of code in a document is what it seems to be, held in the way that its kind allows.
 */
final class SnippetsTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final JsonMapper JSON = new JsonMapper();

  /** What {@code .ci/snippets} has read by Python, Node.js and bash; events in it are looked at. */
  private static final Set<String> OF_OTHER_LANGUAGES = Set.of("python", "js", "html");

  /** Documents with drawings made of letters. */
  private static final Set<String> DRAWN = Set.of("ARCHITECTURE.md");

  private static final Pattern EVENT =
      Pattern.compile("\"?type\"?(?::| ===| ==) \"([a-z_]+(?:\\.[a-z_.]+)+)\"");

  @TestFactory
  Stream<DynamicTest> every_block_is_what_it_seems_to_be() {
    List<Snippet> all = snippets().toList();
    assertThat(all).hasSizeGreaterThan(40);
    return all.stream()
        .map(
            block ->
                DynamicTest.dynamicTest(block.where() + " " + block.kind(), () -> hold(block)));
  }

  @Test
  void whoever_draws_is_on_the_list() {
    assertThat(DRAWN)
        .isEqualTo(
            snippets()
                .filter(block -> block.kind().equals("text") && !isPrinted(block))
                .map(Snippet::file)
                .collect(Collectors.toSet()));
  }

  @Test
  void what_other_languages_read_is_read_by_them_before_a_change_lands() throws IOException {
    String reader = Files.readString(ROOT.resolve(".ci/snippets"));

    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("\n.ci/snippets\n");
    assertThat(OF_OTHER_LANGUAGES)
        .allSatisfy(kind -> assertThat(reader).contains('"' + kind + '"'));
  }

  @Test
  void what_is_wrong_is_told() {
    assertWrong("gherkin", "Given the server sings");
    assertWrong("json", "{\"type\": \"session.update\", \"session\": 1}");
    assertWrong("json", "{\"at\": -1}");
    assertWrong("yaml", "a: b: c");
    assertWrong("xml", "<a><b></a>");
    assertWrong("java", "class Nowhere {}");
    assertWrong("python", "say({\"type\": \"session.rename\"})");
    assertWrong("cobol", "STOP RUN.");
    assertWrong("text", "a drawing");
  }

  private static void assertWrong(String kind, String text) {
    ThrowingCallable holding = () -> hold(new Snippet("docs/a.md", 1, kind, text));
    assertThatCode(holding).as(text).isInstanceOfAny(Exception.class, AssertionError.class);
  }

  private static Stream<Snippet> snippets() {
    return Page.shown().stream().flatMap(page -> page.snippets().stream());
  }

  private static void hold(Snippet block) {
    switch (block.kind()) {
      case "gherkin" -> assertThat(compiled(block.text())).isNotEmpty();
      case "json" -> block.text().lines().forEach(SnippetsTest::holdJson);
      case "yaml" -> assertThat(new YAMLMapper().readTree(block.text()).isMissingNode()).isFalse();
      case "xml" -> assertThatCode(() -> parsed(block.text())).doesNotThrowAnyException();
      case "java" -> assertThat(sources()).anyMatch(source -> source.contains(flat(block.text())));
      // what is printed by the commands above it: RunLinesTest
      case "text" -> assertThat(DRAWN.contains(block.file()) || isPrinted(block)).isTrue();
      // commands: CommandLinesTest, RunLinesTest and ProgramsTest
      case "", "sh" -> assertThat(Command.in(block)).isNotEmpty();
      default -> {
        assertThat(OF_OTHER_LANGUAGES).contains(block.kind());
        assertThat(unknownEvents(block.text())).isEmpty();
      }
    }
  }

  /** A piece of a file may have more than one element at its top. */
  private static void parsed(String xml) throws Exception {
    DocumentBuilderFactory reader = DocumentBuilderFactory.newInstance();
    reader.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    reader.newDocumentBuilder().parse(new InputSource(new StringReader("<a>" + xml + "</a>")));
  }

  private static boolean isPrinted(Snippet block) {
    List<Snippet> page = snippets().filter(it -> it.file().equals(block.file())).toList();
    int at = page.indexOf(block);
    return at > 0 && Command.isShell(page.get(at - 1));
  }

  private static List<?> compiled(String gherkin) {
    String whole =
        gherkin.startsWith("Feature:")
            ? gherkin
            : "Feature: f\n" + (gherkin.contains("Scenario") ? "" : "Scenario: s\n") + gherkin;
    return Repertoire.builtIn().and(Map.of("docs/shown.feature", whole)).programs();
  }

  private static void holdJson(String line) {
    JsonNode json = JSON.readTree(line);
    boolean ofTrace = json.has("soundcheck_trace") || json.has("at");
    assertThat(ofTrace ? TraceFormat.problems(line) : List.of()).as(line).isEmpty();
    assertThat(findings(json.has("event") ? json.path("event") : json)).as(line).isEmpty();
  }

  private static List<Finding> findings(JsonNode event) {
    Optional<EventType> type = EventType.named(event.path("type").asString(""));
    return type.map(it -> EventValidator.of(Profile.LIVE).validate(it.origin(), event))
        .orElse(List.of());
  }

  private static List<String> unknownEvents(String program) {
    return EVENT
        .matcher(program)
        .results()
        .map(it -> it.group(1))
        .filter(name -> EventType.named(name).isEmpty())
        .toList();
  }

  /** What the build compiles, as one line each; what this test has wrong on purpose is none. */
  private static Stream<String> sources() {
    return JavaSources.all()
        .filter(file -> !file.endsWith("SnippetsTest.java"))
        .map(JavaSources::read)
        .map(SnippetsTest::flat);
  }

  private static String flat(String text) {
    return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.joining(" "));
  }
}
