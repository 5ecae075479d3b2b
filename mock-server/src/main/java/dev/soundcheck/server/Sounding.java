package dev.soundcheck.server;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.script.Pacing;
import dev.soundcheck.script.Vocabulary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the mock speaks and hears.
 *
 * @param pacing how long it takes for what the live service needs time for
 * @param voices a folder of recordings that are played in place of the synthesizer; empty for none
 * @param listener who tells spoken phrases apart; nobody unless asked for
 */
record Sounding(Pacing pacing, Optional<Path> voices, Optional<Listener> listener) {
  /** What scenarios can have told apart by speech. */
  Vocabulary vocabulary() {
    return vocabulary(listener);
  }

  static Vocabulary vocabulary(Optional<Listener> listener) {
    return listener.<Vocabulary>map(one -> one::objection).orElse(Vocabulary.NONE);
  }
}
