package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Issue 2, point 3: a session's 2,000th turn costs what its second does. */
class TurnCostTest {
  private static final int SESSIONS = 10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void turn_2000_allocates_what_turn_2_does() {
    new Talker(0).after(3_000);

    double second = allocatedByTurnAfter(1);
    double late = allocatedByTurnAfter(1_999);

    System.out.printf(
        "bytes allocated: turn 2 %.0f, turn 2,000 %.0f, ratio %.3f%n", second, late, late / second);
    assertThat(late / second).isLessThanOrEqualTo(1.1);
  }

  @Test
  void every_turn_says_as_much_as_the_second() {
    Talker talker = new Talker(1).after(1);

    assertThat(talker.turn()).isEqualTo(12);
    assertThat(talker.after(500).turn()).isEqualTo(12);
  }

  private static double allocatedByTurnAfter(int turns) {
    long all = 0;
    for (int seed = 1; seed <= SESSIONS; seed++) {
      Talker talker = new Talker(seed).after(turns);
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      talker.turn();
      all += THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    return all / (double) SESSIONS;
  }
}
