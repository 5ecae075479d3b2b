package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.session.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered is bounded in number and in age (docs/limits.md). */
final class ConversationsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Memory.Line LINE = new Memory.Line("item", "Words.");

  private final Conversations two = new Conversations(2, Optional.of(Duration.ofMinutes(10)));

  @Test
  void of_too_many_the_one_used_longest_ago_is_forgotten() {
    two.keep("a", LINE, NOON);
    two.keep("b", LINE, NOON);
    two.keep("a", new Memory.Line("more", "More."), NOON);
    two.keep("c", LINE, NOON);

    assertThat(two.recall("b", NOON)).isEmpty();
    assertThat(two.recall("a", NOON)).isPresent();
    assertThat(two.recall("c", NOON)).isPresent();
  }

  @Test
  void the_one_in_use_is_kept_where_none_may_be() {
    Conversations none = new Conversations(0, Optional.empty());
    none.keep("a", LINE, NOON);

    assertThat(none.recall("a", NOON)).isPresent();
  }

  @Test
  void one_lives_as_long_as_it_may() {
    two.keep("a", LINE, NOON);

    assertThat(two.recall("a", NOON.plus(Duration.ofMinutes(10)))).isPresent();
    assertThat(two.recall("a", NOON.plus(Duration.ofMinutes(10)).plusMillis(1))).isEmpty();
  }

  @Test
  void without_an_age_it_lives_for_ever() {
    Conversations all = new Conversations(Long.MAX_VALUE, Optional.empty());
    all.keep("a", LINE, Instant.MIN);

    assertThat(all.recall("a", Instant.MAX)).isPresent();
  }

  /** It comes from another server, and may be older than what was used here meanwhile. */
  @Test
  void one_that_was_learned_replaces_what_was_known_and_is_as_old_as_it_was_there() {
    two.keep("a", LINE, NOON);
    two.keep("b", LINE, NOON);
    Memory.Kept learned = new Memory.Kept(List.of(new Memory.Line("other", "Other.")), 7);
    two.replace("a", learned, NOON.minus(Duration.ofMinutes(5)));

    assertThat(two.recall("a", NOON)).contains(learned);
    assertThat(two.recall("a", NOON.plus(Duration.ofMinutes(6)))).isEmpty();
  }

  @Test
  void of_one_that_is_over_it_is_still_known_when_it_was_used() {
    two.keep("a", LINE, NOON);

    assertThat(two.remembered("a").map(Conversations.Remembered::usedAt)).contains(NOON);
    assertThat(two.remembered("b")).isEmpty();
  }
}
