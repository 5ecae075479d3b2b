package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client secrets that are signed (docs/decisions/several-servers.md). */
final class KeyringTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Keyring.Note NOTHING = new Keyring.Note("", "", Optional.empty());

  private Instant now = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void a_server_with_the_same_key_takes_a_secret_and_knows_what_is_bound_to_it() {
    Keyring one = ring(1, "key");
    Keyring.Note note =
        new Keyring.Note("größe", one.owner(Optional.of("key")), Optional.of("a/scenario"));
    Optional<String> secret = Optional.of(one.mint(MINUTE, note).value());
    Keyring other = ring(2, "key");

    assertThat(other.noteOf(secret)).contains(note);
    assertThat(other.owner(secret)).isEqualTo(other.owner(Optional.of("key")));
    assertThat(other.open(secret)).isTrue();
  }

  @Test
  void a_server_with_another_key_refuses_it() {
    Optional<String> secret = Optional.of(ring(1, "key").mint(MINUTE, NOTHING).value());

    assertThat(ring(1, "other").open(secret)).isFalse();
  }

  @Test
  void a_key_of_their_own_signs_in_place_of_the_api_keys() {
    Optional<String> secret = Optional.of(signing("s", "one").mint(MINUTE, NOTHING).value());

    assertThat(signing("s", "two").open(secret)).isTrue();
    assertThat(ring(1, "one").open(secret)).isFalse();
  }

  @Test
  void keys_can_be_changed_one_server_at_a_time() {
    Optional<String> secret = Optional.of(ring(1, "old").mint(MINUTE, NOTHING).value());

    assertThat(ring(1, "new", "old").open(secret)).isTrue();
  }

  @Test
  void without_any_key_only_the_server_itself_knows_its_secrets() {
    Keyring one = ring(1);
    Optional<String> secret = Optional.of(one.mint(MINUTE, NOTHING).value());

    assertThat(one.isSecret(secret)).isTrue();
    assertThat(ring(2).isSecret(secret)).isFalse();
  }

  @Test
  void the_same_seed_makes_the_same_secrets() {
    assertThat(ring(7).mint(MINUTE, NOTHING)).isEqualTo(ring(7).mint(MINUTE, NOTHING));
    assertThat(ring(7).mint(MINUTE, NOTHING)).isNotEqualTo(ring(8).mint(MINUTE, NOTHING));
  }

  @Test
  void no_two_secrets_are_the_same() {
    Keyring ring = ring(1, "key");
    Set<String> minted = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      minted.add(ring.mint(MINUTE, NOTHING).value());
    }

    assertThat(minted).hasSize(1000);
  }

  @Test
  void an_expired_one_is_refused_and_still_known() {
    Keyring ring = ring(1);
    Optional<String> secret = Optional.of(ring.mint(MINUTE, NOTHING).value());
    now = now.plus(MINUTE).minusMillis(1);
    assertThat(ring.opens(secret)).isTrue();

    now = now.plusMillis(1);
    assertThat(ring.open(secret)).isFalse();
    now = now.plus(Duration.ofDays(400));
    assertThat(ring.open(secret)).isFalse();
  }

  @Test
  void one_opens_one_socket() {
    Keyring ring = ring(1, "key");
    Optional<String> secret = Optional.of(ring.mint(MINUTE, NOTHING).value());

    assertThat(ring.open(secret)).isTrue();
    assertThat(ring.open(secret)).isFalse();
    assertThat(ring.open(Optional.of(ring.mint(MINUTE, NOTHING).value()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/scenario", "another/longer-scenario"})
  void one_that_was_changed_anywhere_is_refused(String scenario) {
    Keyring ring = ring(1, "key");
    Keyring.Note note =
        new Keyring.Note(scenario, "", Optional.of(scenario).filter(name -> !name.isEmpty()));
    String secret = ring.mint(MINUTE, note).value();

    for (int at = 0; at < secret.length(); at++) {
      for (char other : "Ab9_.".toCharArray()) {
        String changed = secret.substring(0, at) + other + secret.substring(at + 1);
        assertThat(ring.opens(Optional.of(changed))).as(changed).isEqualTo(changed.equals(secret));
      }
    }
    for (int length = 0; length < secret.length(); length++) {
      assertThat(ring.opens(Optional.of(secret.substring(0, length)))).isFalse();
    }
    assertThat(ring.opens(Optional.of(secret + "A"))).isFalse();
    assertThat(ring.opens(Optional.of(secret + "="))).isFalse();
    assertThat(ring.open(Optional.of(secret))).isTrue();
  }

  /** They travel as a subprotocol: RFC 6455 §4.1 and RFC 9110 §5.6.2 say what may stand there. */
  @Test
  void all_characters_may_stand_in_a_subprotocol_and_not_too_many_are_needed() {
    String test = "t".repeat(SecretBody.MOST_BOUND);
    String longest = ring(1).mint(MINUTE, new Keyring.Note(test, "", Optional.empty())).value();

    assertThat(ring(1).mint(MINUTE, NOTHING).value())
        .matches("xai-realtime-client-secret-[A-Za-z0-9_-]{80}");
    assertThat(longest).matches("[A-Za-z0-9_-]+").hasSizeLessThan(1500);
    assertThat(ring(1).noteOf(Optional.of(longest)).map(Keyring.Note::test)).contains(test);
  }

  @Test
  void an_owner_tells_nothing_of_the_key_to_who_does_not_have_it() {
    String owner = ring(1, "key").owner(Optional.of("guessed"));

    assertThat(owner).isNotEmpty().isNotEqualTo(ring(1, "other").owner(Optional.of("guessed")));
    assertThat(owner).isEqualTo(ring(2, "key").owner(Optional.of("guessed")));
  }

  private Keyring ring(long seed, String... keys) {
    return ring(seed, Optional.empty(), keys);
  }

  private Keyring signing(String key, String... keys) {
    return ring(1, Optional.of(key), keys);
  }

  private Keyring ring(long seed, Optional<String> signing, String... keys) {
    return new Keyring(
        List.of(keys), signing, test -> now, new SplittableRandom(seed), UsedSecrets.atMost(1000));
  }
}
