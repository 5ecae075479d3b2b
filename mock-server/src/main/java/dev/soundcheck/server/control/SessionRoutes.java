package dev.soundcheck.server.control;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Fault;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Orders to a session that runs. */
final class SessionRoutes {
  private static final int LEAST_CODE = 1000;
  private static final int MOST_CODE = 4999;

  private final Controls controls;
  private final Logbook logbook;

  SessionRoutes(Controls controls, Logbook logbook) {
    this.controls = controls;
    this.logbook = logbook;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/soundcheck/sessions/{session}/events", this::send),
        Route.post("/soundcheck/sessions/{session}/faults", this::misbehave),
        Route.post("/soundcheck/sessions/{session}/close", this::close));
  }

  /**
   * Written as for {@code --fault}; they are certain here, whatever share of connections is named.
   */
  private ApiReply misbehave(Route.Visit visit) throws RefusedException {
    Body body = Body.of(visit.request());
    String written = body.neededText("faults");
    body.check();
    List<Fault> faults = read(body, written);
    Optional<Fault> tooLate = faults.stream().filter(Fault::opening).findFirst();
    if (tooLate.isPresent()) {
      throw body.wrong(
          "faults",
          "faults that a session can begin to have while it runs",
          "'%s', which is there from the beginning or not at all".formatted(tooLate.get()));
    }
    ApiReply reply = perform(visit, new Act.Misbehave(faults.get(0).certain()));
    for (Fault more : faults.subList(1, faults.size())) {
      reply = perform(visit, new Act.Misbehave(more.certain()));
    }
    return reply;
  }

  private static List<Fault> read(Body body, String written) throws RefusedException {
    try {
      return Fault.parse(written);
    } catch (ScriptException wrong) {
      throw body.wrong(
          "faults", "faults as --fault takes them", String.join("; ", wrong.mistakes()));
    }
  }

  /** The body is the event, as written; {@code event_id} and the like are filled in. */
  private ApiReply send(Route.Visit visit) throws RefusedException {
    Body body = Body.of(visit.request());
    String type = body.neededText("type");
    if (!type.isEmpty()) {
      ObjectNode members = body.whole().deepCopy();
      members.remove("type");
      return perform(visit, new Act.Send(type, members));
    }
    body.check();
    throw new IllegalStateException("a missing type is a mistake");
  }

  private ApiReply close(Route.Visit visit) throws RefusedException {
    Body body = Body.of(visit.request());
    int code = (int) body.number("code", LEAST_CODE, MOST_CODE);
    String reason = body.text("reason").orElse("");
    body.check();
    return perform(visit, new Act.Close(code, reason));
  }

  private ApiReply perform(Route.Visit visit, Act act) throws RefusedException {
    SessionPage page = Wishes.page(logbook, visit);
    int session = page.opened().number();
    if (!controls.perform(session, act)) {
      throw new RefusedException(
          ApiReply.refusal(
              409,
              "session-over",
              "Session %d has ended, or plays a recording, and takes no orders."
                  .formatted(session)));
    }
    return ApiReply.json(202, JsonNodeFactory.instance.objectNode().put("session", session));
  }
}
