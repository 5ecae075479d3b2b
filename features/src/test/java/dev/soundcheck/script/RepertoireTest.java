package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs by their names, built in and from a folder (design.md "Choosing the scenario"). */
final class RepertoireTest {
  private static final Repertoire BUILT_IN = Repertoire.builtIn();

  @TempDir Path folder;

  private void feature(String path, String title) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "Feature: F\n  Scenario: %s\n    * the user says anything\n".formatted(title));
  }

  @Test
  void texts_can_be_added_and_win_where_names_are_equal() {
    String feature =
        """
        Feature: Own
          Scenario: Hello
            When the user types "Hello"
            Then the assistant says "%s"
        """;
    Repertoire more =
        Repertoire.builtIn().and(Map.of("greetings/a.feature", feature.formatted("Hi.")));
    Repertoire flat = more.and(Map.of("greetings.feature", feature.formatted("Good day.")));

    assertThat(more.named("greetings/hello")).isPresent();
    assertThat(flat.named("greetings/hello")).isNotEqualTo(more.named("greetings/hello"));
    assertThat(flat.programs()).hasSameSizeAs(more.programs());
    assertThatThrownBy(() -> more.and(Map.of("x.feature", feature.replace("says", "sais"))))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("x.feature:4:10");
  }

  @Test
  void a_name_is_the_topic_and_the_title() {
    assertThat(BUILT_IN.named("tools/parallel-tool-calls").orElseThrow().title())
        .isEqualTo("Parallel tool calls");
    assertThat(BUILT_IN.programs()).extracting(Program::name).doesNotHaveDuplicates();
  }

  @Test
  void a_title_will_do_when_only_one_has_it() throws IOException {
    assertThat(BUILT_IN.named("Parallel tool calls")).isPresent();
    feature("mine/a.feature", "Parallel tool calls");
    assertThat(Repertoire.with(folder).named("Parallel tool calls")).isEmpty();
  }

  @Test
  void the_conversation_answers_speech_typing_and_a_bare_request() {
    Program conversation = BUILT_IN.conversation();
    assertThat(conversation).isInstanceOf(RuleProgram.class);
    assertThat(BUILT_IN.named(conversation.name())).containsSame(conversation);
  }

  @Test
  void the_nearest_names_are_told_best_first() {
    assertThat(BUILT_IN.nearest("tools/paralel-tool-cals"))
        .first()
        .isEqualTo("tools/parallel-tool-calls");
    assertThat(BUILT_IN.nearest("tools/one-tool-cal"))
        .first()
        .isEqualTo("tools/one-tool-call-with-a-spoken-preamble");
    assertThat(BUILT_IN.nearest("a commit is a tern"))
        .first()
        .isEqualTo("manual/a-commit-is-a-turn");
    assertThat(BUILT_IN.nearest("zzz")).isEmpty();
  }

  /** style.md, "Error messages": what to do comes last. */
  @Test
  void a_name_that_nobody_has_is_answered_with_what_to_do() {
    assertThat(BUILT_IN.noneNamed("paralel-tool-calls"))
        .startsWith(
            "There is no scenario 'paralel-tool-calls'. Did you mean 'tools/parallel-tool-calls'");
    assertThat(BUILT_IN.noneNamed("zzz"))
        .isEqualTo("There is no scenario 'zzz'. 'soundcheck scenarios' lists them.");
  }

  @Test
  void a_folder_adds_its_features_and_wins() throws IOException {
    feature("tools/mine.feature", "Parallel tool calls");
    feature("tools/deep/down/other.feature", "Other");
    feature("top.feature", "On top");
    Repertoire both = Repertoire.with(folder);
    assertThat(both.named("tools/other")).isPresent();
    assertThat(both.named("top/on-top")).isPresent();
    assertThat(both.programs()).hasSize(BUILT_IN.programs().size() + 2);
    assertThat(both.named("tools/parallel-tool-calls").orElseThrow())
        .isNotSameAs(BUILT_IN.named("tools/parallel-tool-calls").orElseThrow())
        .extracting(program -> program.start(Role.SERVER))
        .isNotNull();
    assertThat(both.conversation().name()).isEqualTo(BUILT_IN.conversation().name());
  }

  /** Issue 4, point 3: tags choose, those of features, rules and outlines too. */
  @Test
  void tags_choose_and_are_inherited() throws IOException {
    Files.writeString(
        folder.resolve("a.feature"),
        """
        @mine
        Feature: F
          @slow
          Scenario: Slow
            * the user says anything
          Scenario: Quick
            * the user says anything
          @reactive
          Rule: R
            @slow
            Scenario: E
              * the user types anything
        """);
    Repertoire both = Repertoire.with(folder);
    assertThat(both.tagged("@mine")).extracting(Program::name).hasSize(3);
    assertThat(both.tagged("@mine and not @slow"))
        .extracting(Program::title)
        .containsExactly("Quick");
    assertThat(both.named("a/r").orElseThrow().tags()).contains("@mine", "@reactive", "@slow");
    assertThatThrownBy(() -> both.tagged("@mine and"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected an expression of tags such as '@tools and not @slow', got '@mine and'");
  }

  @Test
  void hidden_folders_and_those_of_builds_are_not_looked_into() throws IOException {
    feature(".git/a.feature", "A");
    feature("target/b.feature", "B");
    feature("src/c.feature", "C");
    feature("seen/d.feature", "D");
    assertThat(Repertoire.with(folder).programs()).hasSize(BUILT_IN.programs().size() + 1);
  }

  @Test
  void a_folder_has_to_be_one_and_to_have_features() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    assertThatThrownBy(() -> Repertoire.with(file))
        .isInstanceOf(ScriptException.class)
        .hasMessage(file + ": expected a folder with features, got a file");
    assertThatThrownBy(() -> Repertoire.with(folder.resolve("none")))
        .hasMessage(folder.resolve("none") + ": expected a folder with features, got nothing");
    assertThatThrownBy(() -> Repertoire.with(folder))
        .hasMessage(folder + ": expected files that end in .feature, got none");
  }

  @Test
  void links_are_followed_and_circles_of_them_end() throws IOException {
    feature("real/inside/a.feature", "A");
    Files.createSymbolicLink(folder.resolve("real/inside/circle"), folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertThat(Repertoire.with(link).named("inside/a")).isPresent();
  }

  @Test
  void a_link_to_nothing_is_told() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("gone.feature"), folder.resolve("nowhere"));
    assertThatThrownBy(() -> Repertoire.with(folder))
        .isInstanceOf(ScriptException.class)
        .hasMessage(link + ": expected a feature that can be read, got one that cannot");
  }

  @Test
  void a_file_that_is_no_text_is_told() throws IOException {
    Path file =
        Files.write(folder.resolve("a.feature"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Repertoire.with(folder))
        .isInstanceOf(ScriptException.class)
        .hasMessage(file + ":1:1: expected text in UTF-8, got bytes that are not");
  }

  @Test
  void mistakes_name_the_file_as_the_user_finds_it() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.feature"), "Feature: F\n  Scenario: S\n    * oops\n");
    assertThatThrownBy(() -> Repertoire.with(folder))
        .hasMessageStartingWith(file + ":3:7: expected a phrase of the language, got 'oops'");
  }

  @Test
  void files_from_other_editors_are_read() throws IOException {
    String text = "\uFEFFFeature: F\r\n  Scenario: From afar\r\n    * the user says \"Hi.\"\r\n";
    Files.writeString(folder.resolve("a.feature"), text);
    assertThat(Repertoire.with(folder).named("a/from-afar")).isPresent();
  }
}
