package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cli.Soundcheck;
import dev.soundcheck.conformance.requirement.Requirements;
import dev.soundcheck.conformance.suite.KnownFailing;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What people copy into their CI asks for commands, options and variables that there are. */
final class CiExamplesTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Path EXAMPLES = ROOT.resolve("docs/examples");
  private static final Path WORKFLOW = EXAMPLES.resolve("github-actions/test-client.yml");
  private static final Path APP = EXAMPLES.resolve("python-app/app.py");
  private static final Path PAGE = ROOT.resolve("docs/in-ci.md");
  private static final Path ACTIONS = ROOT.resolve(".github/actions");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern VARIABLE = Pattern.compile("SOUNDCHECK_[A-Z]+");
  private static final Pattern OPTION = Pattern.compile("(?<=[ (])--[a-z-]+");

  /** A call of the program as it is written, without the program's name. */
  private record Call(List<String> words) {
    static Stream<Call> in(Stream<String> lines) {
      return lines
          .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
          .filter(line -> line.matches("\\S*/soundcheck .*"))
          .map(line -> WORD.matcher(line).results().map(word -> word.group()).skip(1).toList())
          .map(Call::new);
    }

    List<String> command() {
      return words.stream().takeWhile(word -> !word.startsWith("-")).toList();
    }

    List<String> options() {
      return words.stream().filter(word -> word.startsWith("-")).toList();
    }

    Stream<String> places() {
      return words.stream()
          .flatMap(word -> PLACE.matcher(word).results())
          .map(place -> place.group());
    }
  }

  private static String help(List<String> command) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);
    int status = Soundcheck.run(new PrintWriter(out), new PrintWriter(err), Map.of(), words);
    assertThat(status).as("%s: %s", command, err).isZero();
    return out.toString();
  }

  private static Stream<JsonNode> steps() throws IOException {
    return new YAMLMapper()
        .readTree(Files.readString(WORKFLOW))
        .path("jobs")
        .valueStream()
        .flatMap(job -> job.path("steps").valueStream());
  }

  /** What the workflow gives the action that judges the app. */
  private static JsonNode given() throws IOException {
    return steps()
        .filter(step -> step.path("uses").asString("").contains("/.github/actions/test-client@"))
        .findFirst()
        .orElseThrow()
        .path("with");
  }

  @TestFactory
  Stream<DynamicTest> every_call_of_the_program_is_one_that_it_understands() throws IOException {
    List<Call> page = Call.in(Files.readString(PAGE).lines()).toList();
    assertThat(page).isNotEmpty();
    return page.stream()
        .map(call -> DynamicTest.dynamicTest(String.join(" ", call.words()), () -> check(call)));
  }

  @Test
  void the_actions_give_options_that_there_are() throws IOException {
    assertThat(optionsOf("soundcheck/start"))
        .contains("--features", "--fault")
        .allSatisfy(option -> assertThat(help(List.of("serve"))).contains(option));
    assertThat(optionsOf("test-client/test"))
        .contains("--command", "--report")
        .allSatisfy(option -> assertThat(help(List.of("test", "client"))).contains(option));
  }

  private static List<String> optionsOf(String script) throws IOException {
    return Files.readString(ACTIONS.resolve(script))
        .lines()
        .filter(line -> line.matches("arguments=.*|options .*|  --.*"))
        .flatMap(line -> OPTION.matcher(line).results().map(option -> option.group()))
        .toList();
  }

  private static void check(Call call) {
    String help = help(call.command());
    assertThat(call.options())
        .allSatisfy(
            option -> assertThat(help).containsPattern("(?m)^ +(-\\w, )?%s\\b".formatted(option)));
    assertThat(call.places()).allSatisfy(place -> assertThat(help).contains(place));
  }

  @Test
  void the_app_reads_variables_that_a_client_under_test_gets() throws IOException {
    List<String> read =
        VARIABLE.matcher(Files.readString(APP)).results().map(name -> name.group()).toList();

    assertThat(read).contains("SOUNDCHECK_SAY");
    assertThat(help(List.of("test", "client"))).contains(read);
  }

  @Test
  void what_the_app_is_known_to_fail_at_is_asked_for() throws IOException {
    Path known = APP.resolveSibling("known-failing.yaml");
    List<String> suite = Repertoire.builtIn().programs().stream().map(Program::name).toList();
    Requirements asked = Requirements.newest();

    assertThat(KnownFailing.read(known).rows())
        .isNotEmpty()
        .allMatch(
            row ->
                asked.named(row.fails()).isPresent() || suite.contains("clients/" + row.fails()));
    assertThat(given().path("known-failing").asString()).isEqualTo("known-failing.yaml");
  }

  @Test
  void the_workflow_runs_the_app_that_lies_beside_it() throws IOException {
    String command = "python %s {url}".formatted(APP.getFileName());

    assertThat(given().path("command").asString()).isEqualTo(command);
    assertThat(help(List.of("test", "client"))).contains("{url}");
    assertThat(steps().map(step -> step.path("run").asString("")))
        .contains("pip install -r requirements.txt");
    assertThat(APP.resolveSibling("requirements.txt")).isRegularFile();
  }
}
