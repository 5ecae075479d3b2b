package dev.soundcheck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Handshakes through the proxy: refusals reach the client as they are (issue 3 point 3), and all
 * headers go through but those of one hop (RFC 9110 section 7.6.1) or one handshake (RFC 6455
 * section 4).
 */
@Timeout(60)
final class RefusalsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 407, 429, 500})
  void a_refusal_reaches_the_client_with_its_headers_and_its_body(int status) throws IOException {
    String body = "{\"error\":\"no %d\"}".formatted(status);
    try (Between between = new Between(folder);
        RawPeer client = between.client();
        RawPeer server = between.server()) {
      server.head();
      server.says(
          "HTTP/1.1 %d Whatever\nRetry-After: 7\nLocation: /elsewhere\nSet-Cookie: a=hidden\nSet-Cookie: b=hidden\nContent-Length: %d\n\n%s"
              .formatted(status, body.length(), body));

      assertThat(client.head())
          .startsWith("HTTP/1.1 %d ".formatted(status))
          .contains("Retry-After: 7\r\n", "Set-Cookie: a=hidden\r\n", "Set-Cookie: b=hidden\r\n")
          .contains("Location: /elsewhere\r\n", "Content-Length: %d\r\n".formatted(body.length()));
      assertThat(client.body(body.length())).isEqualTo(body);
      assertThat(refusal(between.trace()))
          .contains("HTTP/1.1 " + status, "Retry-After: 7", body)
          .doesNotContain("hidden");
    }
  }

  @Test
  void headers_go_through_but_for_those_of_one_hop_or_handshake() throws IOException {
    try (Between between = new Between(folder);
        RawPeer client =
            between.client(
                "Authorization: Bearer some-key",
                "Origin: https://app.example",
                "Cookie: session=1",
                "X-Twice: one",
                "X-Twice: two",
                "Sec-WebSocket-Protocol: realtime, openai-insecure-api-key.abc",
                "Sec-WebSocket-Extensions: permessage-deflate",
                "Keep-Alive: 5",
                "Proxy-Authorization: Basic abc");
        RawPeer server = between.server()) {
      String asked =
          server.accepts(
              "Sec-WebSocket-Protocol: realtime",
              "X-Request-Id: r1",
              "Set-Cookie: c=1",
              "Date: Fri, 20 Nov 2026 13:00:00 GMT");
      String answered = client.head();

      assertThat(asked)
          .startsWith("GET /v1/realtime?model=m HTTP/1.1\r\n")
          .contains("Authorization: Bearer some-key\r\n", "Origin: https://app.example\r\n")
          .contains("Cookie: session=1\r\n", "X-Twice: one\r\n", "X-Twice: two\r\n")
          .contains("Sec-WebSocket-Protocol: realtime, openai-insecure-api-key.abc\r\n")
          .contains("Host: 127.0.0.1:%d\r\n".formatted(between.upstream.getLocalPort()))
          .doesNotContain("Extensions", "Keep-Alive", "Proxy-", "Pragma", "Cache-Control")
          .doesNotContain("User-Agent", "Accept-Encoding", "AAAAAAAAAAAAAAAAAAAAAA==");
      assertThat(answered)
          .startsWith("HTTP/1.1 101 ")
          .contains("Sec-WebSocket-Protocol: realtime\r\n", "X-Request-Id: r1\r\n")
          .contains("Set-Cookie: c=1\r\n", "Date: Fri, 20 Nov 2026 13:00:00 GMT\r\n")
          .doesNotContain("Extensions", "Server:");
    }
  }

  @Test
  void a_key_of_the_proxy_takes_the_place_of_the_clients() throws IOException {
    try (Between between = new Between(folder, RefusalsTest::keyed);
        RawPeer client = between.client("Authorization: Bearer pretended");
        RawPeer server = between.server()) {
      assertThat(server.accepts())
          .contains("Authorization: Bearer the-real-one\r\n")
          .doesNotContain("pretended");
      assertThat(client.head()).startsWith("HTTP/1.1 101 ");
    }
  }

  @Test
  void the_root_stands_for_the_upstreams_own_address() throws IOException {
    try (Between between = new Between(folder);
        RawPeer client = RawPeer.dials(between.proxy.uri().getPort(), "/");
        RawPeer server = between.server()) {
      assertThat(server.accepts()).startsWith("GET /v1/realtime HTTP/1.1\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 101 ");
    }
  }

  @Test
  void an_upstream_that_never_answers_is_504() throws IOException {
    try (Between between = new Between(folder, RefusalsTest::impatient);
        RawPeer client = between.client();
        RawPeer server = between.server()) {
      assertThat(server.head()).startsWith("GET ");
      assertThat(client.head()).startsWith("HTTP/1.1 504 ").contains("application/json");
      assertThat(last(between.trace())).contains("gave no answer within 0.3 seconds");
    }
  }

  @Test
  void an_upstream_where_nothing_listens_is_502() throws IOException {
    try (Between between = new Between(folder)) {
      between.upstream.close();
      try (RawPeer client = between.client()) {
        assertThat(client.head()).startsWith("HTTP/1.1 502 ").contains("application/json");
        assertThat(last(between.trace())).contains("nothing listens there");
      }
    }
  }

  @Test
  void an_upstream_without_tls_is_502_when_tls_was_asked_for() throws IOException {
    try (Between between = new Between(folder, RefusalsTest::overTls);
        RawPeer client = between.client();
        RawPeer server = between.server()) {
      server.says("HTTP/1.1 400 Bad Request\n\n");
      assertThat(client.head()).startsWith("HTTP/1.1 502 ");
      assertThat(last(between.trace())).contains("TLS failed");
    }
  }

  @Test
  void tls_is_believed_with_the_authority_and_not_without() throws Exception {
    Path tls = folder.resolve("tls");
    Path traces = folder.resolve("traces");
    try (MockVoiceServer mock = MockVoiceServer.start(ServerOptions.builder().tls(tls).build())) {
      assertThat(answer(new Upstream(mock.uri(), Optional.empty(), Optional.empty()), traces))
          .startsWith("HTTP/1.1 502 ");
      assertThat(
              answer(
                  new Upstream(mock.uri(), Optional.empty(), mock.certificateAuthority()), traces))
          .startsWith("HTTP/1.1 101 ");
    }
    assertThat(last(Between.read(Between.files(traces).get(0))))
        .contains("does not trust its certificate", "--ca FILE");
  }

  @Test
  void other_requests_go_through_and_are_not_in_a_trace() throws Exception {
    try (MockVoiceServer mock = MockVoiceServer.start(ServerOptions.builder().build());
        RecordingProxy proxy =
            RecordingProxy.start(
                ProxyOptions.of(Upstream.of(mock.uri()), folder), "test", ProxyListener.NONE)) {
      HttpRequest request =
          HttpRequest.newBuilder(proxy.httpUri().resolve("/v1/realtime/client_secrets"))
              .header("Authorization", "Bearer some-key")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("xai-realtime-client-secret-");
      assertThat(Between.files(folder)).isEmpty();
    }
  }

  private static String answer(Upstream upstream, Path traces) throws IOException {
    try (RecordingProxy proxy =
            RecordingProxy.start(ProxyOptions.of(upstream, traces), "test", ProxyListener.NONE);
        RawPeer client = RawPeer.dials(proxy.uri().getPort(), "/v1/realtime")) {
      return client.head();
    }
  }

  private static ProxyOptions keyed(ProxyOptions options) {
    Upstream upstream =
        new Upstream(options.upstream().url(), Optional.of("the-real-one"), Optional.empty());
    return ProxyOptions.of(upstream, options.traces().folder());
  }

  private static ProxyOptions impatient(ProxyOptions options) {
    return options.with(new ProxyOptions.Limits(1024, Duration.ofMillis(300)));
  }

  private static ProxyOptions overTls(ProxyOptions options) {
    URI url = URI.create(options.upstream().url().toString().replace("ws:", "wss:"));
    return ProxyOptions.of(Upstream.of(url), options.traces().folder());
  }

  private static String refusal(Trace trace) {
    return ((Observed.Malformed) trace.seen().get(0)).text();
  }

  private static String last(Trace trace) {
    return ((Observed.Closed) trace.seen().get(trace.seen().size() - 1)).reason();
  }
}
