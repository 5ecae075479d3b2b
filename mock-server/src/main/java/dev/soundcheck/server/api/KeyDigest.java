package dev.soundcheck.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key by its SHA-256 digest. Comparing takes the same time whatever is shown, its length too, so
 * that nobody can find a key out piece by piece; and the key itself is nowhere to be printed.
 */
public final class KeyDigest {
  private final byte[] digest;

  private KeyDigest(byte[] digest) {
    this.digest = digest;
  }

  public static KeyDigest of(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return new KeyDigest(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether both are of the same key. */
  public boolean matches(KeyDigest other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  /** 64 characters that tell keys apart. */
  String hex() {
    return HexFormat.of().formatHex(digest);
  }
}
