package dev.soundcheck.server.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs client secrets with HMAC-SHA256, so that every server with the same key knows them again.
 * The keys of both uses are derived from what it is given (HKDF, RFC 5869), which itself signs
 * nothing. Safe for use by many threads.
 */
final class SecretSeal {
  /** Bytes of a signature. */
  static final int LENGTH = 32;

  /** Bytes by which owners are told apart. */
  static final int OWNER = 12;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] SALT = "soundcheck client secrets 1".getBytes(StandardCharsets.UTF_8);

  private final List<Derived> keys;

  /** What signs, and what owners are made of. */
  private record Derived(Key signs, Key owners) {
    static Derived from(byte[] given) {
      Key extracted = key(hmac(key(SALT), given));
      return new Derived(expanded(extracted, "signature"), expanded(extracted, "owner"));
    }

    /** As much as is needed is one block, so that the expansion has one step. */
    private static Key expanded(Key extracted, String use) {
      return key(hmac(extracted, (use + '\u0001').getBytes(StandardCharsets.UTF_8)));
    }

    private static Key key(byte[] bytes) {
      return new SecretKeySpec(bytes, ALGORITHM);
    }
  }

  private SecretSeal(List<byte[]> given) {
    keys = given.stream().map(Derived::from).toList();
  }

  /**
   * Signs with the first of these and knows what any of them has signed, so that keys can be
   * changed one server at a time.
   */
  static SecretSeal of(List<String> given) {
    return new SecretSeal(given.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** Knows what it has signed itself, and nothing else. */
  static SecretSeal drawn(RandomGenerator random) {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    return new SecretSeal(List.of(key));
  }

  /** The signature and what it signs. */
  byte[] signed(byte[] body) {
    byte[] signed = Arrays.copyOf(hmac(keys.get(0).signs(), body), LENGTH + body.length);
    System.arraycopy(body, 0, signed, LENGTH, body.length);
    return signed;
  }

  /** Whether the signature in front is of one of the keys; all are tried, each in the same time. */
  boolean holds(byte[] signed) {
    byte[] signature = Arrays.copyOf(signed, LENGTH);
    byte[] body = Arrays.copyOfRange(signed, LENGTH, signed.length);
    boolean holds = false;
    for (Derived key : keys) {
      holds |= MessageDigest.isEqual(signature, hmac(key.signs(), body));
    }
    return holds;
  }

  /**
   * Tells an API key from others; nobody without the key of the seal can try keys against it, so it
   * may stand in a client secret.
   */
  String owner(String apiKey) {
    byte[] whole = hmac(keys.get(0).owners(), apiKey.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(whole, 0, OWNER);
  }

  private static byte[] hmac(Key key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
