package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the control API (docs/decisions/server-control-api.md). */
final class GateTest {
  private static final Route ROUTE =
      Route.get("/soundcheck/health", visit -> ApiReply.text("text/plain", "in"));

  @ParameterizedTest
  @CsvSource({
    "localhost:8765, ''",
    "127.0.0.1:8765, http://localhost:3000",
    "[::1]:8765, http://[::1]:3000"
  })
  void without_a_key_this_machine_and_its_pages_may(String host, String origin) throws Exception {
    assertThat(answer(Optional.empty(), true, host, origin, "")).isEqualTo("in");
  }

  /** A page of another host could otherwise steer a server on its reader's machine. */
  @ParameterizedTest
  @CsvSource({
    "false, localhost, '', another machine",
    "true, rebound.example, '', another host",
    "true, localhost, https://example.com, page of another",
    "true, localhost, null, page of another",
    "true, localhost.example, '', another host"
  })
  void nobody_else_may(boolean local, String host, String origin, String why) {
    assertThatThrownBy(() -> answer(Optional.empty(), local, host, origin, ""))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.reply().status()).isEqualTo(403))
        .hasMessageContaining(why)
        .hasMessageContaining("--control-key");
  }

  /** A proxy on this machine speaks for others, whatever it says of them. */
  @ParameterizedTest
  @CsvSource({"Forwarded, for=127.0.0.1", "X-Forwarded-For, 127.0.0.1", "X-Real-IP, ::1"})
  void whom_a_proxy_lets_through_may_not(String header, String value) {
    ApiRequest request =
        new ApiRequest(
            "GET",
            ROUTE.path(),
            Map.of(),
            Map.of("Host", List.of("localhost"), header, List.of(value)),
            "",
            true);

    assertThatThrownBy(
            () ->
                Gate.of(Optional.empty())
                    .guarded(ROUTE)
                    .handler()
                    .answer(new Route.Visit(request, Map.of())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("through a proxy");
  }

  @Test
  void whoever_shows_the_key_may_from_wherever() throws Exception {
    assertThat(answer(Optional.of("open sesame"), false, "mock.example", "", "Bearer open sesame"))
        .isEqualTo("in");
  }

  @ParameterizedTest
  @CsvSource({"''", "Bearer wrong", "open sesame", "Bearer open", "Bearer open sesamE"})
  void with_a_key_this_machine_has_to_show_it_too(String authorization) {
    assertThatThrownBy(
            () -> answer(Optional.of("open sesame"), true, "localhost", "", authorization))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.reply().status()).isEqualTo(401));
  }

  private static String answer(
      Optional<String> key, boolean local, String host, String origin, String authorization)
      throws RefusedException {
    Map<String, List<String>> headers =
        Map.of(
            "Host", List.of(host),
            "Origin", List.of(origin),
            "Authorization", List.of(authorization));
    ApiRequest request = new ApiRequest("GET", ROUTE.path(), Map.of(), headers, "", local);
    return Gate.of(key).guarded(ROUTE).handler().answer(new Route.Visit(request, Map.of())).body();
  }
}
