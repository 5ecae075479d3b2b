package dev.soundcheck.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session tells of itself (docs/decisions/play-room.md). */
final class JournalTest implements Witness {
  private final List<ConnectionFinding> findings = new ArrayList<>();
  private final Journal journal = new Journal(1, this);

  @Test
  void a_place_is_told_once() {
    tell("$.a");
    tell("$.b");
    tell("$.a");

    assertThat(findings)
        .extracting(ConnectionFinding::message)
        .containsExactly(finding("$.a").message(), finding("$.b").message());
  }

  @Test
  void a_client_that_invents_members_is_not_remembered_for_ever() {
    for (int i = 0; i < 1_100; i++) {
      tell("$.x" + i);
    }

    assertThat(findings).hasSize(1_000);
  }

  private void tell(String path) {
    journal.foundOnce(Duration.ZERO, ConnectionFinding.Kind.CLIENT_UNKNOWN_MEMBER, finding(path));
  }

  private static Finding finding(String path) {
    return new Finding(Finding.Kind.UNKNOWN_MEMBER, "session.update", path, "nothing", "1");
  }

  @Override
  public void observed(Observed observed) {}

  @Override
  public void found(ConnectionFinding finding) {
    findings.add(finding);
  }
}
