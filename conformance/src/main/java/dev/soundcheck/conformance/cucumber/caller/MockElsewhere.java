package dev.soundcheck.conformance.cucumber.caller;

import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Excerpt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mock of ours that runs elsewhere and lets us use its control API: it is told the lines of the
 * scenario, in a test of its own beside those of others, so it can play whatever it started with.
 */
final class MockElsewhere implements Venue {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Map<URI, Boolean> KNOWN = new ConcurrentHashMap<>();
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final Target target;
  private final URI control;
  private final String test = "suite-" + UUID.randomUUID();

  private MockElsewhere(Target target, URI control) {
    this.target = target;
    this.control = control;
  }

  /** The mock that is there, if one is and lets us; each address is asked once. */
  static Optional<MockElsewhere> at(Target target) {
    URI url = target.url();
    String scheme = "wss".equals(url.getScheme()) ? "https" : "http";
    URI control = URI.create("%s://%s/soundcheck/".formatted(scheme, url.getRawAuthority()));
    return KNOWN.computeIfAbsent(control, MockElsewhere::answers)
        ? Optional.of(new MockElsewhere(target, control))
        : Optional.empty();
  }

  private static boolean answers(URI control) {
    return send(request(control.resolve("health")).GET())
        .filter(answer -> answer.statusCode() == 200)
        .flatMap(answer -> Json.parse(answer.body()))
        .filter(health -> health.has("open_sessions"))
        .isPresent();
  }

  @Override
  public boolean obeys() {
    return true;
  }

  @Override
  public Target stage(Excerpt.Part part) {
    String name = taught(part) ? part.program().name() : part.name();
    Target there = new Target(asTest(target.url()), target.key(), target.authority());
    return part.program().call().isPresent() ? joining(there, name) : there.playing(name);
  }

  /** Whether it can play the lines now; what lies beside a feature it cannot be sent. */
  private boolean taught(Excerpt.Part part) {
    ObjectNode body = Json.mapper().createObjectNode();
    String topic = part.program().name().replaceFirst("/.*$", "");
    body.putObject("files").put(topic + ".feature", part.text());
    return order("PUT", "features", body).isPresent();
  }

  /** Somebody calls there; what is wrong with that the server says to whoever joins. */
  private Target joining(Target there, String name) {
    String call =
        order("POST", "calls", Json.mapper().createObjectNode().put("scenario", name))
            .map(answer -> answer.path("call_id").asString(""))
            .orElse("");
    return new Target(URI.create(there.url() + "&call_id=" + call), there.key(), there.authority());
  }

  private URI asTest(URI url) {
    String base = url.toString().replaceFirst("#.*$", "");
    return URI.create(base + (url.getRawQuery() == null ? "?" : "&") + "test=" + test);
  }

  private Optional<JsonNode> order(String method, String what, JsonNode body) {
    return send(request(asTest(control.resolve(what)))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString())))
        .filter(answer -> answer.statusCode() / 100 == 2)
        .flatMap(answer -> Json.parse(answer.body()));
  }

  private static HttpRequest.Builder request(URI there) {
    return HttpRequest.newBuilder(there).timeout(PATIENCE);
  }

  private static Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException nobody) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Leaves nothing behind there. */
  @Override
  public void close() {
    var unused = order("POST", "reset", Json.mapper().createObjectNode());
  }
}
