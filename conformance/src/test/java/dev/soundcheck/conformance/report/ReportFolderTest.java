package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.rule.Status;
import dev.soundcheck.conformance.suite.Held;
import dev.soundcheck.conformance.suite.Results;
import dev.soundcheck.schemas.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a report. */
final class ReportFolderTest {
  @TempDir private Path folder;

  @Test
  void all_forms_lie_in_it() throws IOException {
    Results results =
        Samples.of(List.of(printed("clients/a-turn"), printed("clients/A Turn")), List.of());
    Path page = ReportFolder.at(folder).write(results);

    assertThat(page).isEqualTo(folder.resolve("index.html"));
    assertThat(files())
        .containsExactly(
            "badge.svg",
            "index.html",
            "junit.xml",
            "messages.ndjson",
            "output/clients/A-Turn-2.txt",
            "output/clients/a-turn.txt",
            "report.json",
            "traces/clients/A-Turn-2.ndjson",
            "traces/clients/a-turn.ndjson");
    assertThat(folder.resolve("output/clients/a-turn.txt")).hasContent("it said this");
  }

  @Test
  void it_is_written_again_over_an_earlier_one_of_which_nothing_stays() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    ReportFolder.at(folder).write(Samples.of(List.of(printed("other/a-turn")), List.of()));
    ReportFolder.at(folder).write(Samples.failing());
    assertThat(folder.resolve("traces/other")).doesNotExist();
    assertThat(folder.resolve("output")).doesNotExist();
    Files.writeString(folder.resolve("traces/servers/mine.txt"), "mine too");
    ReportFolder.at(folder).write(Samples.of(List.of(printed("clients/a-turn")), List.of()));

    assertThat(files())
        .containsExactly(
            "badge.svg",
            "index.html",
            "junit.xml",
            "messages.ndjson",
            "notes.txt",
            "output/clients/a-turn.txt",
            "report.json",
            "traces/clients/a-turn.ndjson",
            "traces/servers/mine.txt");
    assertThat(folder.resolve("traces/servers/mine.txt")).hasContent("mine too");
  }

  @Test
  void what_is_no_report_is_not_written_over() throws IOException {
    Files.writeString(folder.resolve("index.html"), "somebody's page");

    assertThatThrownBy(() -> ReportFolder.at(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining(
            "expected an empty folder or an earlier report, found index.html, which is no report's; name another");
    assertThat(folder.resolve("index.html")).hasContent("somebody's page");
  }

  @Test
  void a_file_is_no_folder_and_nothing_can_lie_below_it() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "x");

    assertThatThrownBy(() -> ReportFolder.at(file))
        .hasMessageEndingWith("expected a folder for the report, found a file; name another");
    assertThatThrownBy(() -> ReportFolder.at(file.resolve("below")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("the report cannot be written there");
  }

  @Test
  void a_report_that_names_files_elsewhere_takes_none_of_them_away() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "x");
    Path own = folder.resolve("report");
    Files.createDirectories(own);
    Files.writeString(
        own.resolve("report.json"),
        "{\"soundcheck_report\":1,\"files\":[\"../other.txt\",\"" + other + "\"]}");
    ReportFolder.at(own).write(Samples.of(List.of(), List.of()));

    assertThat(other).exists();
  }

  @Test
  void targets_side_by_side_have_a_folder_each_and_are_read_back_together() throws IOException {
    List<Results> both = List.of(Samples.failing(), Samples.fine());
    ReportFolder.at(folder).writeSideBySide(both);

    assertThat(files())
        .contains(
            "index.html",
            "report.json",
            "targets/1-wss-voice-example-com-v1-realtime-model/index.html",
            "targets/2-ws-127-0-0-1-8765-v1-realtime/junit.xml");
    assertThat(ReportFolder.read(folder)).isEqualTo(both);
    Path mine = folder.resolve("targets/2-ws-127-0-0-1-8765-v1-realtime/traces/mine.txt");
    Files.writeString(mine, "mine");
    ReportFolder.at(folder).writeSideBySide(both);
    assertThat(ReportFolder.read(folder)).as("written again").isEqualTo(both);
    assertThat(mine).exists();
    ReportFolder.at(folder).writeSideBySide(List.of(Samples.fine()));
    assertThat(ReportFolder.read(folder)).containsExactly(Samples.fine());
    assertThat(files()).noneMatch(file -> file.contains("wss-voice-example-com"));
  }

  private static Held printed(String name) {
    Trace nothing = Samples.fine().conversations().get(0).trace();
    return new Held(
        name, Status.PASS, "", Duration.ofMillis(5), nothing, List.of(), "it said this");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
