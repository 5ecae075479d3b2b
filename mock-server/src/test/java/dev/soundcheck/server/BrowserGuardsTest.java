package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a hostile page in a browser and the server of its reader (SECURITY.md). */
@Timeout(60)
final class BrowserGuardsTest {
  private static final List<String> GUARDS =
      List.of(
          "X-Content-Type-Options: nosniff",
          "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
          "Cache-Control: no-store",
          "Referrer-Policy: no-referrer");

  private final MockVoiceServer server =
      MockVoiceServer.start(ServerOptions.builder().journals(false).build());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /nothing",
        "GET /soundcheck/sessions",
        "GET /soundcheck/metrics",
        "GET /v1/tts/voices",
        "OPTIONS /v1/realtime",
        "GET /%zz",
        "POST /v1/realtime/client_secrets"
      })
  void every_answer_tells_a_browser_what_not_to_do_with_it(String line) throws IOException {
    assertThat(answer(line, "Host: localhost").lines()).containsAll(GUARDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: rebound.example",
        "Host: 127.0.0.1.rebound.example",
        "Host: localhost@rebound.example",
        "Host: localhost\r\nOrigin: https://rebound.example",
        "Host: localhost\r\nOrigin: null",
        "Host: localhost\r\nOrigin: http://localhost.rebound.example",
        "Host: localhost\r\nX-Forwarded-For: 127.0.0.1",
        "Host: rebound.example\r\nX-Forwarded-Host: localhost",
        "Host: rebound.example\r\nX-Forwarded-For: 127.0.0.1"
      })
  void orders_of_pages_and_proxies_are_not_taken(String headers) throws IOException {
    String reset = answer("POST /soundcheck/reset", headers);

    assertThat(reset).matches("(?s)HTTP/1.1 (400|403) .*");
    assertThat(reset).doesNotContain("\"test\"", "Access-Control-Allow-Origin");
  }

  /** It would give a page the headers that it must not see. */
  @ParameterizedTest
  @ValueSource(strings = {"TRACE /", "TRACE /v1/realtime", "TRACK /", "TRACE /soundcheck/health"})
  void nothing_is_traced_back(String line) throws IOException {
    assertThat(answer(line, "Host: localhost\r\nAuthorization: Bearer open-sesame"))
        .matches("(?s)HTTP/1.1 4\\d\\d .*")
        .doesNotContain("open-sesame");
  }

  /** Two lengths are two requests to whoever believes the other (RFC 9112 section 11.2). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 0",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: +5",
        "Transfer-Encoding: chunked, identity"
      })
  void a_request_of_two_lengths_is_refused(String headers) throws IOException {
    assertThat(answer("POST /v1/realtime/client_secrets", "Host: localhost\r\n" + headers))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void what_a_client_says_cannot_become_a_header() throws IOException {
    String answer =
        answer(
            "GET /v1/realtime?scenario=a%0d%0aSet-Cookie:%20x=1&profile=%0d%0aX-Own:%20y",
            "Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

    assertThat(answer).startsWith("HTTP/1.1 404 ");
    assertThat(answer.lines()).noneMatch(line -> line.matches("(?i)(set-cookie|x-own):.*"));
  }

  private String answer(String line, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = "%s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(line, headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
