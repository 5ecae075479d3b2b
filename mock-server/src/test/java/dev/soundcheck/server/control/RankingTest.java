package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.OpenedConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/decisions/speed.md, "The heaviest session, nearly". */
final class RankingTest {
  private static final long MOST = 1_000_000;

  private final Ranking ranking = new Ranking(MOST);
  private final Leaves paper = new Leaves();
  private final List<SessionEntry> sessions =
      IntStream.rangeClosed(1, 40).mapToObj(this::session).toList();

  @Test
  void nobody_is_heaviest_where_nobody_weighs_anything() {
    sessions.forEach(ranking::place);

    assertThat(ranking.heaviest()).isNull();
  }

  @Test
  void no_other_is_heavier_by_more_than_a_thousandth_of_all_whatever_comes_and_goes() {
    Random random = new Random(11);
    for (int step = 0; step < 20_000; step++) {
      SessionEntry one = sessions.get(random.nextInt(sessions.size()));
      if (random.nextInt(3) == 0) {
        one.dropOldest();
      } else {
        one.observed(new Observed.Binary(Duration.ZERO, 1, Origin.CLIENT, bytes(random)));
      }
      ranking.place(one);
      if (step % 500 == 0) {
        ranking.remove(one);
        while (one.weight() > 0) {
          one.dropOldest();
        }
      }
      long most = sessions.stream().mapToLong(SessionEntry::weight).max().orElseThrow();
      SessionEntry found = ranking.heaviest();
      assertThat(found == null ? 0 : found.weight())
          .isGreaterThanOrEqualTo(Math.min(most, MOST / 1024 * 1024) - MOST / 1024);
    }
    assertThat(sessions).extracting(SessionEntry::weight).anyMatch(weight -> weight > MOST);
  }

  private byte[] bytes(Random random) {
    return new byte[random.nextInt(20_000)];
  }

  private SessionEntry session(int number) {
    return new SessionEntry(
        new OpenedConnection(number, "", Profile.LIVE, "a/scenario", ""), Instant.EPOCH, paper);
  }
}
