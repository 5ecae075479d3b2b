package dev.soundcheck.server.control;

import dev.soundcheck.server.Judge;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody who knows the rules says of sessions, and how two of them differ. */
final class JudgeRoutes {
  private final Logbook logbook;
  private final SessionTraces traces;
  private final Optional<Judge> judge;

  JudgeRoutes(Logbook logbook, SessionTraces traces, Optional<Judge> judge) {
    this.logbook = logbook;
    this.traces = traces;
    this.judge = judge;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/sessions/{session}/offences", this::offences),
        Route.get("/soundcheck/diff", this::difference));
  }

  private ApiReply offences(Route.Visit visit) throws RefusedException {
    SessionPage page = Wishes.page(logbook, visit);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("session", page.opened().number());
    ArrayNode offences = json.putArray("offences");
    judge().offences(traces.alone(page)).forEach(one -> offences.add(json(one)));
    return ApiReply.json(200, json);
  }

  private static ObjectNode json(Judge.Offence offence) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("level", offence.level()).put("rule", offence.rule()).put("line", offence.line());
    json.put("at_ms", offence.at().toMillis());
    json.put("from", offence.from().name().toLowerCase(Locale.ROOT));
    json.put("event", offence.event()).put("message", offence.text());
    offence.sources().forEach(json.putArray("sources")::add);
    return json;
  }

  private ApiReply difference(Route.Visit visit) throws RefusedException {
    int first = Wishes.neededSession(visit.request(), "left");
    int second = Wishes.neededSession(visit.request(), "right");
    SessionPage left = Wishes.page(logbook, first);
    SessionPage right = Wishes.page(logbook, second);
    return ApiReply.text(
        "application/json", judge().difference(traces.alone(left), traces.alone(right)));
  }

  private Judge judge() throws RefusedException {
    return judge.orElseThrow(
        () ->
            new RefusedException(
                ApiReply.refusal(
                    501,
                    "no-judge",
                    "This server knows no rules. 'soundcheck serve' does; in a program, give one with judge(…).")));
  }
}
