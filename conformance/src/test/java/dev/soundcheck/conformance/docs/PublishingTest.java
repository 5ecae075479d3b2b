package dev.soundcheck.conformance.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What others import or start names artifacts, versions and classes that there are. */
final class PublishingTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Path CATALOG = ROOT.resolve("docs/jbang/jbang-catalog.json");
  private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
  private static final Pattern OURS = Pattern.compile("<artifactId>(soundcheck-[a-z-]+)</artifact");
  private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");

  private static String pom(String folder) throws IOException {
    return Files.readString(ROOT.resolve(folder).resolve("pom.xml"));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  /** The root's, which all have. */
  private static String version() throws IOException {
    return all(VERSION, pom("")).findFirst().orElseThrow();
  }

  /** The artifact of a module: the first that its POM names beside its parent. */
  private static String artifact(String folder) {
    try {
      return all(OURS, pom(folder)).findFirst().orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> published() throws IOException {
    return all(MODULE, pom(""))
        .filter(folder -> !folder.startsWith("docs") && !folder.equals(".build/bom"))
        .map(PublishingTest::artifact)
        .collect(toSet());
  }

  private static JsonNode alias(String name) throws IOException {
    JsonNode alias = Json.mapper().readTree(Files.readString(CATALOG)).at("/aliases/" + name);
    assertThat(alias.propertyNames())
        .as("what JBang reads")
        .isSubsetOf("script-ref", "description", "main", "java", "dependencies", "java-options");
    return alias;
  }

  @Test
  void the_bom_has_every_artifact_in_the_version_of_the_project() throws IOException {
    String bom = pom(".build/bom");

    assertThat(all(OURS, bom).filter(name -> !name.equals("soundcheck-bom")).collect(toSet()))
        .isEqualTo(published());
    assertThat(all(VERSION, bom).findFirst()).contains(version());
    assertThat(bom).doesNotContain("<parent>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/templates/jvm/pom.xml", "docs/examples/pom.xml", "docs/install.md"})
  void who_imports_it_names_the_version_of_the_project(String file) throws IOException {
    assertThat(Files.readString(ROOT.resolve(file))).contains(">" + version() + "<");
  }

  @Test
  void the_alias_of_jbang_names_what_is_published_and_a_class_that_starts() throws Exception {
    JsonNode alias = alias("soundcheck");
    String[] place = alias.path("script-ref").asString().split(":");

    assertThat(place).hasSize(3);
    assertThat(published()).contains(place[1]);
    assertThat(place[2]).isEqualTo(version());
    assertThat(Class.forName(alias.path("main").asString()).getMethod("main", String[].class))
        .isNotNull();
    assertThat(pom("")).contains("<slf4j.version>" + slf4j(alias) + "</slf4j.version>");
  }

  private static String slf4j(JsonNode alias) {
    return alias.path("dependencies").path(0).asString().replace("org.slf4j:slf4j-jdk14:", "");
  }

  @Test
  void the_alias_of_a_checkout_names_the_jar_that_the_build_makes() throws IOException {
    Path jar = CATALOG.resolveSibling(alias("soundcheck-built").path("script-ref").asString());

    assertThat(ROOT.relativize(jar.normalize())).hasToString("conformance/target/soundcheck.jar");
    assertThat(pom("conformance")).contains("${project.build.directory}/soundcheck.jar");
  }
}
