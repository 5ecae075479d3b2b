package dev.soundcheck.conformance.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.soundcheck.schemas.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The list of what is in the program's jar, which lies in it (SECURITY.md). It is made by a build
 * that may reach the network; {@code mvn -o} makes none.
 */
final class SbomTest {
  private static final String PLACE = "/META-INF/sbom/soundcheck-conformance.cdx.json";
  private static final Path PAGE =
      Path.of(System.getProperty("soundcheck.root", "..")).resolve("docs/third-party.md");

  /** What our own licence, Apache-2.0, may be handed out beside; some are a choice of two. */
  private static final Set<String> COMPATIBLE =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "CC0-1.0");

  /** Whose POM says it in words of its own; looked at by hand. */
  private static final Set<String> READ = Set.of("concentus");

  private static final String HEAD =
      """
      # What others made

      The program's jar holds these, under their own licences; where there is a choice, ours is the one that goes with Apache-2.0.
      Their notices lie in the jar under `META-INF`, and the same list for programs is `META-INF/sbom/soundcheck-conformance.cdx.json` (CycloneDX).
      A test writes this page from that list and refuses licences that it does not know.

      | artifact | version | licence |
      |---|---|---|
      """;

  private JsonNode sbom = Json.mapper().createObjectNode();

  @BeforeEach
  void read_it() throws IOException {
    try (InputStream in = SbomTest.class.getResourceAsStream(PLACE)) {
      if (in == null) {
        System.err.println("SKIPPED: no " + PLACE + "; build without -o to have one");
        assertThat(Boolean.parseBoolean(System.getenv("CI"))).as("in CI there is one").isFalse();
      }
      assumeThat(in).as("mvn -o makes none").isNotNull();
      sbom = Json.mapper().readTree(in.readAllBytes());
    }
  }

  @Test
  void it_lists_what_the_program_runs_with_and_no_more() {
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> String.valueOf(Path.of(entry).getFileName()))
            .toList();
    for (JsonNode one : others()) {
      assertThat(jars).contains(name(one) + "-" + version(one) + ".jar");
    }
    assertThat(components().map(SbomTest::name))
        .contains("jetty-server", "jackson-databind", "picocli", "gherkin", "soundcheck-schemas")
        .doesNotContain("junit-jupiter", "assertj-core", "archunit", "cucumber-core");
  }

  /** Without it two builds of the same sources would differ. */
  @Test
  void it_says_nothing_of_when_and_where_it_was_made() {
    assertThat(sbom.has("serialNumber")).isFalse();
    assertThat(sbom.at("/metadata/timestamp").asString("2026-11-20T00:00:00Z"))
        .isEqualTo("2026-11-20T00:00:00Z");
    assertThat(sbom.toString()).doesNotContain(System.getProperty("user.home") + "/");
  }

  @Test
  void every_licence_goes_with_ours() {
    for (JsonNode one : others()) {
      List<String> licences = licences(one);

      assertThat(licences.stream().anyMatch(COMPATIBLE::contains) || READ.contains(name(one)))
          .as("%s: %s", name(one), licences)
          .isTrue();
    }
  }

  /** {@code -Dgolden=write} writes it. */
  @Test
  void the_page_of_what_others_made_is_up_to_date() throws IOException {
    String page = HEAD + others().stream().map(SbomTest::row).sorted().collect(joining());
    if ("write".equals(System.getProperty("golden"))) {
      assertThat(System.getenv("CI")).as("golden=write is forbidden with CI set").isNull();
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  private static String row(JsonNode one) {
    return "| %s:%s | %s | %s |\n"
        .formatted(
            one.path("group").asString(),
            name(one),
            version(one),
            READ.contains(name(one)) ? "BSD-3-Clause" : String.join(" or ", licences(one)));
  }

  private static List<String> licences(JsonNode one) {
    return one.path("licenses")
        .valueStream()
        .map(it -> it.at("/license/id").asString(it.at("/license/name").asString("")))
        .toList();
  }

  private Stream<JsonNode> components() {
    return sbom.path("components").valueStream();
  }

  /** Those that are not ours. */
  private List<JsonNode> others() {
    return components()
        .filter(one -> !one.path("group").asString().equals("dev.soundcheck"))
        .toList();
  }

  private static String name(JsonNode one) {
    return one.path("name").asString();
  }

  private static String version(JsonNode one) {
    return one.path("version").asString();
  }
}
