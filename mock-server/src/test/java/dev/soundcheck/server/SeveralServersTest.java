package dev.soundcheck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.script.Pacing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers that share a real store (docs/decisions/several-servers.md). */
@Tag("several-servers")
@Timeout(60)
final class SeveralServersTest {
  private static final String FEATURE =
      """
      Feature: F
        Scenario: There and back
          When the user types "Hello"
          Then the assistant says "First."
          When the client is cut off
          And the client comes back
          When the user types "Hello"
          Then the assistant says "Second."
      """;

  @TempDir private Path folder;
  private RealStore store;
  private MockVoiceServer one;
  private MockVoiceServer other;

  @BeforeEach
  void start() throws IOException {
    Path features = Files.createDirectories(folder.resolve("features/there"));
    Files.writeString(features.resolve("back.feature"), FEATURE);
    store = new RealStore(folder);
    one = server();
    other = server();
  }

  private MockVoiceServer server() {
    return MockVoiceServer.start(
        ServerOptions.builder()
            .keys(List.of("some-key"))
            .features(folder.resolve("features"))
            .pacing(Pacing.INSTANT)
            .store(store.address())
            .build());
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    store.close();
  }

  @Test
  void a_conversation_goes_on_on_another_server() throws ExecutionException {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    Talk second = Talk.resuming(other, first.conversation());

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(second.replayed()).isEqualTo(first.answer());
  }

  @Test
  void it_goes_on_again_where_it_began() throws ExecutionException {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    Talk.resuming(other, first.conversation()).asks();
    await().until(() -> stored(first).split("You typed", -1).length == 3);

    assertThat(Talk.resuming(one, first.conversation()).replays(2)).hasSize(2);
  }

  @Test
  void what_one_test_said_is_nothing_to_another() throws ExecutionException {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    URI elsewhere = URI.create(other.uri() + "?test=t&conversation_id=" + first.conversation());

    assertThat(Talk.at(elsewhere).conversation()).isNotEqualTo(first.conversation());
  }

  @Test
  void a_scenario_of_several_connections_goes_on_on_another_server() throws ExecutionException {
    URI whole = URI.create(one.uri() + "?scenario=there/there-and-back");
    Talk first = Talk.at(whole).asks();
    assertThat(first.answer()).isEqualTo("First.");
    await().until(() -> store.value("soundcheck:sequel:0::" + first.conversation()).isPresent());

    assertThat(Talk.resuming(other, first.conversation()).asks().answer()).isEqualTo("Second.");
  }

  @Test
  void a_conversation_is_forgotten_when_its_time_has_passed() throws ExecutionException {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    assertThat(store.life(key(first)))
        .isBetween(Duration.ofMinutes(29).toMillis(), Duration.ofMinutes(30).toMillis());

    store.expire(key(first));
    assertThat(Talk.resuming(other, first.conversation()).conversation())
        .isNotEqualTo(first.conversation());
  }

  @Test
  void a_client_secret_opens_one_socket_of_all_servers() throws Exception {
    String secret = minted(one);
    Caller.to(other.uri(), Map.of("Authorization", "Bearer " + secret)).hears("session.created");

    assertThatThrownBy(() -> Caller.to(one.uri(), Map.of("Authorization", "Bearer " + secret)))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void any_server_tells_what_happened_in_a_test_on_all_of_them() throws Exception {
    Talk.at(URI.create(one.uri() + "?test=both")).asks().hangsUp();
    Talk.at(URI.create(other.uri() + "?test=both"))
        .asks()
        .says("{\"type\":\"nonsense\"}")
        .hangsUp();
    Talk.at(URI.create(other.uri() + "?test=another")).asks().hangsUp();
    await().until(() -> closed(journal(one)) == 2);

    JsonNode journal = journal(one);
    assertThat(journal).isEqualTo(journal(other));
    assertThat(journal.at("/sessions/0/server")).isNotEqualTo(journal.at("/sessions/1/server"));
    assertThat(journal.path("sessions").findValuesAsString("dropped")).containsOnly("0");
    assertThat(journal.path("findings").findValuesAsString("message"))
        .anyMatch(message -> message.contains("nonsense"));
    assertThat(get(one, "/soundcheck/journal/trace?test=both").lines())
        .anyMatch(line -> line.contains("\"connection\":1"))
        .anyMatch(line -> line.contains("\"connection\":2"))
        .noneMatch(line -> line.contains("\"connection\":3"));
  }

  @Test
  void a_test_that_is_reset_is_forgotten_by_all() throws Exception {
    Talk.at(URI.create(one.uri() + "?test=both")).asks().hangsUp();
    await().until(() -> closed(journal(other)) == 1);
    HttpRequest reset =
        HttpRequest.newBuilder(URI.create(one.httpUri() + "/soundcheck/reset?test=both"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpClient.newHttpClient().send(reset, HttpResponse.BodyHandlers.discarding());

    assertThat(journal(other).path("sessions")).isEmpty();
  }

  @Test
  void sessions_go_on_while_the_store_is_away_and_what_they_said_is_found_when_it_is_back()
      throws Exception {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    store.kill();
    first.asks();

    assertThat(Talk.resuming(other, first.conversation()).conversation())
        .isNotEqualTo(first.conversation());
    assertThat(Talk.resuming(one, first.conversation()).conversation())
        .isEqualTo(first.conversation());

    store.restart();
    await().until(() -> stored(first).split("You typed", -1).length == 3);
    await()
        .until(
            () ->
                Talk.resuming(other, first.conversation())
                    .conversation()
                    .equals(first.conversation()));
  }

  @Test
  void a_store_that_hangs_holds_up_nobody_but_who_comes_back_for_a_second() throws Exception {
    Talk first = Talk.with(one).asks();
    awaitStored(first);
    store.freeze();
    Instant before = Instant.now();
    first.asks().asks().asks();
    Talk.with(one).asks();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));

    before = Instant.now();
    assertThat(Talk.resuming(other, first.conversation()).conversation())
        .isNotEqualTo(first.conversation());
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    store.thaw();
    await()
        .until(
            () ->
                Talk.resuming(other, first.conversation())
                    .conversation()
                    .equals(first.conversation()));
  }

  @Test
  void servers_with_the_same_seed_give_no_two_conversations_the_same_id()
      throws ExecutionException {
    assertThat(Talk.with(one).conversation()).isNotEqualTo(Talk.with(other).conversation());
  }

  private void awaitStored(Talk talk) {
    await().until(() -> stored(talk).contains(talk.answer()));
  }

  private String stored(Talk talk) {
    return store.value(key(talk)).orElse("");
  }

  private static String key(Talk talk) {
    return "soundcheck:conversation:0::" + talk.conversation();
  }

  private static long closed(JsonNode journal) {
    return journal
        .path("sessions")
        .valueStream()
        .filter(one -> one.at("/session").has("closed"))
        .count();
  }

  private static JsonNode journal(MockVoiceServer server) throws Exception {
    return JsonMapper.shared().readTree(get(server, "/soundcheck/journal?test=both"));
  }

  private static String get(MockVoiceServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpUri() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String minted(MockVoiceServer server) throws Exception {
    HttpRequest mint =
        HttpRequest.newBuilder(URI.create(server.httpUri() + "/v1/realtime/client_secrets"))
            .header("Authorization", "Bearer some-key")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    String body =
        HttpClient.newHttpClient().send(mint, HttpResponse.BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(body).path("value").asString();
  }
}
