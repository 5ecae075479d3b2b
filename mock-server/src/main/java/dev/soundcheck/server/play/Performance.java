package dev.soundcheck.server.play;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Seen;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.ClientEvent;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Intent;
import dev.soundcheck.server.session.Meaning;
import dev.soundcheck.server.session.Output;
import dev.soundcheck.server.session.Refusal;
import dev.soundcheck.server.session.Refusals;
import dev.soundcheck.server.session.Session;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Session and scenario in one play: hands what one says to the other until both have nothing left
 * for this moment. What the session says goes first; then a turn that was asked about is answered,
 * because the session holds back what follows; then what the scenario does, in its order.
 */
final class Performance {
  static final int NORMAL = 1000;
  private static final int SERVER_ERROR = 1011;

  private final Session session;
  private final Mind mind;
  private final Mouth mouth;
  private final Journal journal;
  private final PhoneLine phone;
  private final Ids ids;
  private final Restraint restraint = new Restraint();
  private final Deque<Output> outputs = new ArrayDeque<>();
  private final Deque<Act> acts = new ArrayDeque<>();
  private final Deque<Refusal> troubles = new ArrayDeque<>();
  private Optional<Cue.Asked> asked = Optional.empty();
  private Optional<Cue.Heard> heard = Optional.empty();
  private Duration now = Duration.ZERO;
  private boolean over;

  Performance(Session session, Mind mind, Mouth mouth, Journal journal, PhoneLine phone, Ids ids) {
    this.session = session;
    this.mind = mind;
    this.mouth = mouth;
    this.journal = journal;
    this.phone = phone;
    this.ids = ids;
  }

  boolean over() {
    return over;
  }

  /**
   * Does this at that time, and then all that follows from it. A failure becomes an error event.
   */
  void at(Duration time, Runnable deed) {
    now = time;
    restraint.moment();
    try {
      deed.run();
      settle();
      endWithIt();
    } catch (RuntimeException failure) {
      fail(failure);
    }
  }

  void open(Optional<String> call) {
    outputs.addAll(session.open());
    see(new Seen.Opened(now, call));
  }

  /** The scenario sees an event of the client, before the session does. */
  void overhear(String type, JsonNode event) {
    mouth.overhear(now, type);
    see(new Seen.Wire(now, Origin.CLIENT, type, event));
  }

  void receive(ClientEvent event) {
    outputs.addAll(session.receive(now, event));
  }

  void hear(byte[] audio) {
    outputs.addAll(session.hear(now, audio));
  }

  void refuse(Refusal refusal) {
    outputs.addAll(session.refuse(now, refusal));
  }

  /** Speech whose words somebody has to tell before anything else can happen. */
  Optional<Cue.Heard> heard() {
    return over ? Optional.empty() : heard;
  }

  /** Goes on with the words of {@link #heard}. */
  void understand(String words) {
    heard = Optional.empty();
    outputs.addAll(session.understand(words));
  }

  /** Does what is due. */
  void wake() {
    mouth.wake(now);
    if (mind.wakeAt().filter(due -> due.compareTo(now) <= 0).isPresent()) {
      see(new Seen.Passed(now));
      giveUpIf(restraint.tooManyWakes(now));
    }
    outputs.addAll(phone.isDue(now) ? phone.next(now) : session.advance(now));
  }

  /** Somebody outside wants this to be done. */
  void order(Act act) {
    acts.add(act);
  }

  void close(int code, String reason) {
    mouth.close(now, code, reason);
    ended(Origin.SERVER, code, reason);
  }

  /** This goes wrong from now on. */
  void misbehave(Fault fault) {
    mouth.misbehave(now, fault);
  }

  /** When what a fault holds back is due; empty when nothing is. */
  Optional<Duration> heldUntil() {
    return mouth.wakeAt();
  }

  /** A fault may have ended the connection. */
  private void endWithIt() {
    if (!over) {
      mouth.closed().ifPresent(close -> ended(Origin.SERVER, close.code(), close.reason()));
    }
  }

  /** The connection is no more; what the scenario still waited for is found out. */
  void ended(Origin from, int code, String reason) {
    see(new Seen.Closed(now, from, code, reason));
    over = true;
    phone.gone();
  }

  private void settle() {
    boolean more = !over;
    while (more) {
      more = step() && !over;
    }
  }

  private boolean step() {
    if (!outputs.isEmpty()) {
      take(outputs.remove());
    } else if (heard.isPresent()) {
      return false;
    } else if (asked.isPresent()) {
      answer(asked.get());
    } else if (!troubles.isEmpty()) {
      refuse(troubles.remove());
    } else if (!acts.isEmpty()) {
      next(acts.remove());
    } else {
      return expectSpeech();
    }
    return true;
  }

  private void take(Output output) {
    if (output instanceof Meaning meaning) {
      overheard(mouth.say(now, meaning));
    } else if (output instanceof Cue.Over last) {
      close(last.code(), last.reason());
    } else if (output instanceof Cue.Noticed odd) {
      journal.noticed(now, odd);
    } else if (output instanceof Cue.Heard speech) {
      heard = Optional.of(speech);
    } else {
      asked = Optional.of((Cue.Asked) output);
    }
  }

  private void overheard(ObjectNode event) {
    see(new Seen.Wire(now, Origin.SERVER, event.path("type").asString(""), event));
  }

  private void answer(Cue.Asked cue) {
    asked = Optional.empty();
    phone.heardOut();
    Intent otherwise = Wording.CHECK_IN;
    if (cue.kind() != Cue.Kind.SILENCE) {
      otherwise = new Intent.Wait();
      see(new Seen.Asked(now, Wording.turn(cue)));
    }
    while (acts.peek() instanceof Act.Misbehave order) {
      acts.remove();
      misbehave(order.fault());
    }
    boolean answersFirst = acts.peek() instanceof Act.Answer;
    Intent intent = answersFirst ? answered((Act.Answer) acts.remove()) : otherwise;
    outputs.addAll(session.intend(now, intent));
  }

  private Intent answered(Act.Answer answer) {
    try {
      return Wording.answer(answer);
    } catch (AudioException | UncheckedIOException unplayable) {
      trouble(String.valueOf(unplayable.getMessage()));
      return new Intent.Wait();
    }
  }

  private void next(Act act) {
    expectSpeech();
    perform(act);
    giveUpIf(restraint.tooManyDeeds());
  }

  private void giveUpIf(boolean tooMuch) {
    if (tooMuch) {
      mind.giveUp();
      acts.clear();
      trouble(
          "The scenario does more than %d things at one moment and is not played any further."
              .formatted(Restraint.DEEDS_AT_ONCE));
    }
  }

  private void perform(Act act) {
    if (act instanceof Act.Answer answer) {
      outputs.addAll(session.intend(now, answered(answer)));
    } else if (act instanceof Act.Send send) {
      overheard(mouth.stage(now, StagedEvent.of(send, ids)));
    } else if (Wording.aside(act).isPresent()) {
      outputs.addAll(session.intend(now, Wording.aside(act).get()));
    } else if (act instanceof Act.Misbehave order) {
      misbehave(order.fault());
    } else if (act instanceof Act.Close close) {
      close(close.code(), close.reason());
    } else {
      phone.perform(now, act).ifPresent(why -> close(NORMAL, why));
    }
  }

  private boolean expectSpeech() {
    Optional<Intent.ExpectWords> words = mind.newSpeech();
    words.ifPresent(expected -> outputs.addAll(session.intend(now, expected)));
    return words.isPresent();
  }

  private void see(Seen seen) {
    try {
      List<Act> more = mind.see(seen);
      acts.addAll(more);
    } catch (RuntimeException broken) {
      mind.giveUp();
      trouble("The scenario failed and is not played any further: " + broken.getMessage());
    }
  }

  private void trouble(String message) {
    journal.found(now, Kind.INTERNAL, message);
    troubles.add(Refusals.DEFAULT.internal(message));
  }

  /** What fails again and again, even in saying so, ends the connection. */
  private void fail(RuntimeException failure) {
    String message = "The mock failed at this: " + failure.getMessage();
    journal.found(now, Kind.INTERNAL, message);
    outputs.clear();
    acts.clear();
    troubles.clear();
    asked = Optional.empty();
    heard = Optional.empty();
    try {
      if (!restraint.tooManyFailures()) {
        session.understand("").forEach(this::take);
        session.intend(now, new Intent.Wait()).forEach(this::take);
        session.refuse(now, Refusals.DEFAULT.internal(message)).forEach(this::take);
        return;
      }
    } catch (RuntimeException again) {
      journal.found(now, Kind.INTERNAL, "The mock failed again: " + again.getMessage());
    }
    close(SERVER_ERROR, "The mock failed; its findings say how.");
  }
}
