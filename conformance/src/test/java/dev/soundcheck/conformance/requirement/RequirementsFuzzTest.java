package dev.soundcheck.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whatever a file of requirements is, it is read, or told what is wrong with it. */
final class RequirementsFuzzTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void every_file_of_requirements_is_read_or_refused() throws IOException {
    Fuzz.ofTexts("requirements", Kinds.yaml(), List.of(beginning()))
        .runTexts(RequirementsFuzzTest::read);
  }

  private static boolean read(String text) {
    JsonNode document;
    try {
      document = YAML.readTree(text);
    } catch (JacksonException noYaml) {
      return false;
    }
    try {
      return Requirements.of("fuzz", document).all().size() > 0;
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).startsWith("fuzz: ");
      return false;
    }
  }

  /** The first rows of the newest ones; all of them are half a thousand. */
  private static String beginning() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Requirements.class.getResourceAsStream("2026-09.yaml"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(0, all.indexOf("\n- id:", 3_000));
    }
  }
}
