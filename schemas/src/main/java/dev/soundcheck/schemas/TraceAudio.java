package dev.soundcheck.schemas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a trace holds of the sound that was sent. */
public enum TraceAudio {
  /** Every byte. */
  KEPT,
  /** In place of the sound its length and SHA-256, see {@link AudioDigest}. */
  HASH,
  /** Its beginnings: whoever recorded cut it, so nothing can be said about bytes and lengths. */
  SHORTENED;

  /** The name in the header of a trace. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name, if there is one. */
  public static Optional<TraceAudio> named(String id) {
    return Arrays.stream(values()).filter(audio -> audio.id().equals(id)).findFirst();
  }
}
