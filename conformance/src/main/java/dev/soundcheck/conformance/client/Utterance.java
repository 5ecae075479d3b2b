package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** What is said, in chunks of one size; the last is filled up with silence. */
final class Utterance implements AutoCloseable {
  private final SoundSource sound;
  private final int size;
  private Pcm ready;

  /** At the rate of the sound, in chunks of so many samples. */
  Utterance(SoundSource sound, int size) {
    this.sound = sound;
    this.size = size;
    this.ready = filled();
  }

  /** Whether all of it was given. */
  boolean over() {
    return ready.length() == 0;
  }

  Pcm next() {
    Pcm chunk = ready;
    ready = filled();
    return new Pcm(Arrays.copyOf(chunk.samples(), size), sound.rate());
  }

  /** Lets go of what it is read from. */
  @Override
  public void close() {
    try {
      sound.close();
    } catch (IOException unreadable) {
      throw broken(unreadable);
    }
  }

  /** A chunk, or what is left. */
  private Pcm filled() {
    Pcm chunk = new Pcm(new short[0], sound.rate());
    try {
      for (boolean more = true; more && chunk.length() < size; ) {
        Pcm piece = sound.next(size - chunk.length());
        more = piece.length() > 0;
        chunk = chunk.then(piece);
      }
    } catch (IOException unreadable) {
      throw broken(unreadable);
    }
    return chunk;
  }

  private static UncheckedIOException broken(IOException why) {
    return new UncheckedIOException(
        "The sound cannot be read to its end: %s.".formatted(why.getMessage()), why);
  }
}
