package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceText;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened in a test, on all servers that share a store; any of them can be asked. One that
 * shares none tells what it remembers itself.
 */
final class JournalRoutes {
  private final Controls controls;
  private final Logbook logbook;
  private final String version;

  JournalRoutes(Controls controls, Logbook logbook, String version) {
    this.controls = controls;
    this.logbook = logbook;
    this.version = version;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/soundcheck/journal", visit -> journal(visit.request())),
        Route.get("/soundcheck/journal/trace", visit -> trace(visit.request())));
  }

  private ApiReply journal(ApiRequest request) throws RefusedException {
    String test = Wishes.neededTest(request);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("test", test);
    ArrayNode sessions = json.putArray("sessions");
    ArrayNode findings = json.putArray("findings");
    for (JournalPage page : pages(test)) {
      sessions.add(page.json());
      page.findingsInto(findings);
    }
    return ApiReply.json(200, json);
  }

  /** One trace of all sessions; the profile is the first one's. */
  private ApiReply trace(ApiRequest request) throws RefusedException {
    String test = Wishes.neededTest(request);
    Collection<JournalPage> pages = pages(test);
    Optional<SessionPage> first = pages.stream().findFirst().map(JournalPage::page);
    if (first.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(404, "not-found", "Nothing is known of a test '%s'.".formatted(test)));
    }
    List<Observed> seen = new ArrayList<>();
    pages.forEach(page -> seen.addAll(page.seen()));
    Profile profile = first.get().opened().profile();
    TraceHeader header =
        TraceHeader.of(first.get().at(), "mock", profile, version).with(TraceAudio.HASH);
    return ApiReply.text("application/x-ndjson", TraceText.of(new Trace(header, seen, List.of())));
  }

  private Collection<JournalPage> pages(String test) {
    return controls
        .journal(test)
        .map(lines -> JournalBook.read(test, lines))
        .orElseGet(() -> own(test));
  }

  private Collection<JournalPage> own(String test) {
    return logbook.pages(Optional.of(test)).stream()
        .map(
            page -> {
              int session = page.opened().number();
              return new JournalPage("", session, page, logbook.seen(session), 0);
            })
        .toList();
  }
}
