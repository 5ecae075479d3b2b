package dev.soundcheck.server.api;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which keys open the door. Client secrets open one socket each, before they expire
 * (live-behaviour.md §5.4), whatever keys there are. They are signed and say all that is known of
 * them, so that nothing is kept of those that were minted, and every ring with the same key takes
 * them. Safe for use by many threads.
 */
public final class Keyring {
  private static final String PREFIX = "xai-realtime-client-secret-";

  private final List<KeyDigest> keys;
  private final SecretSeal seal;
  private final Clocks clocks;
  private final RandomGenerator random;
  private final UsedSecrets used;

  /** The time of day, which may be another for each test. */
  @FunctionalInterface
  public interface Clocks {
    Instant instant(String test);
  }

  /**
   * What a client secret remembers.
   *
   * @param test the test it was minted for; empty for none
   * @param owner whose key asked for it, as {@link #owner} has it
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
   * @param signing what client secrets are signed with; empty for the keys, and where there are
   *     none either for a key that is drawn and that nobody else has
   * @param clocks say when secrets expire
   * @param random makes secrets differ
   * @param used knows those that have opened their socket
   */
  public Keyring(
      List<String> keys,
      Optional<String> signing,
      Clocks clocks,
      RandomGenerator random,
      UsedSecrets used) {
    this.keys = keys.stream().map(KeyDigest::of).toList();
    this.clocks = clocks;
    this.random = random;
    this.used = used;
    List<String> signers = signing.map(List::of).orElse(keys);
    this.seal = signers.isEmpty() ? SecretSeal.drawn(random) : SecretSeal.of(signers);
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

  /** Whether a socket may be opened with this, unless it was used before; changes nothing. */
  boolean opens(Optional<String> shown) {
    return secret(shown).map(this::fresh).orElseGet(() -> isApiKey(shown));
  }

  /** Whether this is a client secret, of use or not any more. */
  boolean isSecret(Optional<String> shown) {
    return secret(shown).isPresent();
  }

  /** Opens a socket with this; false when somebody else has used it up. */
  boolean open(Optional<String> shown) {
    return secret(shown)
        .map(secret -> fresh(secret) && used.use(secret.id(), left(secret)))
        .orElseGet(() -> isApiKey(shown));
  }

  /** What was noted when this secret was minted. */
  Optional<Note> noteOf(Optional<String> shown) {
    return secret(shown).map(SecretBody::note);
  }

  /**
   * Tells keys apart without showing them, a client secret being its key's; empty for who shows
   * none.
   */
  String owner(Optional<String> shown) {
    return secret(shown)
        .map(secret -> secret.note().owner())
        .or(() -> shown.map(seal::owner))
        .orElse("");
  }

  /** A secret that remembers this, which takes {@link SecretBody#MOST_BOUND} bytes at most. */
  Secret mint(Duration lasting, Note note) {
    Instant expires = clocks.instant(note.test()).plus(lasting);
    byte[] body = new SecretBody(expires, drawn(), note).bytes();
    return new Secret(PREFIX + SecretText.of(seal.signed(body)), expires);
  }

  private String drawn() {
    byte[] drawn = new byte[SecretBody.RANDOM];
    synchronized (random) {
      random.nextBytes(drawn);
    }
    return HexFormat.of().formatHex(drawn);
  }

  private Optional<SecretBody> secret(Optional<String> shown) {
    return shown
        .filter(value -> value.startsWith(PREFIX))
        .flatMap(value -> SecretText.bytes(value.substring(PREFIX.length())))
        .filter(signed -> SecretBody.fits(signed.length - SecretSeal.LENGTH))
        .filter(seal::holds)
        .map(signed -> Arrays.copyOfRange(signed, SecretSeal.LENGTH, signed.length))
        .map(body -> SecretBody.of(ByteBuffer.wrap(body)));
  }

  private boolean fresh(SecretBody secret) {
    return left(secret).compareTo(Duration.ZERO) > 0;
  }

  private Duration left(SecretBody secret) {
    return Duration.between(clocks.instant(secret.note().test()), secret.expires());
  }
}
