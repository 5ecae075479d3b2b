package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.conformance.suite.KnownFailing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML is data: no types are made, nothing is expanded, and no depth is too deep (SECURITY.md). */
@Timeout(30)
final class YamlTricksTest {
  /** Ten levels of ten references are ten thousand million words. */
  private static final String BOMB =
      """
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
      d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
        "version: !own 1",
        "version: &one 1\ninteractions: *one",
        "<<: &base {version: 1}\nversion: 1",
        BOMB
      })
  void tags_anchors_and_aliases_are_refused(String text) {
    assertThatThrownBy(() -> PlainYaml.read("a.yaml", text))
        .isInstanceOf(ImportException.class)
        .hasMessageMatching(
            "a\\.yaml:\\d+: expected plain YAML, found a tag, an anchor or an alias.*");
  }

  @Test
  void depth_is_limited() {
    assertThatThrownBy(() -> PlainYaml.read("a.yaml", "[".repeat(100_000)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("expected YAML");
    assertThatThrownBy(() -> PlainYaml.read("a.yaml", "{a: ".repeat(2_000) + "}".repeat(2_000)))
        .isInstanceOf(ImportException.class);
  }

  /** What is known to fail is read by another way. */
  @ParameterizedTest
  @ValueSource(strings = {BOMB, "- !!java.net.URL [http://127.0.0.1/]", "- &a [*a]"})
  void what_is_known_to_fail_is_data_too(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("known.yaml"), text);

    assertThatThrownBy(() -> KnownFailing.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("known.yaml");
  }

  /** A HAR is JSON, and XML is nothing that is read: entities are letters. */
  @Test
  void xml_is_not_read() throws IOException {
    Path file = folder.resolve("a.har");
    Path secret = Files.writeString(folder.resolve("secret"), "of-somebody-else");
    String xml =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><a>&x;</a>"
            .formatted(secret.toUri());
    Files.writeString(file, xml, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Import.read(file, "test"))
        .isInstanceOf(ImportException.class)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("of-somebody-else"));
  }
}
