package dev.soundcheck.server.play;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Transfer;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Pace;
import dev.soundcheck.server.session.Session;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The other end of a telephone call: the caller's sound and keys in their time, and the transfer
 * that somebody asked for and that is not answered yet.
 */
final class PhoneLine {
  private static final Duration CHUNK = Duration.ofMillis(100);
  private static final Duration KEY = Duration.ofMillis(200);

  /** Longer than any silence that ends a turn; it stops when the turn has ended. */
  private static final Duration QUIET = Duration.ofSeconds(11);

  private record Due(
      Duration at, long made, boolean sound, Function<Duration, List<Output>> deed) {}

  private final Session session;
  private final Voice voice;
  private final boolean instant;
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::made));
  private long made;
  private Optional<Consumer<Transfer>> asked = Optional.empty();

  PhoneLine(Session session, Voice voice, Pace pace) {
    this.session = session;
    this.voice = voice;
    this.instant = pace.equals(Pace.INSTANT);
  }

  /**
   * Does what the scenario wants of the telephone.
   *
   * @return why the connection is over, if it is over by that
   */
  Optional<String> perform(Duration now, Act act) {
    if (act instanceof Act.AnswerTransfer answer) {
      return answer(answer.transfer());
    }
    if (act instanceof Act.Caller caller) {
      says(now, caller.words(), caller.wav().map(Wording::read));
    } else if (act instanceof Act.Press press) {
      presses(now, press.keys());
    } else {
      throw new IllegalStateException(
          "the server's role cannot do what only a client does: " + act);
    }
    return Optional.empty();
  }

  /** The caller speaks from now on, and is quiet afterwards. */
  private void says(Duration now, String words, Optional<Pcm> recording) {
    int rate = session.hearsAt();
    Pcm spoken = recording.orElseGet(() -> voice.speak(words));
    Pcm sound = Resampler.resample(spoken, rate).then(Pcm.silence(QUIET, rate));
    int chunk = Pcm.samplesIn(CHUNK, rate);
    heardOut();
    Duration at = now;
    for (int from = 0; from < sound.length(); from += chunk) {
      Pcm piece = sound.slice(from, Math.min(sound.length(), from + chunk));
      at = after(at, CHUNK);
      due.add(new Due(at, made++, true, then -> session.overhear(then, piece)));
    }
  }

  private Duration after(Duration at, Duration step) {
    return instant ? at : at.plus(step);
  }

  /** The turn has ended: nobody has to hear any more silence. */
  void heardOut() {
    due.removeIf(Due::sound);
  }

  /** The caller presses these keys, one after another. */
  private void presses(Duration now, String keys) {
    Duration at = now;
    for (String key : keys.split("")) {
      Intent press = new Intent.Press(key);
      due.add(new Due(at, made++, false, then -> session.intend(then, press)));
      at = after(at, KEY);
    }
  }

  /** When {@link #next} has something to do. */
  Optional<Duration> wakeAt() {
    return Optional.ofNullable(due.peek()).map(Due::at);
  }

  boolean isDue(Duration now) {
    return wakeAt().filter(at -> at.compareTo(now) <= 0).isPresent();
  }

  /** Does the one thing that is due next. */
  List<Output> next(Duration now) {
    return due.remove().deed().apply(now);
  }

  /** Somebody wants the call transferred; one that was asked for before is over. */
  void transfer(Consumer<Transfer> answer) {
    var unused = answer(Transfer.of(Transfer.Outcome.FAILED));
    asked = Optional.of(answer);
  }

  /** Whether somebody waits for a transfer. */
  boolean transferring() {
    return asked.isPresent();
  }

  /** Tells how the transfer ended; returns why the connection is over, if it is over by that. */
  Optional<String> answer(Transfer transfer) {
    Optional<Consumer<Transfer>> waiting = asked;
    asked = Optional.empty();
    waiting.ifPresent(one -> one.accept(transfer));
    return transfer.outcome() == Transfer.Outcome.ACCEPTED
        ? Optional.of("The call was transferred.")
        : Optional.empty();
  }

  /** The connection is gone. */
  void gone() {
    due.clear();
    var unused = answer(Transfer.of(Transfer.Outcome.NOBODY_THERE));
  }
}
