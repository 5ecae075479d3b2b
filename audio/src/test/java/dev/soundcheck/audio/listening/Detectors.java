package dev.soundcheck.audio.listening;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Those who hear the same sound, by their names. */
@FunctionalInterface
interface Detectors {
  /** Ours alone, at the documented threshold. */
  Detectors OURS = (sound, silence) -> Map.of("Soundcheck", ours(sound, silence));

  /** The edges each heard, in the time of the sound; so much quiet ends a turn. */
  Map<String, List<Edge>> hear(Pcm sound, Duration silence);

  /** What ours hears. */
  static List<Edge> ours(Pcm sound, Duration silence) {
    Settings settings = new Settings(Settings.DEFAULT.threshold(), silence);
    return new VoiceActivity(settings, sound.rate()).hear(sound);
  }
}
