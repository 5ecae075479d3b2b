package dev.soundcheck.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a folder with a report holds, it is read, or told what is wrong with it. */
final class ReportFuzzTest {
  @TempDir Path folder;

  @Test
  void every_report_is_read_or_refused() throws IOException {
    ReportFolder.at(folder).write(Samples.of(List.of(), Samples.fine().checks()));
    Path file = folder.resolve(ReportFiles.JSON);
    new Fuzz("reports", Kinds.json(), List.of(Files.readAllBytes(file)))
        .oneIn(4)
        .run(input -> read(file, input));
  }

  private boolean read(Path file, byte[] input) throws IOException {
    Files.write(file, input);
    try {
      return !ReportFolder.read(folder).isEmpty();
    } catch (ReportException refused) {
      assertThat(refused.getMessage()).startsWith(folder.toString());
      return false;
    }
  }
}
