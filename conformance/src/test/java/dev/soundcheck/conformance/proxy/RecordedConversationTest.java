package dev.soundcheck.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.ServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Conversations with the mock through the proxy (issue 3 point 3). */
@Timeout(60)
final class RecordedConversationTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final List<Observed> atTheServer = new CopyOnWriteArrayList<>();
  private final List<Passed> passed = new CopyOnWriteArrayList<>();
  private MockVoiceServer mock;
  private RecordingProxy proxy;

  @BeforeEach
  void start() {
    ServerListener ears =
        new ServerListener() {
          @Override
          public void observed(Observed observed) {
            atTheServer.add(observed);
          }
        };
    ProxyListener eyes =
        new ProxyListener() {
          @Override
          public void passed(Passed one) {
            passed.add(one);
          }
        };
    mock = MockVoiceServer.start(ServerOptions.builder().build(), ears);
    proxy = RecordingProxy.start(ProxyOptions.of(Upstream.of(mock.uri()), folder), "test", eyes);
  }

  @AfterEach
  void stop() {
    proxy.close();
    mock.close();
  }

  @Test
  void every_event_is_the_same_at_both_ends_and_in_the_trace() {
    Guest guest = new Guest(proxy.uri());
    guest.asks("Good morning");
    await().atMost(SOON).until(() -> hears(guest, "response.done"));

    assertThat(guest.hangsUp()).isEqualTo(1000);
    proxy.close();
    Trace trace = Between.read(Between.files(folder).get(0));
    assertThat(events(trace.seen(), Origin.SERVER))
        .isEqualTo(guest.texts())
        .isEqualTo(events(atTheServer, Origin.SERVER));
    assertThat(events(trace.seen(), Origin.CLIENT))
        .hasSize(2)
        .isEqualTo(events(atTheServer, Origin.CLIENT));
    assertThat(trace.messages(EventType.SESSION_CREATED)).hasSize(1);
    assertThat(passed).allSatisfy(one -> assertThat(one.findings()).isEmpty());
    assertThat(mock.findings()).isEmpty();
  }

  @Test
  void what_breaks_the_contract_is_found_and_passed_on() {
    Guest guest = new Guest(proxy.uri());
    guest.says("{\"type\":\"session.updat\"}").says("no json");
    await()
        .atMost(SOON)
        .until(() -> guest.texts().stream().filter(it -> type(it).equals("error")).count() == 2);

    assertThat(passed).anySatisfy(one -> assertThat(one.findings()).isNotEmpty());
    assertThat(guest.hangsUp()).isEqualTo(1000);
  }

  @Test
  void the_chosen_subprotocol_reaches_the_client() {
    Guest guest = new Guest(proxy.uri(), "realtime", "openai-insecure-api-key.secret-word");

    assertThat(guest.subprotocol()).isEqualTo("realtime");
    guest.hangsUp();
    proxy.close();
    assertThat(Between.files(folder).get(0)).content().doesNotContain("secret-word");
  }

  @Test
  void two_connections_at_once_have_a_trace_each() {
    Guest one = new Guest(proxy.uri());
    Guest two = new Guest(proxy.uri());
    one.asks("This is the first");
    two.asks("This is the second");
    await().atMost(SOON).until(() -> hears(one, "response.done") && hears(two, "response.done"));
    one.hangsUp();
    two.hangsUp();
    proxy.close();

    List<Path> files = Between.files(folder);
    assertThat(files).hasSize(2);
    assertThat(files.get(0)).content().contains("the first").doesNotContain("the second");
    assertThat(files.get(1)).content().contains("the second").doesNotContain("the first");
    assertThat(Between.read(files.get(1)).seen())
        .allSatisfy(seen -> assertThat(seen.connection()).isEqualTo(1));
  }

  private static boolean hears(Guest guest, String type) {
    return guest.texts().stream().anyMatch(text -> type(text).equals(type));
  }

  private static String type(String text) {
    return Json.parse(text).orElseThrow().path("type").asString("");
  }

  private static List<String> events(List<Observed> seen, Origin from) {
    return seen.stream()
        .flatMap(it -> it instanceof Observed.Message said ? Stream.of(said) : Stream.empty())
        .filter(it -> it.from() == from)
        .map(it -> it.json().toString())
        .toList();
  }
}
