package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Levels;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundDecoder;
import java.time.Duration;
import java.util.Optional;

/** One sound as it is heard: decoded, remembered for a while, its level and its ends watched. */
final class Sound {
  private static final Duration BEGINNING = Duration.ofMillis(300);
  private static final double FULL_SCALE = 32_768;

  private final String name;
  private final SoundDecoder decoder;
  private final Memory memory;
  private final int rate;
  private final Clipping clipping = new Clipping();
  private double energy;
  private boolean wrapped;
  private Optional<Spot> clipped = Optional.empty();

  private Ends ends;
  private long began;
  private Optional<Where> beganIn = Optional.empty();
  private Optional<Spot> beginning = Optional.empty();

  /** A message, and the sound around a place in it. */
  private record Spot(Where where, Excerpt excerpt) {}

  Sound(String name, AudioFormat format) {
    this.name = name;
    rate = format.rate();
    decoder = format.decoder();
    memory = new Memory(rate);
    ends = new Ends(rate);
  }

  String name() {
    return name;
  }

  Memory memory() {
    return memory;
  }

  /** How much of it there is. */
  Duration lasts() {
    return memory.time(memory.heard());
  }

  /** Its mean power in dBFS. */
  double level() {
    double mean = Math.sqrt(energy / Math.max(1, memory.heard()));
    return Math.max(Levels.NOTHING, 20 * Math.log10(mean));
  }

  /** Tells when a file begins in these bytes, whose header will be heard as a bang. */
  void judgeWrapping(Report report, byte[] bytes, Where where) {
    Container.of(bytes)
        .ifPresent(
            file -> {
              wrapped = true;
              report.flaw(
                  FlawKind.CONTAINER,
                  where,
                  name,
                  lasts(),
                  "expected bare samples, found the beginning of " + file.words());
            });
  }

  /**
   * Takes the next bytes and gives them decoded.
   *
   * @throws AudioException when they are none of the format
   */
  Pcm take(byte[] bytes, Where where) {
    Pcm sound = decoder.decode(bytes);
    beganIn = beganIn.isPresent() ? beganIn : Optional.of(where);
    memory.take(sound.samples());
    clipping.take(sound.samples());
    ends.take(sound.samples());
    for (short sample : sound.samples()) {
      energy += sample / FULL_SCALE * (sample / FULL_SCALE);
    }
    if (clipped.isEmpty() && clipping.found()) {
      clipped = Optional.of(new Spot(where, memory.around(clipping.first(), clipping.first())));
    }
    boolean begun = memory.time(memory.heard() - began).compareTo(BEGINNING) >= 0;
    if (beginning.isEmpty() && begun) {
      beginning = Optional.of(new Spot(where, memory.around(began, began)));
    }
    return sound;
  }

  /** From here on it is another turn: speech may begin and end. */
  void turn() {
    ends = new Ends(rate);
    began = memory.heard();
    beganIn = Optional.empty();
    beginning = Optional.empty();
  }

  /** Tells where it is cut off at full scale. */
  void judgeClipping(Report report) {
    clipped.ifPresent(
        spot ->
            report.flaw(
                FlawKind.CLIPPING,
                spot.where(),
                name,
                memory.time(clipping.first()),
                spot.excerpt(),
                "expected sound within full scale, found it cut off in %d places"
                    .formatted(clipping.places())));
  }

  /** Tells whether the turn begins within speech. */
  void judgeStart(Report report) {
    if (beganIn.isPresent() && !wrapped && ends.startsCut()) {
      report.flaw(
          FlawKind.CUT_START,
          beganIn.orElseThrow(),
          name,
          memory.time(began),
          beginning.map(Spot::excerpt).orElseGet(() -> memory.around(began, began)),
          "expected speech to swell, found a beginning %.0f dB from its level; what comes before is lost"
              .formatted(ends.start()));
    }
  }

  /** Tells whether the turn ends within speech. */
  void judgeEnd(Report report, Where where) {
    if (ends.endsCut()) {
      report.flaw(
          FlawKind.CUT_END,
          where,
          name,
          lasts(),
          memory.around(memory.heard(), memory.heard()),
          "expected speech to fade, found an end %.0f dB from its level; what comes after is lost"
              .formatted(ends.end()));
    }
  }
}
