package dev.soundcheck.conformance.hearing;

import dev.soundcheck.schemas.AudioDigest;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The sound of one message.
 *
 * @param count how many bytes it has
 * @param bytes these, where the trace has them
 */
record Payload(int count, Optional<byte[]> bytes) {
  /** The sound of a binary frame. */
  static Payload of(Observed.Binary frame) {
    return frame
        .hashed()
        .map(digest -> new Payload(digest.bytes(), Optional.empty()))
        .orElseGet(() -> of(frame.bytes()));
  }

  /** The sound in a member of an event; empty when it is no base64. */
  static Optional<Payload> of(Observed.Message event, String member) {
    AudioDigest digest = event.hashed().get("/" + member);
    if (digest != null) {
      return Optional.of(new Payload(digest.bytes(), Optional.empty()));
    }
    String text = event.json().path(member).asString("");
    try {
      String strict = event.from() == Origin.CLIENT ? usual(text) : text;
      return Optional.of(of(Base64.getDecoder().decode(strict)));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** So many bytes of it from its beginning. */
  Payload first(int most) {
    return new Payload(
        Math.min(count, most), bytes.map(all -> Arrays.copyOf(all, Math.min(all.length, most))));
  }

  private static Payload of(byte[] bytes) {
    return new Payload(bytes.length, Optional.of(bytes));
  }

  /** What servers take as well: white space, the URL alphabet, no padding. */
  private static String usual(String text) {
    return text.replaceAll("\\s", "").replace('-', '+').replace('_', '/').replaceAll("=+$", "");
  }
}
