package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Words and the silence around them in chunks of 100 ms, each due when a microphone would have
 * recorded it. Once on it goes on with silence until it is turned off, because detection counts the
 * sound sent and not the clock (live-behaviour.md 2.3, HACC).
 */
final class Microphone {
  private static final Duration CHUNK = Duration.ofMillis(100);

  private final double speed;
  private final Deque<byte[]> words = new ArrayDeque<>();
  private AudioFormat format = AudioFormat.DEFAULT;
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
    format = as;
    spoken =
        Optional.of(
            due(chunks + words.size()).minus(scaled(CHUNK)).plus(scaled(LastWord.end(sound))));
    cut(as.encode(sound));
  }

  /** The next chunk, if its time has come. */
  Optional<byte[]> next(Duration now) {
    if (wakeAt().filter(due -> due.compareTo(now) <= 0).isEmpty()) {
      return Optional.empty();
    }
    chunks++;
    byte[] word = words.poll();
    return Optional.of(word == null ? format.encode(Pcm.silence(CHUNK, format.rate())) : word);
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
  private void cut(byte[] sound) {
    Pcm silence = Pcm.silence(CHUNK, format.rate());
    byte[] quiet = format.encode(silence);
    int size = quiet.length;
    for (int from = 0; from < sound.length; from += size) {
      byte[] chunk = quiet.clone();
      System.arraycopy(sound, from, chunk, 0, Math.min(size, sound.length - from));
      words.add(chunk);
    }
  }

  private Duration due(long chunk) {
    return on.orElse(Duration.ZERO).plus(scaled(CHUNK.multipliedBy(chunk + 1)));
  }

  private Duration scaled(Duration time) {
    return Duration.ofNanos(Math.round(time.toNanos() / speed));
  }
}
