package dev.soundcheck.server.api;

import java.time.Duration;
import java.time.Instant;
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

  private final List<KeyDigest> keys;
  private final Clocks clocks;
  private final RandomGenerator random;

  /** By their digests: how long a look into the map takes says nothing of a secret. */
  private final Map<String, Minted> minted = new ConcurrentHashMap<>();

  /** The time of day, which may be another for each test. */
  @FunctionalInterface
  public interface Clocks {
    Instant instant(String test);
  }

  private record Minted(Instant expires, Note note, AtomicBoolean used) {}

  /**
   * What a client secret remembers.
   *
   * @param test the test it was minted for; empty for none
   * @param owner whose key asked for it
   * @param scenario the scenario that was written beside the key
   */
  record Note(String test, String owner, Optional<String> scenario) {}

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
   * @param clocks say when secrets expire
   * @param random makes secrets
   */
  public Keyring(List<String> keys, Clocks clocks, RandomGenerator random) {
    this.keys = keys.stream().map(KeyDigest::of).toList();
    this.clocks = clocks;
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
    KeyDigest digest = KeyDigest.of(shown.orElse(""));
    boolean found = false;
    for (KeyDigest key : keys) {
      found |= key.matches(digest);
    }
    return found && shown.isPresent();
  }

  /** Whether a socket may be opened with this; changes nothing. */
  boolean opens(Optional<String> shown) {
    return secret(shown).map(this::fresh).orElseGet(() -> isApiKey(shown));
  }

  /** Whether this is a client secret, of use or not any more. */
  boolean isSecret(Optional<String> shown) {
    return secret(shown).isPresent();
  }

  /** Opens a socket with this; false when meanwhile somebody else has used it up. */
  boolean open(Optional<String> shown) {
    return secret(shown)
        .map(secret -> fresh(secret) && secret.used.compareAndSet(false, true))
        .orElseGet(() -> isApiKey(shown));
  }

  /** What was noted when this secret was minted. */
  Optional<Note> noteOf(Optional<String> shown) {
    return secret(shown).map(Minted::note);
  }

  /**
   * Tells keys apart without showing them, a client secret being its key's; empty for who shows
   * none.
   */
  String owner(Optional<String> shown) {
    return secret(shown)
        .map(secret -> secret.note.owner())
        .or(() -> shown.map(key -> KeyDigest.of(key).hex()))
        .orElse("");
  }

  Secret mint(Duration lasting, Note note) {
    StringBuilder value = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    Secret secret = new Secret(value.toString(), clocks.instant(note.test()).plus(lasting));
    minted.values().removeIf(this::longOver);
    minted.put(
        KeyDigest.of(secret.value()).hex(),
        new Minted(secret.expires(), note, new AtomicBoolean()));
    return secret;
  }

  private Optional<Minted> secret(Optional<String> shown) {
    return minted.isEmpty()
        ? Optional.empty()
        : shown.map(value -> minted.get(KeyDigest.of(value).hex()));
  }

  private boolean fresh(Minted secret) {
    return !secret.used.get() && now(secret).isBefore(secret.expires);
  }

  private boolean longOver(Minted secret) {
    return secret.expires.plus(REMEMBERED).isBefore(now(secret));
  }

  private Instant now(Minted secret) {
    return clocks.instant(secret.note.test());
  }
}
