package dev.soundcheck.conformance.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as they are read, and what is found wrong with them. */
final class HowToReaderTest {
  @TempDir private Path folder;

  private HowTo page(String text) throws IOException {
    return HowToReader.read(Files.writeString(folder.resolve("page.md"), text));
  }

  @Test
  void a_step_has_its_changes_and_what_is_said_without_it() throws IOException {
    HowTo page =
        page(
            """
            ## 1. A line more

            In `list.txt`:

            ```diff
             one
            +two
            ```

            Forgotten: `no two` and `` a `quoted` one ``.

            ## It works

            ```console
            $ ./soundcheck list
            one
            ```
            """);
    Files.writeString(folder.resolve("list.txt"), "zero\none\nthree\n");
    page.steps().get(0).changes().get(0).apply(folder);

    assertThat(folder.resolve("list.txt")).hasContent("zero\none\ntwo\nthree\n");
    assertThat(page.steps()).extracting(Step::title).containsExactly("A line more");
    assertThat(page.steps().get(0).complaints()).containsExactly("no two", "a `quoted` one");
    assertThat(page.commands()).containsExactly(new Command("./soundcheck list", List.of("one")));
  }

  @ParameterizedTest
  @CsvSource({"'two\n', none", "'one\none\n', several", "'one more\n', none"})
  void lines_that_are_not_there_once_are_told_with_the_place_on_the_page(String text, String found)
      throws IOException {
    Files.writeString(folder.resolve("list.txt"), text);
    Change change = new Change.Replaced("page.md:5", "list.txt", "one\n", "1\n");

    assertThatThrownBy(() -> change.apply(folder))
        .hasMessageContaining("page.md:5: expected these lines once in list.txt, found " + found);
  }

  @Test
  void a_block_that_is_for_nothing_is_told() {
    assertThatThrownBy(() -> page("## 1. What\n\n```java\nint i;\n```\n"))
        .hasMessageContaining("page.md:3: expected a line 'New file `path`:'")
        .hasMessageContaining("found '```java'");
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb\n', true",
    "'a\nx\ny\nb\n', true",
    "'a\nx\n', false",
    "'x\na\nb\n', false",
    "'a\nb\nx\n', false",
    "'', false"
  })
  void what_is_printed_is_compared_as_a_whole(String output, boolean same) {
    assertThat(new Command("./soundcheck", List.of("a", "…", "b")).printed(output)).isEqualTo(same);
  }

  @Test
  void text_within_a_line_may_be_any() {
    Command command = new Command("./soundcheck", List.of("took … ms (all)"));

    assertThat(command.printed("took 12 ms (all)\n")).isTrue();
    assertThat(command.printed("took 12 s (all)\n")).isFalse();
    assertThat(new Command("mvn -o test", List.of()).printed("broken\n")).isFalse();
  }
}
