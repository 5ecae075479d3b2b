package dev.soundcheck.conformance.adding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page of docs/how-to-add does what it says: its steps are done in a copy of the project,
 * compiled against the classes of the build, and shown by the page's own commands. And whoever
 * forgets a step is told.
 */
@Timeout(300)
final class HowToAddTest {
  private static final Path PAGES = ProjectCopy.PROJECT.resolve("docs/how-to-add");
  private static final int AT_ONCE = 2;
  private static final Map<String, CompletableFuture<Walk>> WALKS = new LinkedHashMap<>();

  @TempDir private static Path folder;

  /** Only those whose names have {@code -Dadded=…} in them, where it is given. */
  static List<String> pages() throws IOException {
    String wanted = System.getProperty("added", "");
    return all().stream().filter(name -> name.contains(wanted)).toList();
  }

  private static List<String> all() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.map(file -> file.getFileName().toString().replace(".md", "")).sorted().toList();
    }
  }

  @BeforeAll
  static void all_of_them_begin() throws IOException {
    ExecutorService walkers = Executors.newFixedThreadPool(AT_ONCE, HowToAddTest::daemon);
    for (String name : pages()) {
      WALKS.put(
          name,
          CompletableFuture.supplyAsync(
              () -> Walk.through(HowToReader.read(PAGES.resolve(name + ".md")), folder(name)),
              walkers));
    }
    walkers.shutdown();
  }

  /** The folder is deleted, so nobody may write in it any more. */
  @AfterAll
  static void all_of_them_end() {
    WALKS.values().forEach(walk -> walk.handle((done, broken) -> "over").join());
  }

  private static Path folder(String name) {
    Path own = folder.resolve(name);
    assertThat(own.toFile().mkdirs()).isTrue();
    return own;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "how-to-add");
    thread.setDaemon(true);
    return thread;
  }

  private static Walk walk(String page) {
    return Objects.requireNonNull(WALKS.get(page)).join();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void five_steps_add_it_and_the_commands_show_it(String page) {
    Walk walk = walk(page);
    skipWithoutPython(walk.page());

    assertThat(walk.page().steps()).hasSize(5);
    assertThat(walk.compiler()).isEmpty();
    assertThat(walk.page().commands()).isNotEmpty();
    List<Command> commands = walk.page().allCommands();
    assertThat(commands).hasSameSizeAs(walk.printed());
    for (int place = 0; place < commands.size(); place++) {
      Command command = commands.get(place);
      String printed = walk.printed().get(place);
      assertThat(command.printed(printed))
          .as("%s.md: `%s` printed:%n%s", page, command.line(), printed)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whoever_forgets_a_step_is_told(String page) {
    Walk walk = walk(page);
    skipWithoutPython(walk.page());

    for (int step = 0; step < walk.forgotten().size(); step++) {
      assertThat(walk.page().steps().get(step).complaints())
          .as("%s.md, step %d: a paragraph 'Forgotten: '", page, step + 1)
          .isNotEmpty();
      assertThat(walk.forgotten().get(step))
          .as("%s.md, what the build says without step %d", page, step + 1)
          .contains(walk.page().steps().get(step).complaints());
    }
  }

  /** A build needs only Java, so there a page with a script in it is left to those who have it. */
  private static void skipWithoutPython(HowTo page) {
    if (page.allCommands().stream().anyMatch(Command::script)) {
      String missing = Scripts.missing();
      boolean fine = missing.isEmpty() || !Boolean.parseBoolean(System.getenv("CI"));
      assertThat(fine).as("%s, which CI does not allow", missing).isTrue();
      assumeThat(missing).as(page.name() + ".md").isEmpty();
    }
  }

  @Test
  void there_is_a_page_for_each_thing_that_people_add() throws IOException {
    assertThat(all()).containsExactly("client", "event", "fault", "phrase", "profile", "rule");
  }
}
