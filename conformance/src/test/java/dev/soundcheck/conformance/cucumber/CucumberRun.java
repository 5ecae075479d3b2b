package dev.soundcheck.conformance.cucumber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One scenario, run by Cucumber itself and read from its report.
 *
 * @param scenario as the report has it
 */
public record CucumberRun(JsonNode scenario) {
  /**
   * Runs the scenario as the only one of {@code app.feature} in that folder, from its third line
   * on.
   */
  public static CucumberRun of(Path folder, String scenario, String... glue) throws IOException {
    Path feature = folder.resolve("app.feature");
    Path report = folder.resolve("report.json");
    Files.writeString(feature, "Feature: App\n\n" + scenario.indent(2));
    List<String> arguments =
        Stream.concat(
                Stream.of(glue).flatMap(place -> Stream.of("--glue", place)),
                Stream.of("--plugin", "json:" + report, "--no-summary", feature.toString()))
            .toList();
    byte status = Main.run(arguments.toArray(String[]::new));
    JsonNode ran = Json.mapper().readTree(report.toFile()).path(0).path("elements").path(0);
    CucumberRun run = new CucumberRun(ran);
    boolean red = run.statuses().anyMatch(List.of("failed", "undefined", "pending")::contains);
    assertThat(status).isEqualTo((byte) (red ? 1 : 0));
    return run;
  }

  /** What became of the hooks before, the steps and the hooks after. */
  public Stream<String> statuses() {
    return Stream.of("before", "steps", "after")
        .flatMap(part -> scenario.path(part).valueStream())
        .map(step -> step.path("result").path("status").asString());
  }

  /** What is wrong with this step, counted from 0. */
  public String failureOfStep(int step) {
    return failureOf(scenario.path("steps").path(step));
  }

  /** What is wrong with the first hook before or after. */
  public String failureOfHook(String when) {
    return failureOf(scenario.path(when).path(0));
  }

  private static String failureOf(JsonNode step) {
    return step.path("result").path("error_message").asString("");
  }

  /** What the hook after has attached, as text. */
  public String attached() {
    String data = scenario.path("after").path(0).path("embeddings").path(0).path("data").asString();
    return new String(Base64.getDecoder().decode(data), UTF_8);
  }
}
