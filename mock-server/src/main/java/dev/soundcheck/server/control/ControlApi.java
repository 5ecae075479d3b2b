package dev.soundcheck.server.control;

import dev.soundcheck.server.Judge;
import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;
import dev.soundcheck.server.ServerListener;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control API of one server; its document is served with it. Safe for use by many threads.
 *
 * <p>It sees what {@link #listeners} are told, and does what {@link #routes} are asked.
 */
public final class ControlApi {
  private final Controls controls;
  private final Gate gate;
  private final String version;
  private final Logbook logbook;
  private final Live live = new Live();
  private final Meters meters = new Meters();
  private final Optional<Judge> judge;

  /**
   * An API that nobody is told of yet.
   *
   * @param key what whoever uses it has to show; empty lets in this machine alone
   * @param version of this server
   * @param limits how much is remembered
   * @param judge who says what rules a session breaks; empty where nobody here knows
   */
  public ControlApi(
      Controls controls,
      Optional<String> key,
      String version,
      Limits limits,
      Optional<Judge> judge) {
    this.controls = controls;
    this.gate = Gate.of(key);
    this.version = version;
    this.judge = judge;
    this.logbook = new Logbook(controls::now, limits.most(Limit.ENDED), limits.most(Limit.TRACE));
  }

  /** What has to be told of everything, in this order. */
  public List<ServerListener> listeners() {
    return List.of(logbook, live, meters);
  }

  /** What can be asked for, behind the gate. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/soundcheck/health", visit -> health()));
    routes.add(
        Route.get(
            "/soundcheck/openapi.json",
            visit -> ApiReply.text("application/json", OpenApi.document())));
    routes.add(
        Route.get(
            "/soundcheck/metrics", visit -> ApiReply.text(Meters.contentType(), meters.text())));
    SessionTraces traces = new SessionTraces(logbook, version);
    routes.addAll(new WatchRoutes(logbook, live, traces).routes());
    routes.addAll(new JudgeRoutes(logbook, traces, judge).routes());
    routes.addAll(new EventRoutes().routes());
    routes.addAll(new JournalRoutes(controls, logbook, version).routes());
    routes.addAll(new SessionRoutes(controls, logbook).routes());
    routes.addAll(new PlayRoutes(controls).routes());
    routes.addAll(new CallRoutes(controls).routes());
    routes.addAll(new StateRoutes(controls, logbook).routes());
    return routes.stream().map(gate::guarded).toList();
  }

  /** The files of a page that uses this API, for whoever may use it; its key the page asks for. */
  public List<Route> pages(List<Route> files) {
    return files.stream().map(gate::forPages).toList();
  }

  private ApiReply health() {
    ObjectNode health = JsonNodeFactory.instance.objectNode();
    health.put("status", "ok").put("version", version);
    long open =
        logbook.pages(Optional.empty()).stream().filter(page -> page.closed().isEmpty()).count();
    return ApiReply.json(200, health.put("open_sessions", open));
  }
}
