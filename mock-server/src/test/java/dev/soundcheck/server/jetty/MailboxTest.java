package dev.soundcheck.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A play is called by one thread at a time, and in order. */
@Timeout(60)
final class MailboxTest {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Mailbox mailbox = new Mailbox(pool, new Semaphore(1));

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  /** The list is not safe for threads: two at once would lose or disturb entries. */
  @Test
  void everything_is_run_once_and_in_order_by_one_thread_at_a_time() throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    List<Integer> numbers = IntStream.range(0, 20_000).boxed().toList();
    numbers.forEach(number -> mailbox.put(() -> seen.add(number)));
    mailbox.put(done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).isEqualTo(numbers);
  }

  @Test
  void whoever_reads_a_message_plays_it_where_nothing_else_waits() {
    List<Thread> threads = new ArrayList<>();
    mailbox.here(() -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  /** docs/decisions/speed.md: those who read have to read what others send, too. */
  @Test
  void where_enough_readers_play_another_thread_does() throws InterruptedException {
    Mailbox busy = new Mailbox(pool, new Semaphore(0));
    List<Thread> threads = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    busy.here(
        () -> {
          threads.add(Thread.currentThread());
          done.countDown();
        });

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  @Test
  void a_reader_that_has_played_may_play_again() {
    List<Thread> threads = new ArrayList<>();
    mailbox.here(
        () -> {
          throw new IllegalStateException("one that fails");
        });
    mailbox.here(() -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void whoever_reads_a_message_does_not_overtake_what_is_being_done() throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    mailbox.put(
        () -> {
          busy.countDown();
          awaited(goOn);
          seen.add(1);
        });
    assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
    mailbox.here(() -> seen.add(2));
    mailbox.put(done::countDown);
    goOn.countDown();

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactly(1, 2);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_fails_does_not_stop_what_follows() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    mailbox.put(
        () -> {
          throw new IllegalStateException("broken");
        });
    mailbox.put(done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Whoever is held must neither overtake what it waits for nor be run twice. */
  @Test
  void what_is_put_off_comes_after_what_it_waits_for() throws InterruptedException {
    List<Integer> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    List<Integer> numbers = IntStream.range(0, 2_000).boxed().toList();
    for (int number : numbers) {
      CompletableFuture<Runnable> held = new CompletableFuture<>();
      if (number % 2 == 0) {
        mailbox.put(() -> mailbox.hold(held));
        pool.execute(() -> held.complete(() -> seen.add(number)));
      } else {
        mailbox.put(() -> seen.add(number));
      }
    }
    mailbox.put(done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).isEqualTo(numbers);
  }

  @Test
  void nothing_is_run_while_it_is_held() {
    List<String> seen = new ArrayList<>();
    Mailbox here = new Mailbox(Runnable::run, new Semaphore(1));
    CompletableFuture<Runnable> first = new CompletableFuture<>();
    CompletableFuture<Runnable> second = new CompletableFuture<>();
    here.put(() -> here.hold(first));
    here.put(() -> seen.add("late"));
    assertThat(seen).isEmpty();

    first.complete(
        () -> {
          seen.add("first");
          here.hold(second);
        });
    assertThat(seen).containsExactly("first");
    second.complete(() -> seen.add("second"));
    assertThat(seen).containsExactly("first", "second", "late");
    here.put(() -> seen.add("as ever"));
    assertThat(seen).endsWith("as ever");
  }

  /** Otherwise one connection could keep a thread for as long as it sends. */
  @Test
  void who_has_much_to_do_steps_back_behind_others() {
    List<String> seen = new ArrayList<>();
    Deque<Runnable> queue = new ArrayDeque<>();
    Mailbox busy = new Mailbox(queue::add, new Semaphore(1));
    Mailbox other = new Mailbox(queue::add, new Semaphore(1));
    for (int i = 0; i < 3 * Mailbox.MOST_AT_ONCE; i++) {
      busy.put(() -> seen.add("busy"));
    }
    other.put(() -> seen.add("other"));
    while (!queue.isEmpty()) {
      queue.remove().run();
    }

    assertThat(seen.indexOf("other")).isEqualTo(Mailbox.MOST_AT_ONCE);
    assertThat(seen).hasSize(3 * Mailbox.MOST_AT_ONCE + 1);
  }

  @Test
  void after_the_end_of_its_pool_it_takes_and_forgets() {
    pool.shutdownNow();
    List<String> seen = new ArrayList<>();
    mailbox.put(() -> seen.add("late"));

    assertThat(seen).isEmpty();
  }
}
