package dev.soundcheck.conformance.client;

import dev.soundcheck.conformance.selftest.Habit;
import dev.soundcheck.conformance.selftest.Mouth;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.Show;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection in virtual time. What either side says takes a moment to the other, and passes the
 * habit of the one that is broken.
 */
final class VirtualConnection implements Mouth, Wire {
  private static final Duration ON_THE_WAY = Duration.ofMillis(2);
  private static final int LOST = 1006;

  private final VirtualPace pace;
  private final Ear client;
  private final Origin broken;
  private final Habit habit;
  private final Duration openedAt;
  private Optional<Show> server = Optional.empty();
  private Optional<Duration> alarm = Optional.empty();
  private boolean clientIsGone;
  private boolean serverIsGone;

  VirtualConnection(VirtualPace pace, Ear client, Origin broken, Habit habit) {
    this.pace = pace;
    this.client = client;
    this.broken = broken;
    this.habit = habit;
    this.openedAt = pace.now();
  }

  void begin(Show play) {
    server = Optional.of(play);
    pace.soon(
        () -> {
          client.opened(this);
          habit.begins(this);
          toServer(Show::open);
        });
  }

  /** What the server says goes here. */
  dev.soundcheck.server.play.Wire toClient() {
    return new dev.soundcheck.server.play.Wire() {
      @Override
      public void send(String said) {
        pass(Origin.SERVER, said);
      }

      @Override
      public void send(byte[] bytes) {
        reachesClient(ear -> ear.binary(bytes));
      }

      @Override
      public void close(int code, String reason) {
        hangUp(Origin.SERVER, code, reason);
      }
    };
  }

  /** What the client says. */
  @Override
  public void send(String said) {
    pass(Origin.CLIENT, said);
  }

  @Override
  public void send(byte[] bytes) {
    reachesServer(play -> play.binary(time(), bytes));
  }

  @Override
  public void close(int code, String reason) {
    if (broken != Origin.CLIENT || habit.leaves()) {
      hangUp(Origin.CLIENT, code, reason);
    }
  }

  /** The server goes away. */
  void end() {
    toServer(play -> play.close(time(), 1001, "That was long enough."));
  }

  private void pass(Origin from, String said) {
    if (!(Json.parse(said).orElse(null) instanceof ObjectNode event)) {
      reaches(from, said);
    } else if (from == broken) {
      carefully(() -> habit.says(event, this));
    } else {
      carefully(
          () -> {
            if (habit.hears(event, this)) {
              reaches(from, event.toString());
            }
          });
    }
  }

  /** A habit that fails is a mistake of the test, and neither side may take it for its own. */
  private void carefully(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException mistake) {
      pace.soon(
          () -> {
            throw mistake;
          });
    }
  }

  private void reaches(Origin from, String said) {
    if (from == Origin.CLIENT) {
      reachesServer(play -> play.text(time(), said));
    } else {
      reachesClient(ear -> ear.text(said));
    }
  }

  @Override
  public void text(String raw) {
    reaches(broken, raw);
  }

  @Override
  public void binary(byte[] sound) {
    if (broken == Origin.CLIENT) {
      reachesServer(play -> play.binary(time(), sound));
    } else {
      reachesClient(ear -> ear.binary(sound));
    }
  }

  /** The side that is broken is told that it is alone. */
  @Override
  public void leave(int code, String reason) {
    hangUp(broken, code, reason);
    if (broken == Origin.CLIENT) {
      reachesClient(ear -> ear.closed(LOST, ""));
    } else {
      reachesServer(play -> play.left(time(), LOST, ""));
    }
  }

  @Override
  public void after(Duration later, Runnable work) {
    pace.at(pace.now().plus(later), work);
  }

  /** Whoever is left answers with the same code. */
  private void hangUp(Origin from, int code, String reason) {
    if (from == Origin.CLIENT) {
      reachesServer(play -> play.left(time(), code, reason));
      pace.at(pace.now().plus(ON_THE_WAY), () -> serverIsGone = true);
    }
    reachesClient(ear -> ear.closed(code, reason));
    pace.at(pace.now().plus(ON_THE_WAY), () -> clientIsGone = true);
  }

  private void reachesClient(Consumer<Ear> what) {
    pace.at(
        pace.now().plus(ON_THE_WAY),
        () -> {
          if (!clientIsGone) {
            what.accept(client);
          }
        });
  }

  private void reachesServer(Consumer<Show> what) {
    pace.at(pace.now().plus(ON_THE_WAY), () -> toServer(what));
  }

  private void toServer(Consumer<Show> what) {
    if (!serverIsGone) {
      server.ifPresent(what);
      setAlarm();
    }
  }

  private void setAlarm() {
    Optional<Duration> due = server.flatMap(Show::wakeAt);
    if (due.isPresent() && alarm.filter(set -> set.compareTo(due.get()) <= 0).isEmpty()) {
      alarm = due;
      pace.at(
          openedAt.plus(due.get()),
          () -> {
            alarm = Optional.empty();
            toServer(play -> play.advance(time()));
          });
    }
  }

  private Duration time() {
    return pace.now().minus(openedAt);
  }
}
