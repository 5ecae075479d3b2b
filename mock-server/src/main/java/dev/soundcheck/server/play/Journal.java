package dev.soundcheck.server.play;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.Cue;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tells the witness what happens on one connection. */
final class Journal {
  private final int connection;
  private final Witness witness;

  /** A client that invents a new member each time must not be remembered for ever. */
  private static final int MOST_PLACES = 1000;

  private final Set<String> toldOnce = new HashSet<>();

  Journal(int connection, Witness witness) {
    this.connection = connection;
    this.witness = witness;
  }

  /**
   * An event.
   *
   * @param utf8 the text that it travels in, not copied
   */
  void said(Duration at, Origin from, String type, JsonNode json, byte[] utf8) {
    witness.observed(new Observed.Message(at, connection, from, type, json).travelledAs(utf8));
  }

  void spoke(Duration at, byte[] audio) {
    witness.observed(new Observed.Binary(at, connection, Origin.SERVER, audio));
  }

  void heard(Duration at, byte[] audio) {
    witness.observed(new Observed.Binary(at, connection, Origin.CLIENT, audio));
  }

  void malformed(Duration at, String text, String why) {
    witness.observed(new Observed.Malformed(at, connection, Origin.CLIENT, text, why));
    found(at, Kind.CLIENT, why);
  }

  /** A text of ours that is no event any more; it was meant, so it is no finding. */
  void garbled(Duration at, String text, String why) {
    witness.observed(new Observed.Malformed(at, connection, Origin.SERVER, text, why));
  }

  void closed(Duration at, Origin from, int code, String reason) {
    witness.observed(new Observed.Closed(at, connection, from, code, reason));
  }

  void waits(Duration at, String what) {
    witness.waits(connection, at, what);
  }

  void found(Duration at, Kind kind, String message) {
    witness.found(new ConnectionFinding(connection, at, kind, message));
  }

  /** Sound that is not as it should be; once for each way, since it may come with every chunk. */
  void noticed(Duration at, Cue.Noticed odd) {
    if (toldOnce.add(odd.oddity().name())) {
      found(at, odd.oddity().loses() ? Kind.CLIENT : Kind.CLIENT_SOUND, odd.what());
    }
  }

  /**
   * As {@link #found}, but once for each place in each event: it may come with every chunk of
   * audio. After a thousand different places nothing new is told.
   */
  void foundOnce(Duration at, Kind kind, Finding finding) {
    if (toldOnce.size() < MOST_PLACES && toldOnce.add(kind + finding.event() + finding.path())) {
      found(at, kind, finding.message());
    }
  }
}
