package dev.soundcheck.server.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.redis.Backlog.Batch;
import dev.soundcheck.server.redis.Backlog.Line;
import dev.soundcheck.server.redis.Backlog.Question;
import dev.soundcheck.server.redis.Backlog.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class BacklogTest {
  private final Backlog backlog = new Backlog();

  @Test
  void of_a_value_the_newest_is_said_once() throws Exception {
    backlog.put(value("a", "1"));
    backlog.put(value("b", "1"));
    backlog.put(value("a", "2"));

    assertThat(said(backlog.take())).containsExactly("b=1", "a=2");
  }

  @Test
  void what_could_not_be_said_comes_before_what_has_come_since_and_not_in_place_of_it()
      throws Exception {
    backlog.put(value("a", "1"));
    backlog.put(value("b", "1"));
    backlog.add(line("first", 1));
    Batch failed = backlog.take();
    backlog.put(value("a", "2"));
    backlog.add(line("second", 1));
    backlog.giveBack(failed);

    Batch next = backlog.take();
    assertThat(said(next)).containsExactlyInAnyOrder("a=2", "b=1");
    assertThat(next.lines()).extracting(one -> one.text().get()).containsExactly("first", "second");
  }

  @Test
  void of_too_many_lines_the_oldest_are_lost() throws Exception {
    for (int i = 0; i <= Backlog.MOST_LINES; i++) {
      backlog.add(line("line " + i, 1));
    }

    List<Line> kept = backlog.take().lines();
    assertThat(kept).hasSize(Backlog.MOST_LINES);
    assertThat(kept.get(0).text().get()).isEqualTo("line 1");
  }

  @Test
  void of_lines_that_are_too_heavy_the_oldest_are_lost() throws Exception {
    backlog.add(line("first", Backlog.MOST_WEIGHT));
    backlog.add(line("second", 1));

    assertThat(backlog.take().lines())
        .extracting(one -> one.text().get())
        .containsExactly("second");
  }

  @Test
  void of_too_many_values_the_oldest_is_lost() throws Exception {
    for (int i = 0; i <= Backlog.MOST_VALUES; i++) {
      backlog.put(value("key " + i, ""));
    }

    assertThat(backlog.take().values())
        .hasSize(Backlog.MOST_VALUES)
        .noneMatch(value -> value.key().equals("key 0"));
  }

  @Test
  void nobody_waits_for_one_that_is_closed() throws Exception {
    backlog.close();
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    backlog.ask(new Question<>(jedis -> "", answer));
    backlog.rest(Duration.ofMinutes(1));

    assertThat(answer).isCompletedWithValue(Optional.empty());
    backlog.take();
    assertThat(backlog.take().isEmpty()).isTrue();
  }

  @Test
  void who_waits_for_one_that_is_away_is_told_so() {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    backlog.ask(new Question<>(jedis -> "", answer));
    backlog.dropQuestions();

    assertThat(answer).isCompletedWithValue(Optional.empty());
  }

  private static List<String> said(Batch batch) {
    return batch.values().stream()
        .map(value -> value.key() + "=" + value.latest().get().orElse(""))
        .toList();
  }

  private static Value value(String key, String text) {
    return new Value(key, () -> Optional.of(text), Optional.empty());
  }

  private static Line line(String text, long weight) {
    return new Line("list", weight, () -> text);
  }
}
