package dev.soundcheck.server.play;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Transfer;
import dev.soundcheck.server.session.Cue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is played on one connection. Confined to one caller at a time; times count from the opening.
 * Nothing that a client sends makes a method throw.
 */
public interface Show {
  /** The connection is open. To be called first, and once. */
  void open();

  /** A text message of the client. */
  void text(Duration time, String text);

  /** A text message of the client as it came; these bytes are UTF-8. */
  default void text(Duration time, byte[] utf8) {
    text(time, new String(utf8, StandardCharsets.UTF_8));
  }

  /** A binary message of the client. */
  void binary(Duration time, byte[] bytes);

  /** Does what is due up to this time. */
  void advance(Duration time);

  /** When {@link #advance} has something to do next; empty when nothing will happen by itself. */
  Optional<Duration> wakeAt();

  /**
   * Whether what {@link #wakeAt} announces is soon done, as the next piece of an answer is that was
   * made before.
   */
  default boolean wakesBriefly() {
    return false;
  }

  /**
   * Until when the scenario lets time pass now, which nobody has to wait for where time is virtual;
   * empty when it waits for somebody, or for nothing.
   */
  default Optional<Duration> passesUntil() {
    return Optional.empty();
  }

  /**
   * Speech that somebody has to listen to; no time passes and nothing else is played before {@link
   * #understand}.
   */
  default Optional<Cue.Heard> heard() {
    return Optional.empty();
  }

  /**
   * What {@link #heard} was.
   *
   * @param phrase empty when it is none of the phrases
   * @param trouble why nobody could tell; becomes a finding
   */
  default void understand(Optional<String> phrase, Optional<String> trouble) {}

  /** These go wrong from now on; before {@link #open} from the opening on. */
  default void misbehave(Duration time, List<Fault> faults) {}

  /** The number of the connection. */
  int number();

  /**
   * Does something that somebody orders from outside.
   *
   * @return false where nothing can be ordered any more, or at all
   */
  default boolean perform(Duration time, Act act) {
    return false;
  }

  /** Closes the connection from our side. */
  void close(Duration time, int code, String reason);

  /**
   * Transfers the telephone call that the client joined.
   *
   * @param answer is told once how that ended, perhaps later and perhaps more than once
   */
  default void transfer(Duration time, String target, Consumer<Transfer> answer) {
    answer.accept(Transfer.of(Transfer.Outcome.NOBODY_THERE));
  }

  /** Ends the telephone call that the client joined. */
  default void hangUp(Duration time) {
    close(time, 1000, "The call was hung up.");
  }

  /** Closes the connection because of what the client did; that becomes a finding. */
  void expel(Duration time, int code, String why);

  /** The connection is gone; nothing happens here any more. */
  void left(Duration time, int code, String reason);
}
