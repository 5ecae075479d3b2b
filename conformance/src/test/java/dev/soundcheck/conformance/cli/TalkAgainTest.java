package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.server.MockVoiceServer;
import dev.soundcheck.server.ServerOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations on several connections, over real sockets (issue 5 point 4). */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class TalkAgainTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private Profile profile = Profile.LIVE;
  private MockVoiceServer server = MockVoiceServer.start(ServerOptions.builder().build());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void turns_are_repeated_in_sessions_of_their_own() {
    Path trace = folder.resolve("talk.ndjson");
    JsonNode summary = talk("--text", "Hello", "--repeat", "3", "--trace", trace.toString());

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(summary.path("turns").valueStream()).hasSize(3);
    assertThat(conversations(TraceReader.read(trace))).hasSize(3).doesNotHaveDuplicates();
    assertThat(server.connections()).hasSize(3);
  }

  /** live-behaviour.md 2.12, with every profile that greets with a conversation. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void with_resume_each_goes_on_with_the_conversation_of_the_one_before(Profile spoken) {
    server.close();
    profile = spoken;
    server = MockVoiceServer.start(ServerOptions.builder().profile(profile).build());
    Path trace = folder.resolve("talk.ndjson");
    JsonNode summary =
        talk("--text", "Hello", "--repeat", "2", "--resume", "--trace", trace.toString());
    List<String> first = conversations(TraceReader.read(trace));

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(first).hasSize(2);
    assertThat(first.get(1)).isEqualTo(first.get(0));

    Path later = folder.resolve("later.ndjson");
    talk("--text", "And now?", "--resume", first.get(0), "--trace", later.toString());
    assertThat(conversations(TraceReader.read(later))).isEqualTo(first.subList(0, 1));
  }

  /** The turn that had no answer is taken again, in the same conversation. */
  @Test
  void a_conversation_whose_connection_breaks_is_gone_on_with() throws Exception {
    Path file = folder.resolve("talk.ndjson");
    CompletableFuture<JsonNode> talking =
        CompletableFuture.supplyAsync(
            () ->
                talk(
                    "--say",
                    "How is the weather today, and how will it be tomorrow?",
                    "--resume",
                    "--reconnect",
                    "5",
                    "--reconnect-after",
                    "100ms",
                    "--trace",
                    file.toString()));
    server.awaitEvent(EventType.INPUT_AUDIO_BUFFER_APPEND, Duration.ofSeconds(30));
    assertThat(closeTheOnlySession()).isEqualTo(202);
    JsonNode summary = talking.get();
    Trace trace = TraceReader.read(file);

    assertThat(summary.path("status").intValue()).as(summary.toString()).isZero();
    assertThat(summary.path("turns").valueStream()).hasSize(1);
    assertThat(conversations(trace)).hasSize(2);
    assertThat(conversations(trace).get(1)).isEqualTo(conversations(trace).get(0));
    assertThat(trace.seen().stream().filter(Observed.Closed.class::isInstance)).hasSize(2);
  }

  /** A key that was refused is refused again. */
  @Test
  void a_refusal_is_told_at_once() {
    server.close();
    server = MockVoiceServer.start(ServerOptions.builder().keys(List.of("right")).build());
    Ran ran =
        Ran.soundcheck(
            "talk",
            "--url",
            server.uri().toString(),
            "--key",
            "wrong",
            "--text",
            "Hello",
            "--reconnect",
            "100",
            "--reconnect-after",
            "60s");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("refused the key (401)");
  }

  @Test
  void nobody_who_listens_is_tried_again_and_then_told() throws IOException {
    int port;
    try (ServerSocket nobody = new ServerSocket(0)) {
      port = nobody.getLocalPort();
    }
    Ran ran =
        Ran.soundcheck(
            "talk",
            "--url",
            "ws://127.0.0.1:%d/v1/realtime".formatted(port),
            "--text",
            "Hello",
            "--reconnect",
            "3",
            "--reconnect-after",
            "1ms");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("nothing listens there");
    assertThat(ran.out().lines().filter(line -> line.contains("nothing listens there"))).hasSize(3);
  }

  private int closeTheOnlySession() throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest close =
        HttpRequest.newBuilder(server.httpUri().resolve("/soundcheck/sessions/1/close"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"code\":1011,\"reason\":\"away\"}"))
            .build();
    return http.send(close, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static List<String> conversations(Trace trace) {
    Stream<Observed.Message> all = trace.messages(EventType.CONVERSATION_CREATED);
    return all.map(it -> it.json().at("/conversation/id").stringValue()).toList();
  }

  private JsonNode talk(String... more) {
    String[] args =
        Stream.concat(
                Stream.of(
                    "talk",
                    "--json",
                    "--url",
                    server.uri().toString(),
                    "--profile",
                    profile.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Stream.of(more))
            .toArray(String[]::new);
    return JSON.readTree(Ran.soundcheck(args).out());
  }
}
