package dev.soundcheck.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a baseline is, it is read, or told what is wrong with it. */
final class KnownFailingFuzzTest {
  private static final List<String> LISTS =
      List.of(
          "- fails: event-ids-are-unique\n  because: told to them\n- {fails: b, because: c}\n", "");

  @TempDir Path folder;

  @Test
  void every_baseline_is_read_or_refused() {
    Path file = folder.resolve("known.yaml");
    new Fuzz(
            "known-failing",
            Kinds.yaml(),
            LISTS.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList())
        .run(input -> read(file, input));
  }

  @Test
  void work_grows_as_a_baseline_grows() {
    Path file = folder.resolve("known.yaml");
    for (String part : List.of("- {fails: a, because: b}\n", "- ", "[", "&a [*a,")) {
      Growth.isNotQuadratic(
          part,
          4_000,
          length -> part.repeat(length / part.length()).getBytes(StandardCharsets.UTF_8),
          input -> read(file, input));
    }
  }

  private static boolean read(Path file, byte[] input) throws IOException {
    Files.write(file, input);
    try {
      return !KnownFailing.read(file).rows().isEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).startsWith(file + ": ").contains("expected");
      return false;
    }
  }
}
