package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a server or a proxy was given in confidence, or was shown by a client, is in nothing
 * that it prints, writes or answers (SECURITY.md).
 */
@Timeout(120)
final class ServerSecretsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final BodyPublisher NOTHING = BodyPublishers.noBody();

  @TempDir private Path folder;

  private final Harvest harvest = new Harvest();
  private final String key = harvest.plant("key");
  private final String wrong = harvest.plant("wrong");
  private final String control = harvest.plant("control");
  private final String webhook = harvest.plant("webhook");
  private final String query = harvest.plant("query");
  private final String tool = harvest.plant("mcp");
  private final List<String> all = List.of(key, wrong, control, webhook, query, tool);
  private final Map<String, String> environment =
      Map.of("THE_KEY", key, "THE_CONTROL", control, "THE_WEBHOOK", webhook);

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Thread program = new Thread();

  @AfterEach
  void stop() throws InterruptedException {
    program.interrupt();
    program.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--seed=1"})
  void a_server(String how) throws Exception {
    URI url = serve(how);
    StringBuilder answers = new StringBuilder(refusals(url));
    talk(url, http.newWebSocketBuilder().header("Authorization", "Bearer " + key));
    talk(url, http.newWebSocketBuilder().header("api-key", key));
    talk(url, http.newWebSocketBuilder().subprotocols("openai-insecure-api-key." + key));
    await().atMost(SOON).until(() -> out.toString().contains("closed"));
    for (String path :
        List.of("sessions", "sessions/1", "sessions/1/trace", "findings", "result", "metrics")) {
      answers.append(get(url, "/soundcheck/" + path, control));
      answers.append(get(url, "/soundcheck/" + path, wrong));
    }

    assertThat(answers).contains("\"[redacted]\"", "soundcheck_trace");
    Harvest.isFreeOf("answers", answers.toString(), all);
    Harvest.isFreeOf("standard output", out.toString(), all);
    Harvest.isFreeOf("standard error", err.toString(), all);
  }

  @Test
  void a_proxy() throws Exception {
    URI upstream = serve("--quiet");
    StringWriter printed = new StringWriter();
    Thread proxy =
        new Thread(
            () ->
                Soundcheck.run(
                    new PrintWriter(printed),
                    new PrintWriter(err),
                    Map.of(),
                    "record",
                    "--port",
                    "0",
                    "--upstream",
                    "ws://me:%s@%s%s?api_key=%s"
                        .formatted(query, upstream.getAuthority(), upstream.getPath(), query),
                    "--out",
                    folder.toString()));
    proxy.start();
    try {
      URI url = listening(printed);
      String answers = refusals(url);
      talk(url, http.newWebSocketBuilder().header("Authorization", "Bearer " + key));
      await().atMost(SOON).until(() -> printed.toString().contains("closed"));

      Harvest.isFreeOf("answers", answers, all);
      Harvest.isFreeOf("standard output", printed.toString(), all);
      Harvest.isFreeOf("standard error", err.toString(), all);
    } finally {
      proxy.interrupt();
      proxy.join();
    }
    Harvest.isFreeOf(folder, all);
  }

  private URI serve(String how) {
    String[] args = {
      "serve",
      "--port",
      "0",
      "--key",
      "env:THE_KEY",
      "--control-key",
      "env:THE_CONTROL",
      "--webhook",
      "http://me:%s@127.0.0.1:1/?token=%s".formatted(query, query),
      "--webhook-secret",
      "env:THE_WEBHOOK",
      "--call",
      "calls/a-caller-is-greeted-and-asks-something",
      how
    };
    program =
        new Thread(
            () -> Soundcheck.run(new PrintWriter(out), new PrintWriter(err), environment, args));
    program.start();
    return listening(out);
  }

  /** The first address that is printed. */
  private static URI listening(StringWriter printed) {
    await().atMost(SOON).until(() -> printed.toString().contains("\n"));
    String line = printed.toString().lines().findFirst().orElseThrow();
    String url =
        line.startsWith("{")
            ? Json.mapper().readTree(line).path("url").asString()
            : line.replace("Listening on ", "");
    return URI.create(url);
  }

  /** Answers to those who show what opens nothing, wherever it can be shown. */
  private String refusals(URI url) throws Exception {
    return get(url, "/v1/realtime?api_key=" + query + "&key=" + wrong, wrong)
        + get(url, "/v1/tts/voices/x", wrong)
        + get(url, "//nothing?key=" + wrong, wrong)
        + send(url, "/v1/realtime/client_secrets", wrong, HttpRequest.newBuilder().POST(NOTHING))
        + Dialled.refused(asking(url), http.newWebSocketBuilder().header("Authorization", wrong))
        + Dialled.refused(
            asking(url),
            http.newWebSocketBuilder().subprotocols("realtime", "xai-client-secret." + wrong));
  }

  /** A client that has a tool with a password, and makes mistakes with it. */
  private void talk(URI url, WebSocket.Builder builder) throws Exception {
    try (Dialled app = Dialled.to(asking(url), builder)) {
      app.says(
          """
          {"type":"session.update","session":{"tools":[{"type":"mcp","server_label":"d",
           "server_url":"https://me:%1$s@m/?token=%1$s","authorization":"%2$s","headers":{"X-Own":"%2$s"}}]}}
          """
              .formatted(query, tool));
      app.hears("session.updated");
      app.says("{\"type\":\"session.update\",\"authorization\":\"%s\"".formatted(tool));
      app.hears("error");
      app.says(
          "{\"type\":\"session.update\",\"session\":{\"tools\":[{\"type\":\"mcp\",\"authorization\":[\"%s\"]}]}}"
              .formatted(tool));
      app.hears("error");
    }
  }

  private URI asking(URI url) {
    return url.getPath().equals("/") ? url : URI.create(url + "?token=" + query);
  }

  private String get(URI base, String path, String shown) throws Exception {
    return send(base, path, shown, HttpRequest.newBuilder().GET());
  }

  private String send(URI base, String path, String shown, HttpRequest.Builder request)
      throws Exception {
    URI there =
        URI.create(
            base.toString().replaceFirst("^ws", "http").replaceFirst("/(v1.*)?$", "") + path);
    return http.send(
            request.uri(there).header("Authorization", "Bearer " + shown).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
