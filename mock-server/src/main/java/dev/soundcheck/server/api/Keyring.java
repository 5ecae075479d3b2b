package dev.soundcheck.server.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Which keys open the door. Client secrets that were minted here open one socket each, before they
 * expire (live-behaviour.md §5.4), whatever keys there are. Safe for use by many threads.
 */
public final class Keyring {
  private static final String PREFIX = "xai-realtime-client-secret-";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-";
  private static final int LENGTH = 80;

  /** So long a secret that opens nothing any more is told from one that never was. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final List<byte[]> keys;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Minted> minted = new ConcurrentHashMap<>();

  private record Minted(Instant expires, Optional<String> scenario, AtomicBoolean used) {}

  /**
   * A client secret as handed out.
   *
   * @param value what the client shows
   * @param expires from then on it opens nothing
   */
  record Secret(String value, Instant expires) {}

  /**
   * A ring of API keys.
   *
   * @param keys empty for any key, and none
   * @param clock says when secrets expire
   * @param random makes secrets
   */
  public Keyring(List<String> keys, InstantSource clock, RandomGenerator random) {
    this.keys = keys.stream().map(Keyring::digest).toList();
    this.clock = clock;
    this.random = random;
  }

  /** Whether keys are checked at all. */
  boolean checks() {
    return !keys.isEmpty();
  }

  /**
   * Whether this is an API key; a client secret is none. Takes the same time for every wrong one.
   */
  boolean isApiKey(Optional<String> shown) {
    if (!checks()) {
      return true;
    }
    byte[] digest = digest(shown.orElse(""));
    boolean found = false;
    for (byte[] key : keys) {
      found |= MessageDigest.isEqual(key, digest);
    }
    return found && shown.isPresent();
  }

  /** Whether a socket may be opened with this; changes nothing. */
  boolean opens(Optional<String> shown) {
    return secret(shown).map(this::fresh).orElseGet(() -> isApiKey(shown));
  }

  /** Opens a socket with this; false when meanwhile somebody else has used it up. */
  boolean open(Optional<String> shown) {
    return secret(shown)
        .map(secret -> fresh(secret) && secret.used.compareAndSet(false, true))
        .orElseGet(() -> isApiKey(shown));
  }

  /** The scenario that the key named with which this secret was minted. */
  Optional<String> scenarioOf(Optional<String> shown) {
    return secret(shown).flatMap(Minted::scenario);
  }

  Secret mint(Duration lasting, Optional<String> scenario) {
    StringBuilder value = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    Secret secret = new Secret(value.toString(), clock.instant().plus(lasting));
    minted.values().removeIf(this::longOver);
    minted.put(secret.value(), new Minted(secret.expires(), scenario, new AtomicBoolean()));
    return secret;
  }

  private Optional<Minted> secret(Optional<String> shown) {
    return shown.map(minted::get);
  }

  private boolean fresh(Minted secret) {
    return !secret.used.get() && clock.instant().isBefore(secret.expires);
  }

  private boolean longOver(Minted secret) {
    return secret.expires.plus(REMEMBERED).isBefore(clock.instant());
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
