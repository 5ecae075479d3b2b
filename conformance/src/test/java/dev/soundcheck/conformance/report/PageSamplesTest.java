package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the reports that conformance/report/run opens in a browser. */
final class PageSamplesTest {
  private static final Path FOLDER = Path.of("target", "report-samples");

  @Test
  void samples_are_written_for_the_browser() {
    assertThat(ReportFolder.at(FOLDER.resolve("failing")).write(Samples.failing())).exists();
    assertThat(ReportFolder.at(FOLDER.resolve("fine")).write(Samples.fine())).exists();
    assertThat(ReportFolder.at(FOLDER.resolve("hostile")).write(Hostile.results())).exists();
  }
}
