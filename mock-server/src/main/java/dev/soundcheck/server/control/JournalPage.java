package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.server.play.ConnectionFinding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of one session of a test, whichever server it was on.
 *
 * @param server tells servers that share a store apart; empty for one that is alone
 * @param session its number there
 * @param page has its number in the test, from 1
 * @param missing lines that were lost on their way, or are not kept any more
 */
record JournalPage(
    String server, int session, SessionPage page, List<Observed> seen, long missing) {
  ObjectNode json() {
    ObjectNode told = page.json().put("session", session);
    return named("session", told.put("dropped", page.counts().dropped() + missing));
  }

  void findingsInto(ArrayNode findings) {
    page.findings().forEach(one -> findings.add(named("finding", found(one))));
  }

  private ObjectNode found(ConnectionFinding finding) {
    return page.json(finding).put("session", session);
  }

  private ObjectNode named(String what, ObjectNode told) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("connection", page.opened().number()).put("server", server);
    return json.set(what, told);
  }
}
