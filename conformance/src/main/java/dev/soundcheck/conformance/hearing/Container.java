package dev.soundcheck.conformance.hearing;

import java.util.Optional;

/** Files that are sent where bare samples belong, told by their first bytes. */
enum Container {
  WAV("a WAV file", "RIFF", 8, "WAVE"),
  OGG("an Ogg file", "OggS", 4, "\0"),
  FLAC("a FLAC file", "fLaC", 4, "\0\0\0"),
  MP3("an MP3 file", "ID3", 4, "\0"),
  WEBM("a WebM file", "\u001AE\u00DF\u00A3", 0, "");

  private final String words;

  /** A character for each byte. */
  private final String begins;

  private final int laterAt;
  private final String later;

  Container(String words, String begins, int laterAt, String later) {
    this.words = words;
    this.begins = begins;
    this.laterAt = laterAt;
    this.later = later;
  }

  String words() {
    return words;
  }

  /** The one that a message begins with. */
  static Optional<Container> of(byte[] message) {
    for (Container container : values()) {
      if (has(message, 0, container.begins) && has(message, container.laterAt, container.later)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  private static boolean has(byte[] message, int at, String expected) {
    if (message.length < at + expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if ((message[at + i] & 0xFF) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
