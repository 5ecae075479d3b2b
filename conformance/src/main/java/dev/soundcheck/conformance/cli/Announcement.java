package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the server is, and the one line that points each common client there (clients.md 1-8).
 *
 * @param url for WebSockets
 * @param http without a path
 * @param authority what clients must trust; empty without TLS
 * @param keyed whether only certain keys are accepted; they are not shown
 */
record Announcement(URI url, URI http, Optional<Path> authority, boolean keyed) {
  private static final String CLIENTS =
      """

      Point a client here; %5$s:
        browser        new WebSocket("%1$s", ["xai-client-secret.%4$s"])
        Node ws        new WebSocket("%1$s", {headers: {Authorization: "Bearer %4$s"}})
        websockets     connect("%1$s", additional_headers={"Authorization": "Bearer %4$s"})
        openai-python  AsyncOpenAI(api_key="%4$s", websocket_base_url="%3$s", base_url="%2$s/v1")
        Pipecat        GrokRealtimeLLMService(api_key="%4$s", base_url="%1$s")
        LiveKit        xai.realtime.RealtimeModel(api_key="%4$s", base_url="%1$s")
        LiteLLM        api_base: %2$s/v1
        this program   ./soundcheck talk --url %1$s%6$s --say "Hello"
      """;

  private static final String TRUST =
      """

      Make clients trust it:
        Python         SSL_CERT_FILE=%1$s
        Node           NODE_EXTRA_CA_CERTS=%1$s
        curl           --cacert %1$s
        this program   --ca %1$s
      """;

  String urls() {
    return "Listening on " + url;
  }

  String text() {
    String versions = url.toString().replaceFirst("/realtime$", "");
    return urls()
        + System.lineSeparator()
        + CLIENTS.formatted(
            url,
            http,
            versions,
            keyed ? "KEY" : "any",
            keyed ? "KEY is one that --key gave" : "any key is accepted",
            keyed ? " --key KEY" : "")
        + authority.map(TRUST::formatted).orElse("")
        + System.lineSeparator()
        + "Open %s/ in a browser to see it, and to talk to it.".formatted(http)
        + System.lineSeparator()
        + "Add ?scenario=NAME to play one scenario; 'soundcheck scenarios' lists them. Ctrl-C stops.";
  }

  String json() {
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("event", "listening").put("url", url.toString()).put("http", http.toString());
    authority.ifPresent(file -> line.put("ca", file.toString()));
    return line.toString();
  }
}
