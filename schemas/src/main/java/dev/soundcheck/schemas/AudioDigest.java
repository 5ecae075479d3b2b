package dev.soundcheck.schemas;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a trace keeps of audio that it does not keep.
 *
 * @param bytes how many bytes there were, decoded
 * @param sha256 their SHA-256, 64 lower-case hexadecimal digits
 */
public record AudioDigest(int bytes, String sha256) {
  /** The digest of audio as bytes, not as base64. */
  public static AudioDigest of(byte[] audio) {
    return new AudioDigest(audio.length, HexFormat.of().formatHex(digest().digest(audio)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
