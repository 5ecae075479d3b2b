package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.server.session.Lifespan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How limits are written and read. */
final class LimitsTest {
  private static final Path PAGE = Path.of("..", "docs", "limits.md");

  @Test
  void several_are_given_at_once_and_the_others_stay() {
    Limits limits = Limits.USUAL.with("message=1KiB, rate=50,idle=1min,duration=none");

    assertThat(limits.most(Limit.MESSAGE)).isEqualTo(1024);
    assertThat(limits.most(Limit.RATE)).isEqualTo(50);
    assertThat(limits.time(Limit.IDLE)).contains(Duration.ofMinutes(1));
    assertThat(limits.time(Limit.DURATION)).isEmpty();
    assertThat(limits.most(Limit.BACKLOG)).isEqualTo(Limits.USUAL.most(Limit.BACKLOG));
    assertThat(Limits.USUAL.with("sessions=0").most(Limit.SESSIONS)).isZero();
  }

  @Test
  void what_is_none_has_no_end() {
    assertThat(Limits.USUAL.most(Limit.SESSIONS)).isEqualTo(Long.MAX_VALUE);
    assertThat(Limits.USUAL.with("sessions=3").with("sessions=none").most(Limit.SESSIONS))
        .isEqualTo(Long.MAX_VALUE);
  }

  /** What is printed can be given again. */
  @ParameterizedTest
  @EnumSource(Limit.class)
  void each_is_written_as_it_is_read(Limit limit) {
    String written = limit.word() + "=" + limit.usual();

    assertThat(Limits.USUAL.toString().split(",")).contains(written);
    assertThat(Limits.USUAL.with(limit, 1).toString()).isNotEqualTo(Limits.USUAL.toString());
  }

  /** docs/limits.md has a row for each, in this order, and none else. */
  @Test
  void the_page_about_limits_is_what_they_are() throws IOException {
    List<String> rows =
        Arrays.stream(Limit.values())
            .map(
                limit ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            limit.word(), limit.usual(), limit.meaning(), limit.consequence()))
            .toList();

    assertThat(Files.readAllLines(PAGE)).filteredOn(line -> line.startsWith("| `")).isEqualTo(rows);
  }

  /** Two places say how long a session lasts by default. */
  @Test
  void a_session_lasts_as_long_as_the_protocol_says() {
    Lifespan lifespan = Limits.USUAL.lifespan();

    assertThat(lifespan.most()).isEqualTo(Lifespan.USUAL.most());
    assertThat(lifespan.quiet()).isEqualTo(Lifespan.USUAL.quiet());
    assertThat(lifespan.items()).isEqualTo(10_000);
  }

  @Test
  void every_mistake_is_told_with_what_was_meant() {
    assertThatThrownBy(() -> Limits.USUAL.with("mesage=1MiB,rate=0,idle=soon,items"))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(
            "'mesage=1MiB': expected a limit, got 'mesage', did you mean 'message'?")
        .hasMessageContaining(
            "'rate=0': expected a whole number from 1 such as 100, or none, got '0'.")
        .hasMessageContaining("'idle=soon': expected a time such as 500ms, 30s, 120min or 2h")
        .hasMessageContaining("'items': expected a whole number such as 100, or none, got ''.");
  }

  @Test
  void a_name_that_is_near_none_is_answered_with_all() {
    assertThatThrownBy(() -> Limits.USUAL.with("x=1"))
        .hasMessageContaining("got 'x'; there are message, bytes, rate, items,");
  }

  @ParameterizedTest
  @CsvSource({
    "message=0",
    "message=2GiB",
    "message=none",
    "message=-1",
    "message=1MB",
    "backlog=none",
    "sessions=-1",
    "idle=0s",
    "idle=1.5s",
    "duration=99999999999999999999h",
    "rate=1000001",
    "trace=999999999999GiB",
    "''"
  })
  void what_cannot_be_is_refused(String written) {
    assertThatThrownBy(() -> Limits.USUAL.with(written))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("'" + written + "': expected");
  }

  @Test
  void values_are_checked_as_what_is_written() {
    assertThatThrownBy(() -> Limits.USUAL.with(Limit.IDLE, Duration.ZERO))
        .hasMessageStartingWith("'idle=0': expected a time");
    assertThat(Limits.USUAL.with(Limit.IDLE, Duration.ofSeconds(90)).toString())
        .contains("idle=90s");
  }
}
