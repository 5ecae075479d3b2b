package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.server.OpenedConnection;
import dev.soundcheck.server.play.ConnectionFinding;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.store.Chronicle;
import dev.soundcheck.server.store.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What two servers wrote of a test, put together again. */
final class JournalBookTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Notes notes = new Notes();
  private final Chronicle one = new Chronicle(notes, 0xA, test -> NOON);
  private final Chronicle two = new Chronicle(notes, 0xB, test -> NOON.plusSeconds(5));

  /** A journal in a list. */
  private static final class Notes implements Journal {
    final List<String> lines = new ArrayList<>();

    @Override
    public void note(String test, long weight, Supplier<String> line) {
      lines.add(line.get());
    }

    @Override
    public List<String> lines(String test) {
      return lines;
    }

    @Override
    public void clear(String test) {
      lines.clear();
    }
  }

  @Test
  void connections_of_the_same_number_are_told_apart_by_their_servers() {
    one.opened(connection(7));
    two.opened(connection(7));
    one.observed(message(7, "ping"));
    two.observed(message(7, "session.updated"));

    assertThat(read()).extracting(JournalPage::server).containsExactly("a", "b");
    assertThat(read()).extracting(JournalPage::session).containsExactly(7, 7);
    assertThat(read()).extracting(page -> page.page().opened().number()).containsExactly(1, 2);
    assertThat(read())
        .extracting(page -> page.page().at())
        .containsExactly(NOON, NOON.plusSeconds(5));
    assertThat(read().get(1).seen()).containsExactly(message(2, "session.updated"));
  }

  @Test
  void all_that_was_told_of_a_connection_is_told_again() {
    one.opened(connection(3));
    one.waits(3, SECOND, "a line");
    one.found(new ConnectionFinding(3, SECOND, Kind.CLIENT, "Wrong."));
    one.observed(new Observed.Closed(SECOND, 3, Origin.CLIENT, 1000, "bye"));

    SessionPage page = read().get(0).page();
    assertThat(page.opened()).isEqualTo(connection(1));
    assertThat(page.waitsFor()).contains("a line");
    assertThat(page.findings())
        .containsExactly(new ConnectionFinding(1, SECOND, Kind.CLIENT, "Wrong."));
    assertThat(page.closed()).contains(new Observed.Closed(SECOND, 1, Origin.CLIENT, 1000, "bye"));
  }

  @Test
  void sound_is_kept_as_its_length_and_hash() {
    one.opened(connection(1));
    one.observed(new Observed.Binary(SECOND, 1, Origin.CLIENT, new byte[1000]));

    assertThat(notes.lines.get(1)).hasSizeLessThan(300).contains("\"bytes\":1000");
    assertThat(read().get(0).seen()).singleElement().isInstanceOf(Observed.Binary.class);
  }

  @Test
  void a_line_that_was_written_twice_counts_once_and_one_that_is_missing_shows() {
    one.opened(connection(1));
    one.observed(message(1, "ping"));
    one.observed(message(1, "pong"));
    notes.lines.add(notes.lines.get(2));
    assertThat(read().get(0).missing()).isZero();
    assertThat(read().get(0).seen()).hasSize(2);

    notes.lines.remove(1);
    assertThat(read().get(0).missing()).isEqualTo(1);
    assertThat(read().get(0).json().at("/session/dropped").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_no_line_is_passed_over_and_one_of_a_later_version_is_missing() {
    one.opened(connection(1));
    notes.lines.add("no line");
    notes.lines.add("{\"server\":\"a\",\"session\":1,\"n\":1,\"seen\":{\"at\":\"later\"}}");

    assertThat(read()).hasSize(1);
    assertThat(read().get(0).missing()).isEqualTo(1);
  }

  @Test
  void connections_of_no_test_stay_where_they_are() {
    one.opened(new OpenedConnection(1, "", Profile.LIVE, "s", ""));
    one.observed(message(1, "ping"));

    assertThat(notes.lines).isEmpty();
  }

  private List<JournalPage> read() {
    return List.copyOf(JournalBook.read("t", notes.lines));
  }

  private static OpenedConnection connection(int number) {
    return new OpenedConnection(number, "t", Profile.DOCUMENTED, "a/scenario", "model");
  }

  private static Observed.Message message(int connection, String type) {
    return new Observed.Message(
        SECOND,
        connection,
        Origin.SERVER,
        type,
        Json.mapper().createObjectNode().put("type", type));
  }
}
