package dev.soundcheck.server.control;

import dev.soundcheck.schemas.EventField;
import dev.soundcheck.schemas.EventGuide;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.script.FaultKind;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be said on a connection and what can go wrong, explained. */
final class EventRoutes {
  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/events", visit -> events(visit.request())),
        Route.get("/soundcheck/events/{type}", EventRoutes::event),
        Route.get("/soundcheck/faults", visit -> faults()));
  }

  private static ApiReply events(ApiRequest request) throws RefusedException {
    Profile profile = profile(request);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode events = json.putArray("events");
    Arrays.stream(EventType.values())
        .filter(profile::has)
        .forEach(type -> events.addObject().put("type", type.wire()).put("from", from(type)));
    return ApiReply.json(200, json);
  }

  private static ApiReply event(Route.Visit visit) throws RefusedException {
    Profile profile = profile(visit.request());
    String name = visit.variable("type");
    Optional<EventType> type = EventType.named(name).filter(profile::has);
    if (type.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(
              404,
              "not-found",
              "The profile %s has no event of this name. GET /soundcheck/events lists them."
                  .formatted(profile.id())));
    }
    return ApiReply.json(200, json(EventGuide.of(profile, type.get())));
  }

  private static ObjectNode json(EventGuide guide) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", guide.type().wire()).put("from", from(guide.type()));
    json.put("description", guide.description());
    ArrayNode fields = json.putArray("fields");
    guide.fields().forEach(field -> fields.add(json(field)));
    json.set("minimal", guide.minimal());
    json.set("usual", guide.usual());
    return json;
  }

  private static ObjectNode json(EventField field) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", field.path())
        .put("type", field.type())
        .put("required", field.required())
        .put("allowed", field.allowed())
        .put("when", field.when())
        .put("source", field.source());
  }

  private static ApiReply faults() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode faults = json.putArray("faults");
    for (FaultKind kind : FaultKind.values()) {
      faults
          .addObject()
          .put("usage", kind.usage())
          .put("meaning", kind.meaning().replace("`", ""))
          .put("usual", kind.defaults());
    }
    return ApiReply.json(200, json);
  }

  private static Profile profile(ApiRequest request) throws RefusedException {
    Optional<String> wish = request.parameter("profile");
    Optional<Profile> profile =
        wish.isEmpty() ? Optional.of(Profile.LIVE) : Profile.named(wish.get());
    if (profile.isEmpty()) {
      List<String> ids = Arrays.stream(Profile.values()).map(Profile::id).toList();
      throw Wishes.wrong(
          "profile",
          "one of %s, perhaps '%s'".formatted(ids, Nearest.of(wish.get(), ids)),
          wish.get());
    }
    return profile.get();
  }

  private static String from(EventType type) {
    Origin origin = type.origin();
    return origin.name().toLowerCase(Locale.ROOT);
  }
}
