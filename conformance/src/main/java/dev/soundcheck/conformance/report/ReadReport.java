package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.requirement.Level;
import dev.soundcheck.conformance.requirement.Requirement;
import dev.soundcheck.conformance.rule.Breach;
import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.rule.Where;
import dev.soundcheck.conformance.suite.Check;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Offence;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceReader;
import dev.soundcheck.script.Unmet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads a folder that was written as a report; all that is wrong with it is told together. */
final class ReadReport {
  private static final int MOST_PROBLEMS = 20;

  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private ReadReport(Path folder) {
    this.folder = folder;
  }

  /**
   * The results in a folder; several when it was made of several.
   *
   * @throws ReportException naming all that is wrong
   */
  static List<Results> of(Path folder) {
    ReadReport report = new ReadReport(folder);
    Members json = report.members();
    List<Results> results = new ArrayList<>();
    if (report.problems.isEmpty()) {
      results.addAll(json.has("targets") ? report.targets(json) : List.of(report.results(json)));
    }
    if (!report.problems.isEmpty()) {
      throw new ReportException(report.problems.stream().limit(MOST_PROBLEMS).toList());
    }
    return results;
  }

  private Members members() {
    Path file = folder.resolve(ReportFiles.JSON);
    JsonNode json = read(file);
    if (problems.isEmpty() && json.path(JsonReport.VERSION).asInt(0) != JsonReport.FORMAT) {
      problems.add(
          "%s: expected a report with \"%s\": %d, found %s"
              .formatted(
                  file, JsonReport.VERSION, JsonReport.FORMAT, json.path(JsonReport.VERSION)));
    }
    return new Members(json, file + ":", problems);
  }

  private JsonNode read(Path file) {
    try {
      JsonNode json = Json.parse(Files.readString(file)).orElse(null);
      if (json != null) {
        return json;
      }
      problems.add(file + ": expected JSON, found something else");
    } catch (NoSuchFileException none) {
      problems.add(
          "%s: expected a folder with a %s, as --report writes it, found none"
              .formatted(folder, ReportFiles.JSON));
    } catch (IOException unreadable) {
      problems.add("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
    return Json.mapper().createObjectNode();
  }

  private List<Results> targets(Members json) {
    List<Results> results = new ArrayList<>();
    for (String target : json.texts("targets")) {
      if (ReportFiles.staysInside(target)) {
        results.addAll(of(folder.resolve(target)));
      } else {
        json.wrong("targets", "folders inside this one", target);
      }
    }
    return results;
  }

  private Results results(Members json) {
    return new Results(
        json.text("target"),
        json.one("judged", Origin.values(), ReadReport::lower),
        json.one("profile", Profile.values(), Profile::id),
        json.text("revision"),
        json.text("tool"),
        json.instant("began"),
        json.millis("took_ms"),
        json.flag("strict"),
        json.objects("conversations").stream().map(this::held).toList(),
        json.objects("checks").stream().map(ReadReport::check).toList());
  }

  private Held held(Members json) {
    return new Held(
        json.text("name"),
        json.one("status", Status.values(), Status::id),
        json.text("why"),
        json.millis("took_ms"),
        json.has("trace") ? trace(json) : nothing(),
        json.objects("unmet").stream()
            .map(
                line ->
                    new Unmet(
                        line.text("where"),
                        line.text("line"),
                        line.text("expected"),
                        line.text("found"),
                        line.texts("around")))
            .toList(),
        json.has("output") ? output(json) : "");
  }

  private Trace trace(Members json) {
    String name = json.text("trace");
    if (!ReportFiles.staysInside(name)) {
      return json.wrong("trace", "a file inside the folder", nothing());
    }
    try {
      return TraceReader.read(folder.resolve(name));
    } catch (TraceException wrong) {
      problems.addAll(wrong.problems());
    } catch (UncheckedIOException unreadable) {
      problems.add(unreadable.getMessage());
    }
    return nothing();
  }

  private static Trace nothing() {
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "", Profile.LIVE, "");
    return new Trace(header, List.of(), List.of());
  }

  private String output(Members json) {
    String name = json.text("output");
    if (!ReportFiles.staysInside(name)) {
      return json.wrong("output", "a file inside the folder", "");
    }
    try {
      return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return json.wrong("output", "a file that can be read", "");
    }
  }

  private static Check check(Members json) {
    return new Check(
        requirement(json.object("requirement")),
        json.one("status", Status.values(), Status::id),
        json.text("why"),
        json.objects("offences").stream().map(ReadReport::offence).toList(),
        json.texts("tested_in"));
  }

  private static Requirement requirement(Members json) {
    Set<String> profiles = Set.copyOf(json.texts("profiles"));
    return new Requirement(
        json.text("id"),
        json.text("section"),
        json.one("level", Level.values(), Level::id),
        json.one("binds", Origin.values(), ReadReport::lower),
        List.of(Profile.values()).stream()
            .filter(profile -> profiles.contains(profile.id()))
            .collect(Collectors.toSet()),
        json.texts("sources"),
        json.text("words"),
        json.one("by", Requirement.By.values(), ReadReport::lower),
        json.texts("in"));
  }

  private static Offence offence(Members json) {
    Members where = json.object("where");
    return new Offence(
        json.text("conversation"),
        new Breach(
            json.text("expected"),
            json.text("actual"),
            new Where(
                where.number("line"),
                where.millis("at_ms"),
                where.number("connection"),
                where.one("from", Origin.values(), ReadReport::lower),
                where.text("event"))));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
