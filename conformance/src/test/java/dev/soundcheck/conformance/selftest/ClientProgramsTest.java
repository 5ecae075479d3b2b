package dev.soundcheck.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.conformance.cli.Ran;
import dev.soundcheck.conformance.selftest.LittleClient.Mode;
import dev.soundcheck.conformance.tool.Carriers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients as programs, started by {@code soundcheck test client --command}: a good one passes, and
 * each that is broken is told apart. All have a word in their command line by which they are found.
 */
@Timeout(120)
final class ClientProgramsTest {
  private static final String TWO_CALLS =
      "two-calls-of-one-answer,every-call-is-answered,all-outputs-come-before-response-create";

  private final String word = "-Dclient.of.test=" + System.nanoTime();

  @TempDir Path features;

  @AfterEach
  void nothing_is_left() {
    Carriers.assertNone(word);
  }

  @Test
  void a_good_one_passes() {
    Ran ran = tested(Mode.GOOD, TWO_CALLS, 30);

    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
  }

  @Test
  void one_that_answers_one_of_two_calls_fails_just_that() {
    Ran ran = tested(Mode.ANSWERS_ONE_OF_TWO, TWO_CALLS, 10);

    assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(1);
    assertThat(ran.out())
        .contains("every-call-is-answered", "all-outputs-come-before-response-create")
        .contains("two-calls-of-one-answer");
  }

  @Test
  void one_that_hangs_is_ended() {
    Ran ran = tested(Mode.HANGS, "a-turn", 4);

    assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("it was not over within 4 s; the scenario waited for");
  }

  @Test
  void one_that_leaves_children_leaves_none() {
    Ran ran = tested(Mode.LEAVES_CHILDREN, "a-turn", 30);

    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
  }

  @Test
  void one_that_exits_with_3_is_told() {
    Ran ran = tested(Mode.EXITS_WITH_3, "a-turn", 30);

    assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("the client ended with exit status 3 and never connected");
  }

  @Test
  void one_that_looks_itself_is_waited_for() throws IOException {
    Ran content = played(Mode.LEAVES, 20, "--wait-for-exit", "--tls");
    Ran discontent = played(Mode.LEAVES_WITH_4, 20, "--wait-for-exit");
    Ran endless = played(Mode.GOOD, 5, "--wait-for-exit");

    assertThat(content.status()).as(content.out() + content.err()).isZero();
    assertThat(discontent.out()).contains("the client ended with exit status 4");
    assertThat(endless.out())
        .contains("the scenario is over, and the client did not end within 5 s");
    assertThat(List.of(discontent.status(), endless.status())).containsOnly(1);
  }

  @Test
  void one_that_vanishes_is_seen_to_vanish() throws IOException {
    Ran vanished = played(Mode.VANISHES, 20, "--wait-for-exit");

    assertThat(vanished.out()).contains("no close at all");
  }

  @Test
  void one_scenario_is_chosen_among_those_of_a_folder() throws IOException {
    Ran known = played(Mode.GOOD, 20, "--scenario", "words/one");
    Ran unknown = played(Mode.GOOD, 20, "--scenario", "words/on");

    assertThat(known.status()).as(known.out() + known.err()).isZero();
    assertThat(known.out()).contains("1 conversation").doesNotContain("words/two");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no scenario 'words/on'. Did you mean 'words/one'");
  }

  private Ran played(Mode mode, int seconds, String... options) throws IOException {
    TwoTurns.in(features);
    List<String> words = new ArrayList<>(command(mode));
    words.addAll(List.of("--features", features.toString()));
    words.addAll(List.of("--timeout", String.valueOf(seconds)));
    words.addAll(List.of(options));
    return Ran.soundcheck(words.toArray(String[]::new));
  }

  private Ran tested(Mode mode, String only, int seconds) {
    List<String> words = new ArrayList<>(command(mode));
    words.addAll(List.of("--only", only, "--timeout", String.valueOf(seconds)));
    return Ran.soundcheck(words.toArray(String[]::new));
  }

  private List<String> command(Mode mode) {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", word));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(LittleClient.class.getName(), mode.name(), "{url}"));
    return List.of("test", "client", "--command", "'" + String.join("' '", words) + "'");
  }
}
