package dev.soundcheck.conformance.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who belongs to a program, also where nothing but parents and children is told. */
@Timeout(60)
final class FamilyTest {
  private static final ProcFolder UNTOLD = new ProcFolder(Path.of("/no/such/folder"));

  private Set<ProcessHandle> seen = Set.of();

  @AfterEach
  void endAll() {
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void children_are_remembered_when_their_parent_ends() throws IOException {
    Process parent =
        new ProcessBuilder("sh", "-c", "sleep 1000 >/dev/null 2>&1 & exec sleep 1001").start();
    Family family = new Family(parent.toHandle(), Mark.unique(), UNTOLD);
    Awaitility.await().until(() -> look(family) == 2);
    parent.destroyForcibly();

    Awaitility.await().until(() -> look(family) == 1);
    assertThat(seen).doesNotContain(parent.toHandle());
    assertThat(family.search()).isEqualTo(seen);
    family.kill();
    Awaitility.await().until(() -> seen.stream().noneMatch(FamilyTest::runs));
  }

  /** Its parent never asks how it ended, as the first process of many containers does not. */
  @Test
  void who_has_ended_is_not_alive() throws IOException {
    Carriers.canBeSeen();
    Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 1001").start();
    Family all = new Family(parent.toHandle(), Mark.unique(), UNTOLD);
    Family alive = new Family(parent.toHandle(), Mark.unique(), ProcFolder.OF_THIS_MACHINE);

    Awaitility.await().until(() -> parent.info().command().orElse("").endsWith("sleep"));
    Awaitility.await().until(() -> look(alive) == 1);
    assertThat(look(all)).isEqualTo(2);
  }

  @Test
  void nothing_is_told_where_there_is_no_proc() {
    assertThat(UNTOLD.carriers(Mark.unique(), "pipe:[1]")).isEmpty();
    assertThat(UNTOLD.pipe(ProcessHandle.current().pid())).isEmpty();
    assertThat(UNTOLD.isZombie(ProcessHandle.current().pid())).isFalse();
  }

  @Test
  void a_mark_is_put_beside_others() {
    Map<String, String> environment = new HashMap<>();
    new Mark("one").putOn(environment);
    new Mark("two").putOn(environment);

    assertThat(environment).isEqualTo(Map.of("SOUNDCHECK_RUN", "one two"));
  }

  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && !ProcFolder.OF_THIS_MACHINE.isZombie(process.pid());
  }

  private int look(Family family) {
    seen = family.look();
    return seen.size();
  }
}
