package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.script.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where the sound of what is said comes from. */
@FunctionalInterface
public interface Sounds {
  /** The sound of it, at any rate. */
  Pcm of(Act.Say said);

  /** From its file where it names one, else spoken by the embedded voice. */
  static Sounds recordedOrSpoken() {
    return said -> said.wav().map(Sounds::read).orElseGet(() -> speak(said.words()));
  }

  private static Pcm speak(String words) {
    Voice voice = SpokenVoice.embedded();
    return voice.speak(words);
  }

  private static Pcm read(Path file) {
    try {
      return Wav.read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The recording '%s' cannot be read: %s.".formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }
}
