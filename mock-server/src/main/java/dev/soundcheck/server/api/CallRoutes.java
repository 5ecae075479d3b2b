package dev.soundcheck.server.api;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Control of calls over HTTP: {@code refer} and {@code hangup} (live-behaviour.md §7.3). */
final class CallRoutes {
  private static final String CALL = "/v1/realtime/calls/{id}";
  private static final Pattern TARGET =
      Pattern.compile("(?i)tel:\\+?[0-9*#().-]{2,}|sips?:[^\\s@]+(@[^\\s@]+)?");

  private final CallDesk desk;
  private final Keyring keyring;

  CallRoutes(CallDesk desk, Keyring keyring) {
    this.desk = desk;
    this.keyring = keyring;
  }

  List<Route> routes() {
    return List.of(
        Route.post(CALL + "/refer", this::refer), Route.post(CALL + "/hangup", this::hangUp));
  }

  private ApiReply refer(Route.Visit visit) throws RefusedException {
    ApiKeys.demanded(visit.request(), keyring);
    Optional<String> target = target(visit.request().body());
    if (target.isEmpty()) {
      return failed(
          400,
          "expected {\"target_uri\": \"tel:+15550123\"} or a sip: address, got "
              + (visit.request().body().isBlank() ? "nothing" : visit.request().body()));
    }
    Optional<Call> call = desk.find(visit.variable("id"));
    return call.map(it -> reply(it.transfer(target.get()), visit.variable("id")))
        .orElseGet(() -> nobody(visit.variable("id")));
  }

  private static Optional<String> target(String body) {
    return Json.parse(body)
        .map(json -> json.path("target_uri"))
        .flatMap(JsonNode::stringValueOpt)
        .filter(uri -> TARGET.matcher(uri).matches());
  }

  private static ApiReply reply(Transfer transfer, String id) {
    return switch (transfer.outcome()) {
      case ACCEPTED -> ApiReply.json(200, JsonNodeFactory.instance.objectNode());
      case NOBODY_THERE -> nobody(id);
      case REJECTED -> failed(502, "transfer rejected by downstream: " + transfer.why());
      case FAILED -> failed(500, "transfer failed");
      case TIMED_OUT -> failed(504, "transfer timed out");
    };
  }

  private ApiReply hangUp(Route.Visit visit) throws RefusedException {
    ApiKeys.demanded(visit.request(), keyring);
    Optional<Call> call = desk.find(visit.variable("id"));
    if (call.isEmpty()) {
      return nobody(visit.variable("id"));
    }
    call.get().hangUp();
    return ApiReply.json(200, JsonNodeFactory.instance.objectNode());
  }

  private static ApiReply nobody(String id) {
    return failed(404, "no SIP participant in call '%s'".formatted(id));
  }

  private static ApiReply failed(int status, String error) {
    return ApiReply.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
  }
}
