package dev.soundcheck.server.play;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.profile.Wiring;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Meaning;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection that is one too many: its first event is a response that failed, then it is closed
 * (live-behaviour.md 5.3).
 */
public final class TurnedAway implements Show {
  /** The code was not recorded. */
  private static final int NORMAL = 1000;

  private final int number;
  private final Journal journal;
  private final Mouth mouth;
  private final Ids ids;
  private final int limit;
  private boolean over;

  /**
   * Turns a connection away.
   *
   * @param limit how many sessions there may be
   */
  public TurnedAway(Opening opening, int limit, Wire wire, Witness witness) {
    this.number = opening.connection();
    this.journal = new Journal(opening.connection(), witness);
    Contract contract = new Contract(EventValidator.of(opening.profile()), journal);
    this.ids = new Ids(opening.seed());
    Door door = new Door(journal, wire);
    this.mouth = new Mouth(Wiring.of(opening.profile()).shape(), contract, door, ids);
    this.limit = limit;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public void open() {
    Meaning.TooManySessions meaning = new Meaning.TooManySessions(ids.uuid(), ids.uuid(), limit);
    mouth.say(Duration.ZERO, meaning);
    close(Duration.ZERO, NORMAL, meaning.message());
  }

  /** What the client said before it knew is nothing to anybody. */
  @Override
  public void text(Duration time, String text) {}

  @Override
  public void binary(Duration time, byte[] bytes) {}

  @Override
  public void advance(Duration time) {}

  @Override
  public Optional<Duration> wakeAt() {
    return Optional.empty();
  }

  @Override
  public void close(Duration time, int code, String reason) {
    if (!over) {
      over = true;
      mouth.close(time, code, reason);
    }
  }

  @Override
  public void expel(Duration time, int code, String why) {
    close(time, code, why);
  }

  @Override
  public void left(Duration time, int code, String reason) {
    if (!over) {
      over = true;
      journal.closed(time, Origin.CLIENT, code, reason);
    }
  }
}
