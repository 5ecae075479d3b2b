package dev.soundcheck.conformance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.soundcheck.conformance.verify.Import;
import dev.soundcheck.conformance.verify.Tolerances;
import dev.soundcheck.conformance.verify.Verifier;
import dev.soundcheck.schemas.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mock against the sessions captured from the live service (../shared/live-sessions). */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FidelityTest {
  static List<Path> captures() throws IOException {
    Path folder =
        Path.of(System.getProperty("soundcheck.shared", "absent")).resolve("live-sessions");
    if (!Files.isDirectory(folder)) {
      String message =
          "SKIPPED: ../shared/live-sessions is not there, so the mock was held against no capture";
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new AssertionError(message + ", which CI does not allow");
      }
      System.out.println(message);
      abort(message);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  static Fidelity of(Path capture) {
    return Fidelity.of(Import.read(capture, "test"), Tolerances.builtIn());
  }

  static String differences(Fidelity fidelity) {
    return fidelity.comparison().different().stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** decisions.md, "What the captures can and cannot prove". */
  @ParameterizedTest
  @MethodSource("captures")
  void the_mock_says_all_that_the_live_service_said(Path capture) {
    Fidelity fidelity = of(capture);

    assertThat(fidelity.comparison().different()).as(differences(fidelity)).isEmpty();
    assertThat(fidelity.comparison().compared()).isGreaterThan(10);
    assertThat(fidelity.findings()).isEmpty();
  }

  /** The profile is told from the capture itself. */
  @ParameterizedTest
  @MethodSource("captures")
  void a_capture_keeps_the_contract_of_its_profile(Path capture) {
    Trace trace = Import.read(capture, "test");

    assertThat(trace.messages()).isNotEmpty();
    assertThat(Verifier.verify(trace, trace.header().profile())).isEmpty();
  }

  @Test
  void the_score_of_all_captures_is_full() throws IOException {
    int equal = 0;
    int compared = 0;
    for (Path capture : captures()) {
      Fidelity fidelity = of(capture);
      equal += fidelity.comparison().equal();
      compared += fidelity.comparison().compared();
      System.out.printf("fidelity: %s: %s%n", capture.getFileName(), fidelity.comparison().score());
    }
    System.out.printf("fidelity: all captures: %d of %d frames equal%n", equal, compared);

    assertThat(equal).isEqualTo(compared).isPositive();
  }
}
