package dev.soundcheck.server.control;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Repertoire;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is played: scenarios, features, and what is in line. */
final class PlayRoutes {
  private final Controls controls;

  PlayRoutes(Controls controls) {
    this.controls = controls;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/scenarios", visit -> scenarios(visit.request())),
        Route.get("/soundcheck/queue", visit -> queued(visit.request())),
        Route.post("/soundcheck/queue", visit -> queue(visit.request())),
        Route.delete("/soundcheck/queue", visit -> clear(visit.request())),
        Route.put("/soundcheck/features", visit -> load(visit.request())),
        Route.post("/soundcheck/features/check", visit -> checked(visit.request())));
  }

  private ApiReply scenarios(ApiRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    controls.folder().ifPresent(folder -> json.put("folder", folder));
    ArrayNode scenarios = json.putArray("scenarios");
    controls
        .repertoire(Wishes.orderedFor(request))
        .programs()
        .forEach(one -> scenarios.addObject().put("name", one.name()).put("title", one.title()));
    return ApiReply.json(200, json);
  }

  private ApiReply queue(ApiRequest request) throws RefusedException {
    Body body = Body.of(request);
    Optional<String> scenario = body.text("scenario");
    Optional<String> feature = body.text("feature");
    body.oneOf("scenario", "feature");
    body.check();
    String test = Wishes.orderedFor(request);
    Program program =
        scenario.isPresent()
            ? named(body, test, scenario.get())
            : written(body, feature.orElse(""));
    controls.queue(test, program);
    return queued(request);
  }

  private Program named(Body body, String test, String name) throws RefusedException {
    Repertoire repertoire = controls.repertoire(test);
    Optional<Program> program = repertoire.named(name);
    if (program.isEmpty()) {
      throw body.wrong(
          "scenario",
          "the name of a scenario",
          "'%s' (%s)".formatted(name, repertoire.noneNamed(name)));
    }
    return program.get();
  }

  private Program written(Body body, String feature) throws RefusedException {
    if (!feature.strip().contains("\n")) {
      throw body.wrong("feature", "the text of a feature, which has several lines", feature);
    }
    try {
      return controls.compile(feature);
    } catch (ScriptException wrong) {
      throw body.wrong("feature", "one scenario", String.join("; ", wrong.mistakes()));
    }
  }

  private ApiReply queued(ApiRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode queued = json.putArray("queued");
    controls.queued(Wishes.orderedFor(request)).forEach(queued::add);
    return ApiReply.json(200, json);
  }

  private ApiReply clear(ApiRequest request) {
    controls.clearQueue(Wishes.orderedFor(request));
    return queued(request);
  }

  /** What was played before goes on being played when there is a mistake. */
  private ApiReply load(ApiRequest request) throws RefusedException {
    Body body = Body.of(request);
    try {
      Repertoire compiled = compiled(body);
      controls.load(Wishes.orderedFor(request), compiled);
      return ApiReply.json(
          200, JsonNodeFactory.instance.objectNode().put("scenarios", compiled.programs().size()));
    } catch (ScriptException | ServerException wrong) {
      ObjectNode reply = mistakes(wrong);
      reply
          .put("code", "invalid-features")
          .put("error", "Nothing was changed. " + wrong.getMessage());
      reply.putArray("fields").add(body.whole().has("folder") ? "folder" : "files");
      return ApiReply.json(400, reply);
    }
  }

  private ApiReply checked(ApiRequest request) throws RefusedException {
    Body body = Body.of(request);
    try {
      int scenarios = compiled(body).programs().size();
      ObjectNode reply = JsonNodeFactory.instance.objectNode();
      reply.put("valid", true).put("scenarios", scenarios).putArray("mistakes");
      return ApiReply.json(200, reply);
    } catch (ScriptException | ServerException wrong) {
      return ApiReply.json(200, mistakes(wrong).put("valid", false));
    }
  }

  private Repertoire compiled(Body body) throws RefusedException {
    Optional<String> folder = body.text("folder");
    Map<String, String> files = body.texts("files");
    body.oneOf("folder", "files");
    body.check();
    return controls.compile(folder, files);
  }

  private static ObjectNode mistakes(RuntimeException wrong) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode mistakes = reply.putArray("mistakes");
    if (wrong instanceof ScriptException script) {
      script.mistakes().forEach(mistakes::add);
    } else {
      mistakes.add(String.valueOf(wrong.getMessage()));
    }
    return reply;
  }
}
