package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundEncoder;
import dev.soundcheck.audio.SoundSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Words and the silence around them in chunks of 100 ms, each due when a microphone would have
 * recorded it. Once on it goes on with silence until it is turned off, because detection counts the
 * sound sent and not the clock (live-behaviour.md 2.3, HACC).
 */
final class Microphone {
  private static final Duration CHUNK = Duration.ofMillis(100);

  private final double speed;
  private final Onsets onsets;
  private final Deque<Utterance> words = new ArrayDeque<>();
  private AudioFormat format = AudioFormat.DEFAULT;
  private SoundEncoder encoder = format.encoder();
  private Optional<Duration> on = Optional.empty();
  private Optional<LiveFeed> live = Optional.empty();
  private long chunks;

  /** {@code speed} times faster than real. */
  Microphone(double speed) {
    this.speed = speed;
    this.onsets = new Onsets(speed);
  }

  /** Sends what is recorded there from now on, instead of silence around the words. */
  void open(OpenMicrophone microphone, AudioFormat as, Duration now) {
    turnOn(as, now);
    live = Optional.of(new LiveFeed(microphone, as.rate(), as.grain()));
  }

  /** Somebody sits at it. */
  Optional<LiveFeed> live() {
    return live;
  }

  /** Says this after whatever it is still saying. */
  void say(SoundSource sound, AudioFormat as, Duration now) {
    turnOn(as, now);
    words.add(new Utterance(sound.at(as.rate()), Pcm.samplesIn(CHUNK, as.rate())));
    forgetWhatIsOver();
  }

  /**
   * A tenth of a second.
   *
   * @param from when it began to be recorded
   * @param messages how it is sent: one message, or a packet each of Opus
   */
  record Chunk(Duration from, Pcm sound, List<byte[]> messages) {}

  private void turnOn(AudioFormat as, Duration now) {
    if (on.isEmpty()) {
      on = Optional.of(now);
      chunks = 0;
    }
    if (!as.equals(format)) {
      format = as;
      encoder = as.encoder();
    }
  }

  /** The next chunk, if its time has come. */
  Optional<Chunk> next(Duration now) {
    Optional<Duration> due = wakeAt().filter(it -> it.compareTo(now) <= 0);
    due.ifPresent(it -> chunks++);
    return due.map(this::recorded);
  }

  void off() {
    on = Optional.empty();
    words.forEach(Utterance::close);
    words.clear();
  }

  Optional<Duration> wakeAt() {
    return on.map(start -> start.plus(scaled(CHUNK.multipliedBy(chunks + 1))));
  }

  boolean speaking() {
    return !words.isEmpty();
  }

  /** When what was said began, and when it ended: never before it has gone out. */
  Onsets onsets() {
    return onsets;
  }

  private Chunk recorded(Duration end) {
    Pcm sound = sound();
    onsets.recorded(sound, end);
    Duration from = end.minus(scaled(sound.duration()));
    return new Chunk(from, sound, sound.length() == 0 ? List.of() : encoder.encode(sound));
  }

  private Pcm sound() {
    if (words.isEmpty()) {
      return live.map(LiveFeed::next).orElseGet(() -> Pcm.silence(CHUNK, format.rate()));
    }
    Pcm sound = words.getFirst().next();
    forgetWhatIsOver();
    return sound;
  }

  private void forgetWhatIsOver() {
    while (!words.isEmpty() && words.getFirst().over()) {
      words.removeFirst().close();
    }
  }

  private Duration scaled(Duration time) {
    return Duration.ofNanos(Math.round(time.toNanos() / speed));
  }
}
