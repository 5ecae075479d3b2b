package dev.soundcheck.server.session;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.VoiceActivity;
import java.util.List;

/** How speech is found in the client's sound. */
@FunctionalInterface
public interface Hearing {
  /** Voice activity detection on the sound itself. */
  Hearing REAL = (settings, rate) -> new VoiceActivity(settings, rate)::hear;

  /** Something that listens to one stream of sound. */
  Listener listener(VoiceActivity.Settings settings, int rate);

  /** Listens to one stream of sound. */
  @FunctionalInterface
  interface Listener {
    /** Listens on; returns the edges of speech that this chunk made certain. */
    List<VoiceActivity.Edge> hear(Pcm chunk);
  }
}
