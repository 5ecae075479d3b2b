package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.ScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The door: starting, stopping, and what it remembers. */
@Timeout(120)
final class MockVoiceServerTest {
  private static final String WEATHER = "tools/one-tool-call-with-a-spoken-preamble";
  private static final String UPDATE = "{\"type\":\"session.update\",\"session\":{}}";

  @TempDir private Path folder;

  @Test
  void a_test_points_its_app_here_and_takes_what_it_sent() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.playing(WEATHER)) {
      Caller app = Caller.to(server.uri()).says(UPDATE);

      assertThat(server.takeEvent().type()).isEqualTo("session.update");
      assertThat(app.hears("session.updated").has("session")).isTrue();
    }
  }

  @Test
  void waiting_for_an_event_that_does_not_come_says_what_did() throws ExecutionException {
    try (MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build())) {
      assertThatThrownBy(() -> server.takeEvent(Duration.ofMillis(20)))
          .hasMessage("No event came from a client within 20 ms; no client has connected.");

      Caller.to(server.uri()).says(UPDATE);
      assertThat(server.takeEvent().connection()).isEqualTo(1);
      assertThatThrownBy(() -> server.takeEvent(Duration.ofMillis(20)))
          .hasMessageEndingWith("one client has connected, and everything it sent was taken.");
    }
  }

  @Test
  void a_port_in_use_says_how_to_get_a_free_one() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> MockVoiceServer.start(ServerOptions.builder().port(port).build()))
          .isInstanceOf(ServerException.class)
          .hasMessage("Port %d is already in use. Use --port 0 for a free one.".formatted(port));
    }
  }

  @Test
  void a_host_that_is_none_of_this_machine_says_so() {
    assertThatThrownBy(
            () ->
                MockVoiceServer.start(ServerOptions.builder().host("192.0.2.1").open(true).build()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("192.0.2.1")
        .hasMessageContaining("Use an address of this machine");
  }

  @Test
  void an_unknown_scenario_is_refused_with_the_nearest_names() throws IOException {
    int port = freePort();
    ServerOptions options =
        ServerOptions.builder().port(port).scenario(WEATHER.replace("call", "kall")).build();

    assertThatThrownBy(() -> MockVoiceServer.start(options))
        .isInstanceOf(ServerException.class)
        .hasMessageStartingWith("There is no scenario 'tools/one-tool-kall")
        .hasMessageContaining("Did you mean '" + WEATHER + "'");
    assertThat(isFree(port)).isTrue();
  }

  @Test
  void mistakes_in_features_come_out_together_and_leave_nothing_running() throws IOException {
    int port = freePort();
    Files.writeString(
        folder.resolve("bad.feature"),
        """
        Feature: Bad
          Scenario: Two mistakes
            When the user sings "la"
            Then the assistant dances
        """);

    assertThatThrownBy(
            () ->
                MockVoiceServer.start(ServerOptions.builder().port(port).features(folder).build()))
        .isInstanceOfSatisfying(
            ScriptException.class, failure -> assertThat(failure.mistakes()).hasSize(2));
    assertThat(isFree(port)).isTrue();
  }

  @Test
  void a_folder_of_features_is_played() throws Exception {
    Path topic = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        topic.resolve("own.feature"),
        """
        Feature: Our own
          Why not.

          Scenario: A greeting
            When the user types "Hello"
            Then the assistant says "Good morning."
        """);
    ServerOptions options =
        ServerOptions.builder().features(folder).scenario("own/a-greeting").build();
    try (MockVoiceServer server = MockVoiceServer.start(options)) {
      Caller caller = Caller.to(server.uri());
      caller.says(
          """
          {"type":"conversation.item.create","item":{"type":"message","role":"user",
           "content":[{"type":"input_text","text":"Hello"}]}}""");
      caller.says("{\"type\":\"response.create\"}");

      assertThat(
              caller.hears("response.output_audio_transcript.done").path("transcript").asString())
          .isEqualTo("Good morning.");
    }
  }

  @Test
  void listeners_see_a_connection_from_its_opening_to_its_end() throws ExecutionException {
    List<String> seen = new CopyOnWriteArrayList<>();
    ServerListener listener =
        new ServerListener() {
          @Override
          public void opened(OpenedConnection connection) {
            seen.add("opened " + connection.number() + " " + connection.scenario());
          }

          @Override
          public void observed(Observed observed) {
            seen.add(observed.getClass().getSimpleName());
          }
        };
    ServerListener broken =
        new ServerListener() {
          @Override
          public void observed(Observed observed) {
            throw new IllegalStateException("a listener's own trouble");
          }
        };
    ServerOptions options = ServerOptions.builder().scenario(WEATHER).build();
    try (MockVoiceServer server = MockVoiceServer.start(options, broken, listener)) {
      Caller caller = Caller.to(server.uri());
      caller.hears("ping");
      caller.hangsUp();

      await().atMost(Duration.ofSeconds(10)).until(() -> seen.contains("Closed"));
      assertThat(seen)
          .containsExactly("opened 1 " + WEATHER, "Message", "Message", "Message", "Closed");
    }
  }

  /** design.md, "Rooms": ids come from a seed. */
  @Test
  void the_same_seed_gives_the_same_ids_and_each_connection_its_own() throws ExecutionException {
    assertThat(sessionIds(7)).isEqualTo(sessionIds(7)).doesNotHaveDuplicates();
    assertThat(sessionIds(7)).doesNotContainAnyElementsOf(sessionIds(8));
  }

  @Test
  void a_server_that_keeps_no_journals_says_so() {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().journals(false).build())) {
      assertThatThrownBy(server::connections)
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("journals(true)");
    }
  }

  @Test
  void the_journal_has_both_sides_in_order() throws ExecutionException {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().profile(Profile.LIVE_2026_07).build())) {
      Caller.to(server.uri()).says(UPDATE).hears("session.updated");

      List<Observed.Message> journal =
          server.connections().get(0).stream().map(Observed.Message.class::cast).toList();
      assertThat(journal)
          .extracting(Observed.Message::type)
          .startsWith("session.created", "conversation.created", "ping")
          .endsWith("session.update", "session.updated");
      assertThat(journal.get(3).from()).isEqualTo(Origin.CLIENT);
      assertThat(journal).extracting(Observed.Message::at).isSorted();
    }
  }

  /** clients.md §1 and §6.2: some clients force TLS. */
  @Test
  void with_tls_a_client_that_trusts_the_authority_is_greeted() throws Exception {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().tls(folder.resolve("tls")).build())) {
      assertThat(server.uri().getScheme()).isEqualTo("wss");
      HttpClient trusting =
          HttpClient.newBuilder()
              .sslContext(trusting(server.certificateAuthority().orElseThrow()))
              .build();

      for (String host : List.of("localhost", "127.0.0.1")) {
        Caller caller =
            Caller.with(
                trusting,
                URI.create(server.uri().toString().replace("127.0.0.1", host)),
                Map.of("api-key", "k"));
        assertThat(caller.hears().path("type").asString()).isEqualTo("session.created");
      }
      assertThatThrownBy(() -> Caller.to(server.uri())).hasMessageContaining("PKIX");
    }
  }

  @Test
  void options_are_checked_and_do_not_show_their_keys() {
    assertThat(ServerOptions.builder().keys(List.of("hush")).build().toString())
        .contains("1 keys")
        .doesNotContain("hush");
    assertThatThrownBy(() -> ServerOptions.builder().port(65_536).build())
        .hasMessage("The port must lie between 0 and 65535, but was 65536.");
    assertThatThrownBy(() -> ServerOptions.builder().keys(List.of(" ")).build())
        .hasMessageContaining("must not be blank");
  }

  private static List<String> sessionIds(long seed) throws ExecutionException {
    try (MockVoiceServer server =
        MockVoiceServer.start(ServerOptions.builder().seed(seed).build())) {
      return List.of(
          Caller.to(server.uri()).hears().path("session").path("id").asString(),
          Caller.to(server.uri()).hears().path("session").path("id").asString());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return again.isBound();
    }
  }

  private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
