package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Unmet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as JSON (docs/report-json.md); traces and output lie beside it. */
public final class JsonReport {
  /** The member that says what it is, and in which version of the format. */
  static final String VERSION = "soundcheck_report";

  /** The only version so far. */
  static final int FORMAT = 1;

  private final Results results;
  private final ReportFiles files;

  private JsonReport(Results results, ReportFiles files) {
    this.results = results;
    this.files = files;
  }

  /** Results alone, when nothing lies beside them. */
  public static ObjectNode of(Results results) {
    return of(results, ReportFiles.NONE);
  }

  /**
   * Results, and where things of each conversation lie.
   *
   * @param files what lies beside
   */
  static ObjectNode of(Results results, ReportFiles files) {
    return new JsonReport(results, files).json();
  }

  private ObjectNode json() {
    ObjectNode json = Json.mapper().createObjectNode().put(VERSION, FORMAT);
    json.put("target", results.target())
        .put("judged", lower(results.judged()))
        .put("profile", results.profile().id())
        .put("revision", results.revision())
        .put("tool", results.tool())
        .put("began", results.began().toString())
        .put("took_ms", millis(results.took()))
        .put("strict", results.strict());
    json.set("summary", summary());
    ArrayNode conversations = json.putArray("conversations");
    results.conversations().forEach(held -> conversations.add(conversation(held)));
    ArrayNode checks = json.putArray("checks");
    results.checks().forEach(check -> checks.add(check(check)));
    return json;
  }

  private ObjectNode summary() {
    Standing standing = Standing.of(results);
    ObjectNode summary = Json.mapper().createObjectNode();
    summary
        .put("red", standing.red())
        .put("met", standing.met())
        .put("of", standing.applicable())
        .put("words", standing.words());
    ObjectNode counts = summary.putObject("counts");
    standing.counts().forEach((outcome, count) -> counts.put(outcome.id(), count));
    return summary;
  }

  private ObjectNode conversation(Held held) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", held.name())
        .put("status", held.status().id())
        .put("why", held.why())
        .put("took_ms", millis(held.took()));
    files.of(held).ifPresent(names -> beside(held, names, json));
    ArrayNode unmet = json.putArray("unmet");
    held.unmet().forEach(line -> unmet.add(unmet(line)));
    return json;
  }

  private static void beside(Held held, ReportFiles.Names names, ObjectNode json) {
    json.put("trace", names.trace());
    if (!held.output().isEmpty()) {
      json.put("output", names.output());
    }
  }

  private static ObjectNode unmet(Unmet line) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("where", line.where())
        .put("line", line.line())
        .put("expected", line.expected())
        .put("found", line.found());
    return json.set("around", texts(line.around()));
  }

  private ObjectNode check(Check check) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("requirement", requirement(check.requirement()));
    json.put("status", check.status().id())
        .put("outcome", Outcome.of(check, results.strict()).id())
        .put("why", check.why());
    ArrayNode offences = json.putArray("offences");
    check.offences().forEach(offence -> offences.add(offence(offence)));
    json.set("tested_in", texts(check.testedIn()));
    return json;
  }

  private static ObjectNode requirement(Requirement requirement) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("id", requirement.id())
        .put("section", requirement.section())
        .put("level", requirement.level().id())
        .put("binds", lower(requirement.binds()))
        .put("by", lower(requirement.by()))
        .put("words", requirement.words());
    json.set("sources", texts(requirement.sources()));
    json.set(
        "profiles",
        texts(requirement.profiles().stream().sorted().map(profile -> profile.id()).toList()));
    return json.set("in", texts(requirement.in()));
  }

  private static ObjectNode offence(Offence offence) {
    Where where = offence.breach().where();
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("conversation", offence.conversation())
        .put("expected", offence.breach().expected())
        .put("actual", offence.breach().actual());
    json.putObject("where")
        .put("line", where.line())
        .put("at_ms", millis(where.at()))
        .put("connection", where.connection())
        .put("from", lower(where.from()))
        .put("event", where.event());
    return json;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = Json.mapper().createArrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Exact, to the nanosecond. */
  private static BigDecimal millis(Duration time) {
    BigDecimal millis = BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros();
    return millis.scale() < 0 ? millis.setScale(0) : millis;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
