package dev.soundcheck.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.ServerOptions;
import dev.soundcheck.server.time.Time;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoreAddressTest {
  @Test
  void what_is_not_named_is_usual() {
    assertThat(address("redis://store"))
        .isEqualTo(new StoreAddress(false, "store", 6379, 0, Optional.empty(), Optional.empty()));
  }

  @Test
  void all_of_it_can_be_named() {
    assertThat(address("rediss://me:secret@[::1]:7000/3"))
        .isEqualTo(
            new StoreAddress(true, "[::1]", 7000, 3, Optional.of("me"), Optional.of("secret")));
  }

  @Test
  void a_password_that_is_given_wins() {
    assertThat(StoreAddress.of("redis://:inside@store", Optional.of("given")).password())
        .contains("given");
  }

  @Test
  void it_is_shown_without_its_password() {
    assertThat(address("redis://me:secret@store:1/2")).hasToString("redis://store:1/2");
  }

  @ParameterizedTest
  @CsvSource({
    "store:6379, 'it begins with ''store'''",
    "http://store, 'it begins with ''http'' and names the host ''store'''",
    "redis:///0, no host",
    "redis://store/one, its database is 'one'",
    "not an address, it is no address at all"
  })
  void what_is_none_is_told_in_words(String written, String why) {
    assertThatThrownBy(() -> address(written))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("expected an address such as redis://127.0.0.1:6379/0")
        .hasMessageContaining(why);
  }

  @Test
  void servers_of_different_times_cannot_share_one() {
    assertThatThrownBy(
            () ->
                ServerOptions.builder().time(Time.VIRTUAL).store(address("redis://store")).build())
        .hasMessageContaining("virtual");
  }

  private static StoreAddress address(String written) {
    return StoreAddress.of(written, Optional.empty());
  }
}
