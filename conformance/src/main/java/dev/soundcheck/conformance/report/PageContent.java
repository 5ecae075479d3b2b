package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the page shows, as JSON for its script. */
final class PageContent {
  private static final int LONGEST = 4_000;
  private static final int MOST_OFFENCES = 40;

  private final PageRoom room = new PageRoom();

  private PageContent() {}

  /** Of each target what came of it, and the folder where its files lie, seen from the page. */
  static ObjectNode of(List<Results> targets, List<String> folders) {
    PageContent content = new PageContent();
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode outcomes = json.putArray("outcomes");
    Arrays.stream(Outcome.values())
        .forEach(
            one ->
                outcomes
                    .addObject()
                    .put("id", one.id())
                    .put("words", one.words())
                    .put("red", one.red()));
    ArrayNode all = json.putArray("targets");
    for (int i = 0; i < targets.size(); i++) {
      all.add(content.target(targets.get(i), folders.get(i)));
    }
    return json;
  }

  private ObjectNode target(Results results, String folder) {
    Standing standing = Standing.of(results);
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("target", line(results.target()))
        .put("judged", results.judged().name().toLowerCase(Locale.ROOT))
        .put("profile", results.profile().id())
        .put("revision", line(results.revision()))
        .put("tool", line(results.tool()))
        .put("began", Times.day(results.began()))
        .put("took", Times.length(results.took()))
        .put("strict", results.strict())
        .put("words", standing.words())
        .put("red", standing.red())
        .put("met", standing.met())
        .put("of", standing.applicable())
        .put("folder", folder);
    ArrayNode checks = json.putArray("checks");
    results.checks().forEach(check -> checks.add(check(check, results)));
    return json.set("conversations", conversations(results));
  }

  private static ObjectNode check(Check check, Results results) {
    Requirement requirement = check.requirement();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("id", line(requirement.id()))
        .put("section", line(requirement.section()))
        .put("level", requirement.level().id())
        .put("words", line(requirement.words()))
        .put("outcome", Outcome.of(check, results.strict()).id())
        .put("why", Plain.lines(check.why(), LONGEST));
    ArrayNode sources = json.putArray("sources");
    requirement.sources().forEach(source -> sources.add(line(source)));
    ArrayNode testedIn = json.putArray("testedIn");
    check.testedIn().forEach(name -> testedIn.add(line(name)));
    ArrayNode offences = json.putArray("offences");
    check.offences().stream()
        .limit(MOST_OFFENCES)
        .forEach(offence -> offences.add(offence(offence)));
    return json.put("more", Math.max(0, check.offences().size() - MOST_OFFENCES));
  }

  private static ObjectNode offence(Offence offence) {
    Where where = offence.breach().where();
    return Json.mapper()
        .createObjectNode()
        .put("conversation", line(offence.conversation()))
        .put("expected", Plain.lines(offence.breach().expected(), LONGEST))
        .put("actual", Plain.lines(offence.breach().actual(), LONGEST))
        .put("line", where.line())
        .put("t", where.at().toMillis())
        .put("from", where.from().name().toLowerCase(Locale.ROOT))
        .put("event", line(where.event()));
  }

  /** In their order; those with findings get their room first. */
  private ArrayNode conversations(Results results) {
    Map<String, Set<Integer>> marks = marks(results);
    ReportFiles files = ReportFiles.of(results.conversations());
    Map<String, ObjectNode> made = new HashMap<>();
    for (boolean withFindings : new boolean[] {true, false}) {
      for (Held held : results.conversations()) {
        if (marks.containsKey(held.name()) == withFindings) {
          Set<Integer> marked = marks.getOrDefault(held.name(), Set.of());
          made.put(
              held.name(), PageConversation.of(held, marked, room).put("trace", files.trace(held)));
        }
      }
    }
    ArrayNode all = Json.mapper().createArrayNode();
    results.conversations().forEach(held -> all.add(made.get(held.name())));
    return all;
  }

  /** The lines of each trace where something is wrong. */
  private static Map<String, Set<Integer>> marks(Results results) {
    return results.checks().stream()
        .flatMap(check -> check.offences().stream())
        .collect(
            Collectors.groupingBy(
                Offence::conversation,
                Collectors.mapping(
                    offence -> offence.breach().where().line(),
                    Collectors.toCollection(TreeSet::new))));
  }

  private static String line(String text) {
    return Plain.line(text, LONGEST);
  }
}
