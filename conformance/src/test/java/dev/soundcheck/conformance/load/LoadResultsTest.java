package dev.soundcheck.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How many sessions a server holds whose sound is not late. */
final class LoadResultsTest {
  private static final Duration LIMIT = Duration.ofMillis(20);

  @Test
  void the_most_sessions_before_sound_was_late_count() {
    LoadResults results = results(moment(10, 1), moment(20, 5), moment(30, 400), moment(40, 2));

    assertThat(results.best(LIMIT).orElseThrow().figures().sessions()).isEqualTo(20);
  }

  @Test
  void a_lucky_stretch_under_more_than_can_be_held_does_not_count() {
    LoadResults results = results(moment(500, 0), moment(500, 8000), moment(500, 3));

    assertThat(results.best(LIMIT)).isEmpty();
  }

  @Test
  void of_a_load_that_stays_the_same_the_last_stretch_is_taken() {
    LoadResults results = results(moment(50, 3), moment(50, 4));

    assertThat(results.best(LIMIT)).contains(results.moments().get(1));
  }

  /** What a server answers with comes up among the errors; an address is anybody's. */
  @Test
  void hostile_words_on_the_page_are_text_and_nothing_can_run() {
    String nasty = "</style></title><script>alert(1)</script><img src=x onerror='alert(1)'>\"";
    Tally tally = new Tally();
    tally.error(nasty);
    Moment whole =
        new Moment(
            Duration.ZERO,
            Duration.ofSeconds(1),
            tally.figures(),
            Optional.empty(),
            OptionalLong.empty());
    String page = new LoadPage("ws://h/?" + nasty, new LoadResults(List.of(whole), whole)).html();

    assertThat(page).contains("default-src 'none'", "&lt;script&gt;alert(1)");
    assertThat(page).doesNotContain("<script", "<img", "'alert(1)'");
    assertThat(page.split("</style>", -1)).hasSize(2);
  }

  private static LoadResults results(Moment... moments) {
    return new LoadResults(List.of(moments), moments[0]);
  }

  private static Moment moment(int sessions, long lateMillis) {
    Tally tally = new Tally();
    tally.sessions(sessions);
    tally.time(Measure.LATENESS, lateMillis * Scripted.MILLI);
    return new Moment(
        Duration.ZERO,
        Duration.ofSeconds(1),
        tally.figures(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
