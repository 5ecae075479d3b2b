package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears the client's sound: samples in, edges of speech out, in the time of all sound sent. */
final class Ears {
  private final Hearing hearing;
  private AudioFormat format;
  private VoiceActivity.Settings settings;
  private Hearing.@Nullable Listener listener;
  private final Recollection recollection = new Recollection();
  private boolean remembers;
  private Duration begun = Duration.ZERO;
  private long samples;

  Ears(Hearing hearing, Configuration configuration) {
    this.hearing = hearing;
    this.format = configuration.input().format();
    this.settings = configuration.activity();
  }

  /** Listens as configured; begins anew only where that changed, and returns whether it did. */
  boolean tune(Configuration configuration) {
    AudioFormat nextFormat = configuration.input().format();
    VoiceActivity.Settings nextSettings = configuration.activity();
    boolean anew = !nextFormat.equals(format) || !nextSettings.equals(settings);
    if (anew) {
      restart();
    }
    format = nextFormat;
    settings = nextSettings;
    return anew;
  }

  /** Forgets what was heard; the position goes on. */
  void restart() {
    begun = position();
    samples = 0;
    listener = null;
    recollection.forget();
  }

  /** Whether sound is to be kept in mind for a while, so that somebody can listen to it again. */
  void remember(boolean is) {
    remembers = is;
    if (!is) {
      recollection.forget();
    }
  }

  /** What is left in mind of the sound from there to there. */
  Pcm recall(Duration from, Duration to) {
    return recollection.between(from, to);
  }

  /** How much sound was sent so far. */
  Duration position() {
    return begun.plus(Pcm.lasting(samples, format.rate()));
  }

  /** Hears on, sound of the format's rate; the edges that it made certain. */
  List<VoiceActivity.Edge> hear(Pcm sound) {
    Hearing.Listener listening =
        listener == null ? hearing.listener(settings, format.rate()) : listener;
    listener = listening;
    samples += sound.length();
    if (remembers) {
      recollection.add(sound, position());
    }
    Duration offset = begun;
    return listening.hear(sound).stream()
        .map(
            edge ->
                new VoiceActivity.Edge(
                    edge.kind(), edge.at().plus(offset), edge.noticed().plus(offset)))
        .toList();
  }

  @Override
  public String toString() {
    return "%d ms heard".formatted(position().toMillis());
  }
}
