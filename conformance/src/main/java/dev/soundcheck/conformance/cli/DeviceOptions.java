package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.device.Device;
import dev.soundcheck.conformance.device.DeviceException;
import dev.soundcheck.conformance.device.DeviceMicrophone;
import dev.soundcheck.conformance.device.DeviceSpeaker;
import dev.soundcheck.conformance.device.SoundCards;
import dev.soundcheck.conformance.report.Columns;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of a client about the sound devices of the machine. */
@Command
final class DeviceOptions {
  @Option(
      names = "--mic",
      paramLabel = "DEVICE",
      arity = "0..1",
      fallbackValue = "",
      description = {
        "Speak into a microphone and hear the answers, hands free; Ctrl-C ends.",
        "With --manual, Enter begins a turn and ends it."
      })
  private Optional<String> mic = Optional.empty();

  @Option(
      names = "--speaker",
      paramLabel = "DEVICE",
      arity = "0..1",
      fallbackValue = "",
      description = "Hear the answers on a loudspeaker.")
  private Optional<String> speaker = Optional.empty();

  @Option(
      names = "--mute-while-playing",
      description =
          "With --mic, hear nothing while an answer is played: for loudspeakers that the microphone hears.")
  private boolean mute;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "With --mic, end after so much recorded sound, such as 30s.")
  private Optional<Duration> lasting = Optional.empty();

  @Option(names = "--devices", description = "List microphones and loudspeakers, and end.")
  private boolean listing;

  /** Whether nothing is wanted but a list of what there is. */
  boolean listing() {
    return listing;
  }

  /** Whether somebody sits at a microphone. */
  boolean live() {
    return mic.isPresent();
  }

  /**
   * Adds what is wrong with them.
   *
   * @param byHand whether turns are ended by hand, which takes a keyboard
   */
  void check(boolean byHand, Surroundings around, List<String> mistakes) {
    if (!live() && (mute || lasting.isPresent())) {
      mistakes.add("--mute-while-playing and --for are about a microphone: expected --mic too.");
    }
    if (live() && byHand && !around.keyboard()) {
      mistakes.add("--mic with --manual: expected a terminal, in which Enter ends a turn.");
    }
  }

  /**
   * Opens what is wanted.
   *
   * @param byHand whether somebody ends his turns with the keyboard
   * @throws DeviceException when a device is not there or cannot be used
   */
  Sitting sit(boolean byHand, Surroundings around) {
    Optional<DeviceMicrophone> microphone = mic.map(SoundCards::microphone);
    Optional<DeviceSpeaker> loudspeaker =
        speaker.map(SoundCards::speaker).or(this::besideMicrophone);
    Optional<Person> person =
        microphone.map(it -> new Person(it, loudspeaker, byHand, mute, lasting));
    return new Sitting(microphone, loudspeaker, person, byHand, around.keyboard());
  }

  static void list(PrintWriter out) {
    List<Device> all = SoundCards.all();
    if (all.isEmpty()) {
      out.println("This machine has neither microphone nor loudspeaker that Java can see.");
    }
    for (Device device : all) {
      out.println(
          "%-10s %-11s %s  (%s)"
              .formatted(
                  device.records() ? "microphone" : "",
                  device.plays() ? "loudspeaker" : "",
                  Columns.clean(device.name()),
                  Columns.clean(device.description())));
    }
  }

  /** Who speaks wants to hear, but a machine without a loudspeaker is still spoken to. */
  private Optional<DeviceSpeaker> besideMicrophone() {
    boolean any = SoundCards.all().stream().anyMatch(Device::plays);
    return live() && any ? Optional.of(SoundCards.speaker("")) : Optional.empty();
  }
}
