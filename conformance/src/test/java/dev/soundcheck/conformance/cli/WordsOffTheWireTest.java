package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceWriter;
import dev.soundcheck.server.MockVoiceServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Words that others choose move no cursor, colour nothing and begin no lines (SECURITY.md). */
@Timeout(120)
final class WordsOffTheWireTest {
  /** Clears the screen, sets its title, goes up, turns the direction and begins a line anew. */
  private static final String NASTY =
      "evil\u001b[2J\u001b]0;owned\u0007\u001b[3A\u009b2J\u202Elive\u2066\b\r\nfine: all is well\u0000";

  private static final String CONTROL =
      "(?s).*[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u202A-\u202E\u2066-\u2069].*";

  @TempDir private Path folder;

  @Test
  void those_of_a_server() {
    try (MockVoiceServer server =
        MockVoiceServer.playing(
            """
            Feature: Nasty
              Scenario: Words
                When the user types anything
                Then the server sends "error" with
                  \"""json
                  {"error": {"type": %1$s, "code": %1$s, "message": %1$s, "param": null, "event_id": null}}
                  \"""
                And the assistant calls "get_weather" with
                  \"""json
                  {"city": %1$s}
                  \"""
                And the connection closes with 1008 "\u001b[2J\u202E"
            """
                .formatted(Json.mapper().writeValueAsString(NASTY)))) {
      String url = server.uri().toString();

      isPlain(Ran.soundcheck("talk", "--url", url, "--text", "Hello", "--verbose"));
      isPlain(Ran.soundcheck("talk", "--url", url, "--scenario", NASTY, "--text", "Hello"));
      isPlain(Ran.soundcheck("talk", "--url", url, "--text", "Hello", "--json"));
      isPlain(Ran.soundcheck("load", "--url", url, "--mode", "text", "--duration", "1s"));
    }
  }

  @Test
  void those_of_a_client() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Thread server =
        new Thread(
            () ->
                Soundcheck.run(
                    new PrintWriter(out), new PrintWriter(err), Map.of(), "serve", "--port", "0"));
    server.start();
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("\n"));
      String url = out.toString().lines().findFirst().orElseThrow().replace("Listening on ", "");
      URI nasty = URI.create(url + "?model=%1B%5B2J%0D%0Afine&test=%00%1B%5B2J");
      try (Dialled app = Dialled.to(nasty, HttpClient.newHttpClient().newWebSocketBuilder())) {
        app.says(NASTY.replace("\r\n", ""));
        app.hears("error");
        app.says(event().put("type", NASTY).toString());
        app.hears("error");
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("closed"));
    } finally {
      server.interrupt();
      server.join();
    }
    isPlain(new Ran(0, out.toString(), err.toString()));
  }

  @Test
  void those_of_a_recording() throws IOException {
    String one = trace("one", NASTY);
    String other = trace("other", NASTY + "!");

    isPlain(Ran.soundcheck("verify", one));
    isPlain(Ran.soundcheck("diff", one, other));
    isPlain(Ran.soundcheck("replay", one, "--as", "client", "--url", "ws://127.0.0.1:1/"));
    isPlain(Ran.soundcheck("verify", broken("{\"soundcheck_trace\": \"%s\"}".formatted(NASTY))));
    isPlain(Ran.soundcheck("import", broken(NASTY), "--out", folder.resolve("x").toString()));
  }

  @Test
  void those_of_a_feature() throws IOException {
    Path features = Files.createDirectory(folder.resolve("features"));
    Files.writeString(
        features.resolve("a.feature"),
        "Feature: A\n  Scenario: T %1$s\n    * the user says anything\n"
            .formatted(NASTY.replace("\r\n", "")));
    isPlain(Ran.soundcheck("scenarios", "--features", features.toString()));
    Files.writeString(features.resolve("a.feature"), "Feature: A\n  Scenario: B\n    * " + NASTY);
    isPlain(Ran.soundcheck("scenarios", "--features", features.toString()));
  }

  private static void isPlain(Ran ran) {
    String all = ran.out() + ran.err();

    assertThat(all).isNotBlank().doesNotMatch(CONTROL);
    assertThat(all.lines()).noneMatch(line -> line.startsWith("fine: all is well"));
  }

  private String broken(String text) throws IOException {
    return Files.writeString(folder.resolve("broken.ndjson"), text).toString();
  }

  private String trace(String name, String words) {
    Path file = folder.resolve(name + ".ndjson");
    TraceHeader header = TraceHeader.of(Instant.EPOCH, words, Profile.LIVE, words);
    ObjectNode event = event().put("type", words).put(words, words);
    try (TraceWriter trace = TraceWriter.create(file, header)) {
      trace.write(new Observed.Message(Duration.ZERO, 1, Origin.SERVER, words, event));
      trace.write(new Observed.Malformed(Duration.ZERO, 1, Origin.CLIENT, words, words));
      trace.write(new Observed.Closed(Duration.ZERO, 1, Origin.SERVER, 1000, words));
    }
    return file.toString();
  }

  private static ObjectNode event() {
    return Json.mapper().createObjectNode();
  }
}
