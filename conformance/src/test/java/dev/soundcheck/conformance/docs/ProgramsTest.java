package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cli.Ran;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Commands of other programs that documents show: what {@code curl} asks for is asked for, and what
 * Maven and the project's scripts are given is there.
 */
final class ProgramsTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)(?:=(\\S+))?");

  /** Goals and phases of Maven that documents name. */
  private static final List<String> GOALS = List.of("verify", "test", "install", "package");

  /** Properties that Maven's own plugins read. */
  private static final List<String> OF_MAVEN =
      List.of("test", "skipTests", "surefire.failIfNoSpecifiedTests");

  /** What is neither run nor held here, by how it begins, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.of(
          "pip install", "It installs packages; .ci/nightly does, from the same list.",
          "locust", "It needs Locust; docs/load/compare runs it, and .ci/nightly that.",
          "export", "It sets variables of the reader's shell; bash reads it in .ci/snippets.",
          "LITELLM_LOCAL_MODEL_COST_MAP", "It needs LiteLLM; conformance/interop/run runs it.",
          "npm ", "It installs packages; .ci/templates runs the template for Node.js.",
          "python -m venv", "It installs packages; .ci/templates runs the template for Python.",
          ".venv/bin/pytest", "It needs the line before; .ci/templates runs it.",
          "java -jar", "It serves until it is stopped; .ci/artifacts starts the jar.",
          "docker ", "Images are not built here; docs/deploy/check has the file linted.",
          "jbang ", "It loads JBang; .ci/artifacts starts what the alias names.");

  private static final MockVoiceServer SERVER =
      MockVoiceServer.start(ServerOptions.builder().build());

  /** There is a result of the last scenario only when one has been played. */
  @BeforeAll
  static void play() {
    String scenario = "errors/an-unknown-event-is-refused";
    String url = SERVER.uri() + "?scenario=" + scenario;
    assertThat(Ran.soundcheck("talk", "--url", url, "--play", scenario).status()).isZero();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> every_command_is_one_that_can_be_given() {
    List<Command> commands = commands().toList();
    assertThat(commands).hasSizeGreaterThan(40);
    return commands.stream()
        .filter(command -> reason(command).isEmpty())
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.where() + " " + command.text(), () -> hold(command.text())));
  }

  @Test
  void whatever_is_not_run_is_shown_somewhere() {
    assertThat(NOT_RUN.keySet())
        .allSatisfy(
            begin -> assertThat(commands()).anyMatch(command -> command.text().startsWith(begin)));
  }

  private static Stream<Command> commands() {
    return Page.shown().stream()
        .flatMap(page -> Command.in(page).stream())
        .filter(command -> !command.isOurs());
  }

  private static List<String> reason(Command command) {
    return NOT_RUN.keySet().stream().filter(command.text()::startsWith).toList();
  }

  private static void hold(String text) throws Exception {
    List<String> words = Notation.words(text.replaceFirst("^[A-Z_]+=\\S+ ", ""));
    if (words.get(0).equals("curl")) {
      ask(words);
    } else if (words.get(0).equals("mvn")) {
      assertThat(unknownToMaven(words)).as(text).isEmpty();
    } else {
      Path script = ROOT.resolve(words.get(0));
      assertThat(script).isExecutable();
      String source = Helps.source(script);
      assertThat(options(text)).allSatisfy(option -> assertThat(source).contains(option));
    }
  }

  private static List<String> options(String text) {
    return OPTION.matcher(text).results().map(it -> it.group()).toList();
  }

  /** Asks a mock what {@code curl -s ADDRESS [-d JSON]} asks, as curl would; it is answered. */
  private static void ask(List<String> curl) throws Exception {
    String address = curl.get(2).replace("localhost:8765", "127.0.0.1:" + SERVER.uri().getPort());
    var request = HttpRequest.newBuilder(URI.create("http://" + address));
    int data = curl.indexOf("-d");
    if (data >= 0) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(curl.get(data + 1)));
    }
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isBetween(200, 204);
    answer.body().close();
  }

  private static List<String> unknownToMaven(List<String> words) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl")) {
        i++;
        if (!Files.exists(ROOT.resolve(words.get(i)).resolve("pom.xml"))) {
          unknown.add(words.get(i));
        }
      } else if (!isKnownToMaven(word)) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  private static boolean isKnownToMaven(String word) throws IOException {
    var property = PROPERTY.matcher(word);
    if (property.matches()) {
      return isKnown(property.group(1), property.group(2));
    }
    String poms = read("pom.xml") + read("conformance/pom.xml") + read("mock-server/pom.xml");
    return word.startsWith("-P")
        ? poms.contains("<id>%s</id>".formatted(word.substring(2)))
        : GOALS.contains(word) || word.matches("-o|-am|-B|-ntp|-q");
  }

  private static boolean isKnown(String property, String value) throws IOException {
    if (property.equals("test") && !value.contains("*")) {
      return JavaSources.all().anyMatch(file -> file.endsWith(value + ".java"));
    }
    return OF_MAVEN.contains(property)
        || read("pom.xml").contains("<name>%s</name>".formatted(property))
        || JavaSources.all()
            .anyMatch(file -> JavaSources.read(file).contains('"' + property + '"'));
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
