package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soundcheck report}. */
final class ReportTest {
  private static final String CHECK =
      """
      {"requirement":{"id":"%1$s","section":"session","level":"must","binds":"server","by":"rule","words":"Words.",
        "sources":["decisions.md Orders"],"profiles":["live"],"in":[]},
       "status":"%2$s","why":"","offences":[],"tested_in":[]}""";

  @TempDir private Path folder;
  private Path monday;
  private Path tuesday;

  @BeforeEach
  void write() throws IOException {
    monday = report("monday", "pass");
    tuesday = report("tuesday", "fail");
  }

  @Test
  void several_results_become_one_page() {
    Path out = folder.resolve("out");
    Ran ran =
        Ran.soundcheck("report", monday.toString(), tuesday.toString(), "--out", out.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isEqualTo(Soundcheck.FOUND);
    assertThat(ran.out())
        .contains(
            "The one requirement is met.", "fails     session/an-id (must)", out + "/index.html");
    assertThat(out.resolve("index.html")).exists();
    assertThat(Ran.soundcheck("report", out.toString()).out())
        .contains("server ws://monday", "server ws://tuesday");
  }

  @Test
  void results_that_are_fine_end_with_0() {
    assertThat(Ran.soundcheck("report", monday.toString()).status()).isEqualTo(Soundcheck.FINE);
  }

  @Test
  void what_cannot_be_read_or_written_is_wrong_use() throws IOException {
    Ran none = Ran.soundcheck("report", folder.resolve("none").toString());
    assertThat(none.status()).isEqualTo(Soundcheck.WRONG_USE);
    assertThat(none.err()).contains("none: expected a folder with a report.json");

    Ran file =
        Ran.soundcheck(
            "report",
            monday.toString(),
            "--out",
            Files.writeString(folder.resolve("file"), "").toString());
    assertThat(file.status()).isEqualTo(Soundcheck.WRONG_USE);
    assertThat(file.err()).contains("file: expected a folder for the report, found a file");
  }

  private Path report(String name, String status) throws IOException {
    Path report = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        report.resolve("report.json"),
        """
        {"soundcheck_report":1,"target":"ws://%s","judged":"server","profile":"live","revision":"2026-09","tool":"x",
         "began":"2026-11-20T15:27:55Z","took_ms":10,"strict":false,"conversations":[],"checks":[%s]}
        """
            .formatted(name, CHECK.formatted("an-id", status)));
    return report;
  }
}
