package dev.soundcheck.server.play;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.Transfer;
import dev.soundcheck.script.Turn;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.profile.Wiring;
import dev.soundcheck.server.session.ClientEvent;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.session.Ids;
import dev.soundcheck.server.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One connection played: what the client says goes in, what the server says comes out of the {@link
 * Wire}, and the {@link Witness} is told of both. Confined to one caller at a time; times count
 * from the opening, and one that lies before the last is taken as the last. Nothing a client sends
 * and nothing a scenario does makes a method throw.
 */
public final class Play implements Show {
  private static final String PONG = "pong";

  private final int number;
  private final Journal journal;
  private final Contract contract;
  private final Session session;
  private final Mind mind;
  private final PhoneLine phone;
  private final Performance performance;
  private final List<Fault> atOpening = new ArrayList<>();
  private final CallControl calls;
  private final Optional<String> call;
  private final Deque<Held> held = new ArrayDeque<>();
  private Duration now = Duration.ZERO;
  private boolean opened;

  /** Something that is done when all before it is. */
  private record Held(Duration at, Runnable deed) {}

  /** A play under the usual conditions. */
  public Play(Opening opening, Wire wire, Witness witness) {
    this(opening, Conditions.USUAL, wire, witness);
  }

  public Play(Opening opening, Conditions conditions, Wire wire, Witness witness) {
    Wiring wiring = Wiring.of(opening.profile());
    Ids ids = new Ids(opening.seed());
    number = opening.connection();
    journal = new Journal(opening.connection(), witness);
    contract = new Contract(EventValidator.of(opening.profile()), journal);
    session = new Session(conditions.setup(opening, wiring.dialect(), ids));
    mind = new Mind(opening.program(), conditions.patience(), journal);
    Door door = new Door(journal, wire);
    Mouth mouth = new Mouth(wiring.shape(), contract, door, new Ids(opening.seed() + 1));
    phone = new PhoneLine(session, opening.voice(), conditions.paceOf(opening.program()));
    performance = new Performance(session, mind, mouth, journal, phone, new Ids(~opening.seed()));
    calls = new CallControl(performance, phone, mind);
    call = conditions.past().call();
  }

  /** The connection is open: greets. To be called first, and once. */
  @Override
  public void open() {
    opened = true;
    performance.at(
        now,
        () -> {
          atOpening.forEach(performance::misbehave);
          performance.open(call);
        });
  }

  /** A text message of the client. */
  @Override
  public void text(Duration time, String text) {
    read(time, text, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same; most messages are sound, which is read without making a text of them first. */
  @Override
  public void text(Duration time, byte[] utf8) {
    Optional<Reading> plain = Reading.plain(utf8);
    if (plain.isPresent()) {
      at(time, () -> take(plain.get(), utf8));
    } else {
      read(time, new String(utf8, StandardCharsets.UTF_8), utf8);
    }
  }

  private void read(Duration time, String text, byte[] utf8) {
    at(time, () -> read(text, utf8));
  }

  /** A binary message of the client: raw audio. */
  @Override
  public void binary(Duration time, byte[] audio) {
    at(
        time,
        () -> {
          journal.heard(now, audio);
          performance.hear(audio);
        });
  }

  /** Does what is due up to this time. */
  @Override
  public void advance(Duration time) {
    at(time, () -> {});
  }

  /** When {@link #advance} has something to do next; empty when nothing will happen by itself. */
  @Override
  public Optional<Duration> wakeAt() {
    if (performance.heard().isPresent()) {
      return Optional.empty();
    }
    Optional<Duration> held = performance.heldUntil();
    return performance.over()
        ? held
        : sooner(sooner(session.wakeAt(), mind.wakeAt()), sooner(phone.wakeAt(), held));
  }

  @Override
  public boolean wakesBriefly() {
    return session.wakesBriefly() && session.wakeAt().equals(wakeAt());
  }

  private static Optional<Duration> sooner(Optional<Duration> one, Optional<Duration> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().compareTo(other.get()) <= 0 ? one : other;
  }

  /** What the session has to do before comes first, and may change what the scenario waits for. */
  @Override
  public Optional<Duration> passesUntil() {
    return mind.passing() || phone.wakeAt().isPresent() ? wakeAt() : Optional.empty();
  }

  @Override
  public Optional<Cue.Heard> heard() {
    return performance.heard();
  }

  @Override
  public void understand(Optional<String> phrase, Optional<String> trouble) {
    trouble.ifPresent(why -> journal.found(now, Kind.INTERNAL, why));
    String words = phrase.orElse(Turn.NONE_OF_THE_PHRASES);
    performance.at(now, () -> performance.understand(words));
    catchUp();
  }

  /** Asks the scenario how the transfer of the call ends; it does well unless that says else. */
  @Override
  public void transfer(Duration time, String target, Consumer<Transfer> answer) {
    at(time, () -> calls.transfer(target, answer));
    if (performance.over()) {
      answer.accept(Transfer.of(Transfer.Outcome.NOBODY_THERE));
    } else {
      at(now, calls::transferAsUsual);
    }
  }

  @Override
  public void hangUp(Duration time) {
    at(time, calls::hangUp);
  }

  @Override
  public void misbehave(Duration time, List<Fault> faults) {
    if (opened) {
      at(time, () -> faults.forEach(performance::misbehave));
    } else {
      atOpening.addAll(faults);
    }
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean perform(Duration time, Act act) {
    boolean runs = !performance.over();
    at(time, () -> performance.order(act));
    return runs;
  }

  /** Closes the connection from our side. */
  @Override
  public void close(Duration time, int code, String reason) {
    at(time, () -> performance.close(code, reason));
  }

  /** Closes the connection because of what the client did; that becomes a finding. */
  @Override
  public void expel(Duration time, int code, String why) {
    at(
        time,
        () -> {
          journal.found(now, Kind.CLIENT, why);
          performance.close(code, why);
        });
  }

  /** The connection is gone; nothing happens here any more. */
  @Override
  public void left(Duration time, int code, String reason) {
    at(
        time,
        () -> {
          journal.closed(now, Origin.CLIENT, code, reason);
          performance.ended(Origin.CLIENT, code, reason);
        });
  }

  /**
   * First does what was due before, each thing at its own time, so that lateness changes nothing.
   * While somebody listens to speech everything waits.
   */
  private void at(Duration time, Runnable deed) {
    held.add(new Held(time, deed));
    catchUp();
  }

  private void catchUp() {
    while (!held.isEmpty() && performance.heard().isEmpty()) {
      Optional<Duration> due = wakeAt();
      if (due.isPresent() && due.get().compareTo(held.element().at()) <= 0) {
        now = later(now, due.get());
        performance.at(now, performance::wake);
      } else {
        perform(held.remove());
      }
    }
  }

  private void perform(Held next) {
    if (!performance.over()) {
      now = later(now, next.at());
      performance.at(now, next.deed());
    }
  }

  private void read(String text, byte[] utf8) {
    Reading reading = Reading.of(text);
    if (reading.refusal().isPresent()) {
      journal.malformed(now, text, reading.refusal().get().message());
      performance.refuse(reading.refusal().get());
    } else {
      take(reading, utf8);
    }
  }

  private void take(Reading reading, byte[] utf8) {
    journal.said(now, Origin.CLIENT, reading.type(), reading.json(), utf8);
    performance.overhear(reading.type(), reading.json());
    if (!reading.type().equals(PONG)) {
      judge(reading.type(), reading.json());
    }
  }

  /**
   * Real clients answer our ping with pong, which the service takes without a word; all else is
   * judged.
   */
  private void judge(String type, JsonNode event) {
    Contract.Judgement judgement = contract.judge(now, event);
    if (judgement.refusal().isPresent()) {
      performance.refuse(judgement.refusal().get());
    } else {
      EventType known = EventType.named(type).orElseThrow();
      performance.receive(new ClientEvent(known, judgement.known()));
    }
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
