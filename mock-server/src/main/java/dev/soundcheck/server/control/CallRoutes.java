package dev.soundcheck.server.control;

import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Telephone calls that come in when somebody asks for them. */
final class CallRoutes {
  private final Controls controls;

  CallRoutes(Controls controls) {
    this.controls = controls;
  }

  List<Route> routes() {
    return List.of(Route.post("/soundcheck/calls", visit -> call(visit.request())));
  }

  private ApiReply call(ApiRequest request) throws RefusedException {
    Body body = Body.of(request);
    String scenario = body.neededText("scenario");
    Optional<String> from = body.text("from");
    Optional<String> to = body.text("to");
    Map<String, String> headers = body.texts("headers");
    body.check();
    String call = controls.call(Wishes.orderedFor(request), scenario, from, to, headers);
    return ApiReply.json(202, JsonNodeFactory.instance.objectNode().put("call_id", call));
  }
}
