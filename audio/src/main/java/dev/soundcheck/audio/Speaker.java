package dev.soundcheck.audio;

/** Makes sound of words that are ready to be said. */
@FunctionalInterface
interface Speaker {
  /** An ASCII text as speech at {@link KevinVoice#RATE}; no samples when nothing has a sound. */
  Pcm speak(String text, Timbre timbre);
}
