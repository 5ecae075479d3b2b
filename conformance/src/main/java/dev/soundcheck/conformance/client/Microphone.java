package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Encoded;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Deque<List<byte[]>> words = new ArrayDeque<>();
  private AudioFormat format = AudioFormat.DEFAULT;
  private List<byte[]> quiet = chunk(silence(), 0);
  private Optional<Duration> on = Optional.empty();
  private long chunks;
  private Optional<Duration> spoken = Optional.empty();

  /** {@code speed} times faster than real. */
  Microphone(double speed) {
    this.speed = speed;
  }

  /** Says this after whatever it is still saying. */
  void say(Pcm sound, AudioFormat as, Duration now) {
    if (on.isEmpty()) {
      on = Optional.of(now);
      chunks = 0;
    }
    if (!as.equals(format)) {
      format = as;
      quiet = chunk(silence(), 0);
    }
    spoken =
        Optional.of(
            due(chunks + words.size()).minus(scaled(CHUNK)).plus(scaled(LastWord.end(sound))));
    cut(Resampler.resample(sound, as.rate()));
  }

  /** The messages of the next chunk, if its time has come: one, or a packet each of Opus. */
  Optional<List<byte[]>> next(Duration now) {
    if (wakeAt().filter(due -> due.compareTo(now) <= 0).isEmpty()) {
      return Optional.empty();
    }
    chunks++;
    List<byte[]> word = words.poll();
    return Optional.of(word == null ? quiet : word);
  }

  void off() {
    on = Optional.empty();
    words.clear();
  }

  Optional<Duration> wakeAt() {
    return on.map(start -> due(chunks));
  }

  boolean speaking() {
    return !words.isEmpty();
  }

  /** When the last words end, or ended: the last moment that is not quiet. */
  Optional<Duration> spoken() {
    return spoken;
  }

  /** The last chunk is filled up with silence, as a microphone's would be. */
  private void cut(Pcm sound) {
    int size = Pcm.samplesIn(CHUNK, format.rate());
    int chunks = (sound.length() + size - 1) / size;
    Encoded filled =
        format.encoded(new Pcm(Arrays.copyOf(sound.samples(), chunks * size), format.rate()));
    for (int i = 0; i < chunks; i++) {
      words.add(chunk(filled, i * size));
    }
  }

  private Encoded silence() {
    return format.encoded(Pcm.silence(CHUNK, format.rate()));
  }

  private List<byte[]> chunk(Encoded sound, int from) {
    int size = Pcm.samplesIn(CHUNK, format.rate());
    int step = sound.grain() == 1 ? size : sound.grain();
    List<byte[]> messages = new ArrayList<>();
    for (int at = from; at < from + size; at += step) {
      messages.add(sound.slice(at, at + step));
    }
    return messages;
  }

  private Duration due(long chunk) {
    return on.orElse(Duration.ZERO).plus(scaled(CHUNK.multipliedBy(chunk + 1)));
  }

  private Duration scaled(Duration time) {
    return Duration.ofNanos(Math.round(time.toNanos() / speed));
  }
}
