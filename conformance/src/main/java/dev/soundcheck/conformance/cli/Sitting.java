package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Loudspeaker;
import dev.soundcheck.conformance.client.OpenMicrophone;
import dev.soundcheck.conformance.device.DeviceMicrophone;
import dev.soundcheck.conformance.device.DeviceSpeaker;
import java.util.Optional;

/** The devices of one talk, and whoever sits before them. */
final class Sitting implements AutoCloseable {
  private static final String HANDS_FREE = "speak; Ctrl-C ends";
  private static final String BY_HAND = "Enter takes the word, Enter gives it back; Ctrl-C ends";
  private static final String TAKEN = "you have the word; Enter gives it back";

  private final Optional<DeviceMicrophone> microphone;
  private final Optional<DeviceSpeaker> loudspeaker;
  private final Optional<Person> person;
  private final Optional<Farewell> farewell;
  private final boolean byHand;
  private final boolean keyboard;

  /**
   * Somebody sits down.
   *
   * @param byHand whether he ends his turns with the keyboard
   * @param keyboard whether there is one
   */
  Sitting(
      Optional<DeviceMicrophone> microphone,
      Optional<DeviceSpeaker> loudspeaker,
      Optional<Person> person,
      boolean byHand,
      boolean keyboard) {
    this.microphone = microphone;
    this.loudspeaker = loudspeaker;
    this.person = person;
    this.farewell = person.map(it -> new Farewell(it::leave));
    this.byHand = byHand;
    this.keyboard = keyboard;
  }

  Loudspeaker loudspeaker() {
    return loudspeaker.<Loudspeaker>map(it -> it).orElse(Loudspeaker.NONE);
  }

  /** Present when somebody speaks himself, instead of turns of the command line. */
  Optional<OpenMicrophone> microphone() {
    return person.map(it -> it);
  }

  /** Says what to do, and listens to the keyboard. */
  void greet(Lines lines) {
    person.ifPresent(it -> greet(it, lines));
  }

  @Override
  public void close() {
    farewell.ifPresent(Farewell::close);
    microphone.ifPresent(DeviceMicrophone::close);
    loudspeaker.ifPresent(DeviceSpeaker::close);
  }

  private void greet(Person who, Lines lines) {
    lines.whole(Lines.Tone.DIM, "microphone", byHand ? BY_HAND : HANDS_FREE);
    if (loudspeaker.isEmpty()) {
      lines.whole(Lines.Tone.DIM, "speaker", "there is none; the answers can be read");
    }
    if (keyboard) {
      new Keyboard(who, () -> pressed(who, lines)).listen(System.in);
    }
  }

  private void pressed(Person who, Lines lines) {
    if (byHand) {
      lines.whole(Lines.Tone.DIM, "microphone", who.pressed() ? TAKEN : "thank you");
    }
  }
}
