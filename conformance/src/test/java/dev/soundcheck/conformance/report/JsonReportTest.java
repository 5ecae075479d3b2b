package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** report.json, written and read back. */
final class JsonReportTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @TempDir private Path folder;

  @Test
  void results_are_the_same_when_they_are_read_back() {
    for (Results results : new Results[] {Samples.failing(), Samples.fine()}) {
      ReportFolder.at(folder).write(results);

      assertThat(ReportFolder.read(folder)).containsExactly(results);
    }
  }

  @Test
  void hostile_results_come_back_too() {
    ReportFolder.at(folder).write(Hostile.results());

    Results read = ReportFolder.read(folder).get(0);
    assertThat(read.checks().get(0).offences().get(0).breach().actual())
        .hasSizeGreaterThan(1 << 20);
    assertThat(read.conversations().get(0).trace().seen()).hasSize(3);
  }

  @Test
  void the_page_of_the_format_names_every_member() throws IOException {
    ObjectNode json =
        JsonReport.of(Samples.failing(), ReportFiles.of(Samples.failing().conversations()));
    json.putArray("files");
    Set<String> written = new TreeSet<>();
    collect("", json, written);
    written.removeIf(name -> name.startsWith("summary.counts."));

    String page = Files.readString(Samples.ROOT.resolve("docs/report-json.md"));
    Set<String> documented =
        ROW.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toSet());
    assertThat(documented).containsAll(written).contains("conversations[].output", "targets[]");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() throws IOException {
    ReportFolder.at(folder).write(Samples.failing());
    ObjectNode json = read();
    json.put("judged", "nobody").remove("revision");
    ((ObjectNode) json.at("/checks/3")).put("status", "green");
    ((ObjectNode) json.at("/checks/20/offences/0/where")).put("at_ms", "soon");
    write(json);

    assertThatThrownBy(() -> ReportFolder.read(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageContainingAll(
            "report.json: judged: expected one of client, server, found \"nobody\"",
            "report.json: revision: expected a text, found nothing",
            "checks[3].status: expected one of pass, fail, not-testable",
            "checks[20].offences[0].where.at_ms: expected milliseconds, found \"soon\"");
  }

  @Test
  void a_report_does_not_lead_out_of_its_folder() throws IOException {
    ReportFolder.at(folder).write(Samples.failing());
    for (String place : new String[] {"../secret.ndjson", "/etc/passwd", "traces/../../x", ""}) {
      ObjectNode json = read();
      ((ObjectNode) json.at("/conversations/0")).put("trace", place);
      write(json);

      assertThatThrownBy(() -> ReportFolder.read(folder))
          .hasMessageContaining("conversations[0].trace: expected a file inside the folder");
    }
  }

  @Test
  void a_trace_that_is_not_there_or_is_none_is_named() throws IOException {
    ReportFolder.at(folder).write(Samples.failing());
    Path trace = folder.resolve("traces/servers/a-spoken-question-is-answered.ndjson");
    Files.writeString(trace, "no trace\n");
    Files.delete(folder.resolve("traces/servers/parallel-tool-calls.ndjson"));

    assertThatThrownBy(() -> ReportFolder.read(folder))
        .hasMessageContainingAll(
            "a-spoken-question-is-answered.ndjson:1: expected",
            "parallel-tool-calls.ndjson cannot be read: there is no such file");
  }

  @Test
  void what_is_no_report_is_told_in_words() throws IOException {
    assertThatThrownBy(() -> ReportFolder.read(folder))
        .hasMessageContaining("expected a folder with a report.json, as --report writes it");
    Files.writeString(folder.resolve("report.json"), "{\"soundcheck_report\":9}");
    assertThatThrownBy(() -> ReportFolder.read(folder))
        .hasMessageContaining("expected a report with \"soundcheck_report\": 1, found 9");
    Files.writeString(folder.resolve("report.json"), "<html>");
    assertThatThrownBy(() -> ReportFolder.read(folder)).hasMessageContaining("expected JSON");
    Files.writeString(folder.resolve("report.json"), "[]");
    assertThatThrownBy(() -> ReportFolder.read(folder)).isInstanceOf(ReportException.class);
  }

  private ObjectNode read() throws IOException {
    return (ObjectNode) Json.parse(Files.readString(folder.resolve("report.json"))).orElseThrow();
  }

  private void write(JsonNode json) throws IOException {
    Files.writeString(folder.resolve("report.json"), json.toString());
  }

  private static void collect(String path, JsonNode json, Set<String> names) {
    if (json.isArray()) {
      names.add(path + "[]");
      json.forEach(element -> collect(path + "[]", element, names));
    } else if (json.isObject()) {
      json.properties()
          .forEach(
              member ->
                  collect(
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue(),
                      names));
    } else {
      names.add(path);
    }
  }
}
