package dev.soundcheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The harness itself finds what parsers do wrong: each was planted here. */
@Timeout(60)
final class FuzzTest {
  private static final Pattern AGAIN = Pattern.compile("-Dfuzz\\.only=(\\d+)");

  @TempDir Path folder;

  private Fuzz fuzz(Optional<Integer> only) {
    return fuzz(only, Duration.ofSeconds(30));
  }

  private Fuzz fuzz(Optional<Integer> only, Duration patience) {
    List<byte[]> corpus = List.of("{\"a\":1,\"b\":[2,\"c\"]}".getBytes(StandardCharsets.UTF_8));
    FuzzSettings settings = new FuzzSettings(500, 7, only, patience, folder);
    return new Fuzz("planted", Kinds.json(), corpus, settings);
  }

  private static boolean crashing(byte[] input) {
    if (new String(input, StandardCharsets.UTF_8).contains("null")) {
      throw new ArithmeticException("planted");
    }
    return true;
  }

  @Test
  void a_crash_is_told_with_what_brings_it_back() throws Exception {
    Throwable failure = catching(() -> fuzz(Optional.empty()).run(FuzzTest::crashing));
    Matcher again = AGAIN.matcher(String.valueOf(failure.getMessage()));
    assertThat(again.find()).isTrue();
    int number = Integer.parseInt(again.group(1));

    assertThat(failure).hasMessageContaining("seed 7").hasMessageContaining("planted");
    assertThat(folder.resolve("planted-7-" + number))
        .content()
        .isEqualTo(new String(fuzz(Optional.empty()).input(number), StandardCharsets.UTF_8));
    assertThatThrownBy(() -> fuzz(Optional.of(number)).run(FuzzTest::crashing))
        .hasMessageContaining("ArithmeticException: planted");
  }

  @Test
  void an_overflowing_stack_is_a_failure_like_any_other() {
    assertThatThrownBy(() -> fuzz(Optional.empty()).run(FuzzTest::endless))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("StackOverflowError");
  }

  @SuppressWarnings("InfiniteRecursion") // that is what is looked for
  private static boolean endless(byte[] input) {
    return endless(input) && input.length > 0;
  }

  @Test
  void a_parser_that_hangs_is_a_failure_with_its_place() {
    CountDownLatch never = new CountDownLatch(1);
    Fuzz impatient = fuzz(Optional.empty(), Duration.ofMillis(200));
    assertThatThrownBy(() -> impatient.run(input -> hangs(never)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no answer in")
        .hasMessageContaining("FuzzTest.hangs");
    never.countDown();
  }

  private static boolean hangs(CountDownLatch never) throws InterruptedException {
    never.await();
    return true;
  }

  @Test
  void a_parser_that_keeps_what_it_read_is_a_failure() {
    List<byte[]> kept = new ArrayList<>();
    assertThatThrownBy(() -> fuzz(Optional.empty()).run(input -> kept.add(new byte[200_000])))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("keeps what it read");
  }

  @Test
  void a_run_in_which_nothing_is_taken_is_a_failure() {
    List<byte[]> corpus = List.of("x".getBytes(StandardCharsets.UTF_8));
    FuzzSettings many =
        new FuzzSettings(1_000, 7, Optional.empty(), Duration.ofSeconds(30), folder);
    assertThatThrownBy(() -> new Fuzz("none", Kinds.bytes(), corpus, many).run(input -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no input was taken");
  }

  @Test
  void a_parser_that_answers_is_fine_and_inputs_of_one_seed_are_the_same() throws Exception {
    List<byte[]> first = new ArrayList<>();
    fuzz(Optional.empty()).run(first::add);
    List<byte[]> second = new ArrayList<>();
    fuzz(Optional.empty()).run(input -> !second.add(input));

    assertThat(first).hasSize(500);
    assertThat(Arrays.deepEquals(first.toArray(), second.toArray())).isTrue();
    assertThat(first.stream().map(Arrays::toString).distinct().count()).isGreaterThan(300);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void work_that_grows_with_the_square_is_told_from_work_that_grows() {
    assertThatCode(() -> Growth.isNotQuadratic("once", 100_000, byte[]::new, FuzzTest::once))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Growth.isNotQuadratic("twice", 2_000, byte[]::new, FuzzTest::square))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("twice: 8 times the length takes");
  }

  private static boolean once(byte[] input) {
    int sum = 0;
    for (byte one : input) {
      sum += one;
    }
    return sum == 0;
  }

  private static boolean square(byte[] input) {
    int sum = 0;
    for (byte one : input) {
      for (byte other : input) {
        sum += one * sum + other;
      }
    }
    return sum == 0;
  }

  private static Throwable catching(Runnable what) {
    try {
      what.run();
    } catch (AssertionError failure) {
      return failure;
    }
    throw new AssertionError("nothing was found");
  }
}
