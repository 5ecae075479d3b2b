package dev.soundcheck.conformance.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The sound devices of this machine. Names are told by their beginnings or parts, in any case. */
public final class SoundCards {
  /** Rates that devices have, those first that most of them have by nature. */
  private static final int[] RATES = {48_000, 44_100, 24_000, 16_000, 8_000};

  /** A line that is open, and how sound goes over it. */
  record Opened<L extends DataLine>(L line, AudioFormat format) {}

  /** How a line is opened, which each kind does by a method of its own. */
  @FunctionalInterface
  private interface Opening<L> {
    void open(L line, AudioFormat format) throws LineUnavailableException;
  }

  /** What somebody wants opened. */
  private record Wanted<L extends DataLine>(
      String what, String option, Class<L> kind, Opening<L> opening) {}

  private SoundCards() {}

  /** All that can record or play. */
  public static List<Device> all() {
    return mixers()
        .map(
            mixer ->
                new Device(
                    mixer.getMixerInfo().getName(),
                    mixer.getMixerInfo().getDescription(),
                    has(mixer, TargetDataLine.class),
                    has(mixer, SourceDataLine.class)))
        .filter(device -> device.records() || device.plays())
        .toList();
  }

  /**
   * Opens a microphone.
   *
   * @param name of its device; empty for the usual one
   * @throws DeviceException when there is none, or it cannot be used
   */
  public static DeviceMicrophone microphone(String name) {
    return new DeviceMicrophone(
        open(
            name,
            new Wanted<>(
                "microphone",
                "--mic",
                TargetDataLine.class,
                (line, format) -> line.open(format, bytes(format, DeviceMicrophone.BUFFER_MS)))));
  }

  /**
   * Opens a loudspeaker.
   *
   * @param name of its device; empty for the usual one
   * @throws DeviceException when there is none, or it cannot be used
   */
  public static DeviceSpeaker speaker(String name) {
    return new DeviceSpeaker(
        open(
            name,
            new Wanted<>(
                "loudspeaker",
                "--speaker",
                SourceDataLine.class,
                (line, format) -> line.open(format, bytes(format, DeviceSpeaker.BUFFER_MS)))));
  }

  /** So much time in bytes, in whole frames. */
  static int bytes(AudioFormat format, int millis) {
    return Math.round(format.getFrameRate() * millis / 1000) * format.getFrameSize();
  }

  private static <L extends DataLine> Opened<L> open(String name, Wanted<L> wanted) {
    Mixer mixer = name.isEmpty() ? usual(wanted) : named(name, wanted);
    AudioFormat format =
        formats()
            .filter(one -> mixer.isLineSupported(new DataLine.Info(wanted.kind(), one)))
            .findFirst()
            .orElseThrow(() -> unfit(mixer, wanted));
    try {
      L line = wanted.kind().cast(mixer.getLine(new DataLine.Info(wanted.kind(), format)));
      wanted.opening().open(line, format);
      return new Opened<>(line, format);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException refused) {
      throw new DeviceException(
          "%s: the %s '%s' cannot be used: %s. Another program may have it; --devices lists all there are."
              .formatted(
                  wanted.option(),
                  wanted.what(),
                  mixer.getMixerInfo().getName(),
                  refused.getMessage()),
          refused);
    }
  }

  private static Mixer usual(Wanted<?> wanted) {
    return mixers()
        .filter(mixer -> has(mixer, wanted.kind()))
        .findFirst()
        .orElseThrow(
            () ->
                new DeviceException(
                    "%s: this machine has no %s. Sound comes from files with --wav, and goes into one with --out."
                        .formatted(wanted.option(), wanted.what())));
  }

  private static Mixer named(String name, Wanted<?> wanted) {
    List<Mixer> fitting = mixers().filter(mixer -> has(mixer, wanted.kind())).toList();
    Optional<Mixer> exact =
        fitting.stream().filter(it -> nameOf(it).equals(lower(name))).findFirst();
    return exact
        .or(() -> fitting.stream().filter(it -> nameOf(it).contains(lower(name))).findFirst())
        .orElseThrow(
            () ->
                new DeviceException(
                    "%s: there is no %s '%s'; there %s."
                        .formatted(wanted.option(), wanted.what(), name, list(fitting))));
  }

  private static String list(List<Mixer> mixers) {
    List<String> names =
        mixers.stream().map(it -> "'" + it.getMixerInfo().getName() + "'").distinct().toList();
    return names.isEmpty()
        ? "is none at all"
        : (names.size() == 1 ? "is " : "are ") + String.join(", ", names);
  }

  private static DeviceException unfit(Mixer mixer, Wanted<?> wanted) {
    return new DeviceException(
        "%s: the %s '%s' takes no 16-bit sound of any rate known here."
            .formatted(wanted.option(), wanted.what(), mixer.getMixerInfo().getName()));
  }

  private static Stream<Mixer> mixers() {
    return Arrays.stream(AudioSystem.getMixerInfo()).map(AudioSystem::getMixer);
  }

  private static boolean has(Mixer mixer, Class<? extends DataLine> kind) {
    return formats().anyMatch(format -> mixer.isLineSupported(new DataLine.Info(kind, format)));
  }

  private static Stream<AudioFormat> formats() {
    return Stream.of(1, 2)
        .flatMap(
            channels ->
                Arrays.stream(RATES)
                    .mapToObj(rate -> new AudioFormat(rate, 16, channels, true, false)));
  }

  private static String nameOf(Mixer mixer) {
    return lower(mixer.getMixerInfo().getName());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
