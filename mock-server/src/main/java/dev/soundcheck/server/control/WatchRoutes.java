package dev.soundcheck.server.control;

import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happens and happened: sessions, findings, results, traces, and all of it live. */
final class WatchRoutes {
  private final Logbook logbook;
  private final Live live;
  private final SessionTraces traces;

  WatchRoutes(Logbook logbook, Live live, SessionTraces traces) {
    this.logbook = logbook;
    this.live = live;
    this.traces = traces;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/sessions", visit -> sessions(visit.request())),
        Route.get(
            "/soundcheck/sessions/{session}",
            visit -> ApiReply.json(200, Wishes.page(logbook, visit).json())),
        Route.get("/soundcheck/sessions/{session}/trace", this::trace),
        Route.get("/soundcheck/findings", visit -> findings(visit.request())),
        Route.get("/soundcheck/result", visit -> result(visit.request())),
        Route.get("/soundcheck/live", visit -> live(visit.request())));
  }

  private ApiReply sessions(ApiRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode sessions = json.putArray("sessions");
    logbook.pages(Wishes.test(request)).forEach(page -> sessions.add(page.json()));
    return ApiReply.json(200, json);
  }

  private ApiReply findings(ApiRequest request) throws RefusedException {
    Optional<Integer> session = Wishes.session(request);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode findings = json.putArray("findings");
    logbook.pages(Wishes.test(request)).stream()
        .filter(page -> session.map(number -> number == page.opened().number()).orElse(true))
        .forEach(page -> page.findings().forEach(one -> findings.add(page.json(one))));
    return ApiReply.json(200, json);
  }

  private ApiReply result(ApiRequest request) {
    List<SessionPage> pages = logbook.pages(Wishes.test(request));
    return pages.isEmpty()
        ? ApiReply.refusal(404, "not-found", "No scenario has been played yet.")
        : ApiReply.json(200, pages.get(pages.size() - 1).result());
  }

  private ApiReply trace(Route.Visit visit) throws RefusedException {
    SessionPage page = Wishes.page(logbook, visit);
    TraceAudio audio = Wishes.audio(visit.request(), TraceAudio.KEPT);
    return ApiReply.text("application/x-ndjson", TraceText.of(traces.of(page, audio)));
  }

  private ApiReply live(ApiRequest request) throws RefusedException {
    Optional<Integer> session = Wishes.session(request);
    TraceAudio audio = Wishes.audio(request, TraceAudio.HASH);
    return ApiReply.events(live.watch(Wishes.test(request), session, audio));
  }
}
