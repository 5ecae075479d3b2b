package dev.soundcheck.server.control;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Time and new beginnings. */
final class StateRoutes {
  /** Ten years: more than anything lasts. */
  private static final long MOST_MILLIS = Duration.ofDays(3650).toMillis();

  private final Controls controls;
  private final Logbook logbook;

  StateRoutes(Controls controls, Logbook logbook) {
    this.controls = controls;
    this.logbook = logbook;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/time", visit -> time(visit.request())),
        Route.post("/soundcheck/time", visit -> advance(visit.request())),
        Route.post("/soundcheck/reset", visit -> reset(visit.request())));
  }

  private ApiReply time(ApiRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", controls.virtual() ? "virtual" : "real");
    json.put("now", controls.now(Wishes.orderedFor(request)).toString());
    return ApiReply.json(200, json);
  }

  private ApiReply advance(ApiRequest request) throws RefusedException {
    Body body = Body.of(request);
    long millis = body.number("advance_ms", 0, MOST_MILLIS);
    body.check();
    if (!controls.virtual()) {
      return ApiReply.refusal(
          409,
          "real-time",
          "This server lives in real time. Start it with --time virtual to move time.");
    }
    controls.advance(Wishes.orderedFor(request), Duration.ofMillis(millis));
    return time(request);
  }

  private ApiReply reset(ApiRequest request) throws RefusedException {
    Body.of(request).check();
    String test = Wishes.orderedFor(request);
    List<Integer> open =
        logbook.pages(Optional.of(test)).stream()
            .filter(page -> page.closed().isEmpty())
            .map(page -> page.opened().number())
            .toList();
    controls.reset(test, open);
    logbook.forgetAll(test);
    return ApiReply.json(200, JsonNodeFactory.instance.objectNode().put("test", test));
  }
}
