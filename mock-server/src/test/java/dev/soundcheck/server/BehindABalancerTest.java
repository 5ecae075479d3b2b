package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.script.Pacing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers, their store and docs/deploy/haproxy.cfg, as somebody would deploy them. */
@Tag("several-servers")
@Timeout(120)
final class BehindABalancerTest {
  private static final String KEY = "Bearer some-key";
  private static final String CONTROL = "Bearer a-control-key";

  @TempDir private Path folder;
  private RealStore store;
  private MockVoiceServer one;
  private MockVoiceServer two;
  private Balancer balancer;

  @BeforeEach
  void start() throws IOException {
    store = new RealStore(folder);
    one = server();
    two = server();
    balancer = new Balancer(folder, one, two);
  }

  private MockVoiceServer server() {
    return MockVoiceServer.start(
        ServerOptions.builder()
            .keys(List.of("some-key"))
            .controlKey("a-control-key")
            .pacing(Pacing.INSTANT)
            .store(store.address())
            .build());
  }

  @AfterEach
  void stop() {
    balancer.close();
    one.close();
    two.close();
    store.close();
  }

  @Test
  void sessions_come_to_both_servers_and_any_of_them_tells_of_all() throws Exception {
    URI mine = URI.create(balancer.uri() + "?test=mine");
    List<Talk> talks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      talks.add(Talk.at(mine).asks());
    }

    assertThat(one.connections()).hasSize(2);
    assertThat(two.connections()).hasSize(2);
    await().until(() -> servers(journal()).size() == 4);
    assertThat(servers(journal()).stream().distinct()).hasSize(2);
    for (Talk talk : talks) {
      talk.hangsUp();
    }
  }

  @Test
  void a_secret_that_one_server_minted_is_taken_by_whichever_comes_next() throws Exception {
    for (int i = 0; i < 4; i++) {
      String secret = minted();
      Caller.to(balancer.uri(), Map.of(), "xai-client-secret." + secret).hears("session.created");
    }
  }

  @Test
  void a_server_that_leaves_takes_nobody_with_it() throws Exception {
    Talk first = Talk.at(balancer.uri()).asks();
    Talk second = Talk.at(balancer.uri()).asks();
    CompletableFuture<Void> leaving =
        CompletableFuture.runAsync(() -> one.drain(Duration.ofMinutes(1)));
    for (int i = 0; i < 10; i++) {
      Talk.at(balancer.uri()).asks().hangsUp();
    }
    assertThat(two.connections()).hasSize(11);

    first.asks().hangsUp();
    second.asks();
    leaving.join();
    one.close();
    second.asks();
    assertThat(resumed(first.conversation())).isEqualTo(first.conversation());
  }

  @Test
  void a_server_that_dies_takes_its_sessions_alone_and_they_go_on_on_the_other() throws Exception {
    Talk first = Talk.at(balancer.uri()).asks();
    Talk second = Talk.at(balancer.uri()).asks();
    await().until(() -> known(first) && known(second));
    one.close();

    second.asks();
    assertThat(resumed(first.conversation())).isEqualTo(first.conversation());
    assertThat(Talk.at(balancer.uri()).asks().answer()).isNotEmpty();
  }

  @Test
  void the_control_api_is_for_who_has_its_key() throws Exception {
    HttpRequest asked = HttpRequest.newBuilder(balancer.http("/soundcheck/health")).build();
    HttpRequest wrong =
        HttpRequest.newBuilder(balancer.http("/soundcheck/health"))
            .header("Authorization", "Bearer wrong")
            .build();

    assertThat(send(asked).statusCode()).isEqualTo(401);
    assertThat(send(wrong).statusCode()).isEqualTo(401);
  }

  private boolean known(Talk talk) {
    return store.value("soundcheck:conversation:0::" + talk.conversation()).isPresent();
  }

  private String resumed(String conversation) throws ExecutionException {
    return Talk.at(URI.create(balancer.uri() + "?conversation_id=" + conversation)).conversation();
  }

  private JsonNode journal() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(balancer.http("/soundcheck/journal?test=mine"))
            .header("Authorization", CONTROL)
            .build();
    return JsonMapper.shared().readTree(send(request).body());
  }

  private static List<String> servers(JsonNode journal) {
    return journal
        .path("sessions")
        .valueStream()
        .map(session -> session.path("server").asString())
        .toList();
  }

  private String minted() throws Exception {
    HttpRequest mint =
        HttpRequest.newBuilder(balancer.http("/v1/realtime/client_secrets"))
            .header("Authorization", KEY)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return JsonMapper.shared().readTree(send(mint).body()).path("value").asString();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
