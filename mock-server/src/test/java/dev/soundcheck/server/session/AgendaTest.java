package dev.soundcheck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private final Agenda agenda = new Agenda();
  private final List<String> done = new ArrayList<>();

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private void doAll(long by) {
    boolean more = true;
    while (more) {
      more = agenda.doNext(millis(by));
    }
  }

  @Test
  void tasks_are_done_by_time_and_then_by_making() {
    agenda.at(millis(20), () -> done.add("c"));
    agenda.at(millis(10), () -> done.add("a"));
    agenda.at(millis(10), () -> done.add("b"));
    agenda.at(millis(30), () -> done.add("later"));
    doAll(20);

    assertThat(done).containsExactly("a", "b", "c");
    assertThat(agenda.next()).contains(millis(30));
  }

  @Test
  void what_follows_a_late_task_counts_from_when_it_was_due() {
    agenda.at(millis(10), () -> agenda.in(millis(5), () -> done.add("at " + agenda.now())));
    doAll(1_000);

    assertThat(done).containsExactly("at PT0.015S");
  }

  @Test
  void it_tells_whether_what_comes_next_is_soon_done() {
    assertThat(agenda.brief()).isFalse();
    agenda.in(millis(20), () -> done.add("thinks"));
    assertThat(agenda.brief()).isFalse();
    agenda.brieflyIn(millis(10), () -> done.add("says"));
    assertThat(agenda.brief()).isTrue();
    doAll(10);

    assertThat(done).containsExactly("says");
    assertThat(agenda.brief()).isFalse();
  }

  @Test
  void a_cancelled_task_is_not_done() {
    Agenda.Task task = agenda.at(millis(10), () -> done.add("a"));
    agenda.cancel(task);
    doAll(20);

    assertThat(done).isEmpty();
    assertThat(agenda.next()).isEmpty();
  }

  @Test
  void time_never_goes_back() {
    agenda.reach(millis(50));
    agenda.reach(millis(20));
    agenda.at(millis(10), () -> done.add("at " + agenda.now().toMillis()));
    doAll(50);

    assertThat(done).containsExactly("at 50");
  }
}
