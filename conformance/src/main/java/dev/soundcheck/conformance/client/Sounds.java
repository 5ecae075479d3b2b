package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundSource;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.audio.WavStream;
import dev.soundcheck.script.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where the sound of what is said comes from. */
@FunctionalInterface
public interface Sounds {
  /** The sound of it, at any rate; whoever asked closes it. */
  SoundSource of(Act.Say said);

  /** From its file where it names one, else spoken by the embedded voice. */
  static Sounds recordedOrSpoken() {
    return recordedOrSpoken(SpokenVoice.embedded());
  }

  /** From its file where it names one, else spoken by this voice. */
  static Sounds recordedOrSpoken(Voice voice) {
    return said -> said.wav().map(Sounds::read).orElseGet(() -> whole(voice.speak(said.words())));
  }

  /** Sound that is all there. */
  static SoundSource whole(Pcm sound) {
    return new WholeSound(sound);
  }

  private static SoundSource read(Path file) {
    try {
      return WavStream.open(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The recording '%s' cannot be read: %s.".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }
}
