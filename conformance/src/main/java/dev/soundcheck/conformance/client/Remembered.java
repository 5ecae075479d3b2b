package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.Observed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that was said by both sides. Of sound so much is kept; beyond that only its length and
 * SHA-256, since a conversation may be longer than memory.
 */
final class Remembered {
  /** A quarter of an hour of PCM at 24 kHz, as base64. */
  static final long MOST = 64L << 20;

  private static final Map<String, String> SOUND =
      Map.of("input_audio_buffer.append", "audio", "response.output_audio.delta", "delta");

  private final List<Observed> all = new ArrayList<>();
  private final long most;
  private long kept;

  /** Keeps so many bytes of sound, as they are on the wire. */
  Remembered(long most) {
    this.most = most;
  }

  void add(Observed observed) {
    all.add(observed.match(new Kept()));
  }

  List<Observed> all() {
    return all;
  }

  private boolean fits(long bytes) {
    kept += bytes;
    return kept <= most;
  }

  /** What is kept of one thing. */
  private final class Kept implements Observed.Cases<Observed> {
    @Override
    public Observed message(Observed.Message it) {
      String member = SOUND.getOrDefault(it.type(), "");
      String sound = it.json().path(member).asString("");
      if (sound.isEmpty() || fits(sound.length()) || !(it.json() instanceof ObjectNode event)) {
        return it;
      }
      Optional<byte[]> bytes = decoded(sound);
      ObjectNode shorter = event.deepCopy().put(member, "");
      return bytes.isEmpty()
          ? it
          : new Observed.Message(
              it.at(),
              it.connection(),
              it.from(),
              it.type(),
              shorter,
              Map.of("/" + member, AudioDigest.of(bytes.orElseThrow())));
    }

    @Override
    public Observed binary(Observed.Binary it) {
      return fits(it.bytes().length)
          ? it
          : new Observed.Binary(
              it.at(),
              it.connection(),
              it.from(),
              new byte[0],
              Optional.of(AudioDigest.of(it.bytes())));
    }

    @Override
    public Observed malformed(Observed.Malformed it) {
      return it;
    }

    @Override
    public Observed closed(Observed.Closed it) {
      return it;
    }

    @Override
    public Observed silence(Observed.Silence it) {
      return it;
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
