package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a feature may name: a stranger may have written it (SECURITY.md). */
final class NamedFilesTest {
  @TempDir private Path folder;

  private Path features = Path.of("");

  @BeforeEach
  void lay_sounds_inside_and_outside() throws IOException {
    features = Files.createDirectories(folder.resolve("features"));
    Files.createDirectories(features.resolve("weather"));
    Files.writeString(folder.resolve("outside.wav"), "");
    Files.writeString(features.resolve("shared.wav"), "");
    Files.writeString(features.resolve("weather/beside.wav"), "");
    Files.createSymbolicLink(features.resolve("weather/link.wav"), folder.resolve("outside.wav"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"beside.wav", "../shared.wav", "../weather/beside.wav"})
  void those_in_the_folder_of_the_features(String name) throws IOException {
    says(name);

    assertThat(Repertoire.only(features)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../outside.wav",
        "../../features/../outside.wav",
        "link.wav",
        "/etc/passwd",
        "../../../../../../../../../etc/passwd",
        "..",
        "no\u0000name.wav"
      })
  void no_others_whatever_leads_there(String name) throws IOException {
    says(name);

    assertThatThrownBy(() -> Repertoire.only(features))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("a.feature:3:")
        .hasMessageContaining("which is not there or outside the folder of the features");
  }

  /** An absolute name says where a file is, and is held to the same. */
  @Test
  void absolute_names_inside_will_do() throws IOException {
    says(features.resolve("shared.wav").toString());

    assertThat(Repertoire.only(features)).hasSize(1);
  }

  @Test
  void a_feature_alone_has_what_lies_beside_it() throws IOException {
    Path feature = says("../shared.wav");

    assertThatThrownBy(() -> Programs.of(feature.toString()))
        .hasMessageContaining("outside the folder of the features");
    says("beside.wav");
    assertThat(Programs.of(feature.toString())).isPresent();
  }

  @Test
  void a_feature_that_is_linked_to_has_what_lies_beside_it_there() throws IOException {
    Path feature = says("beside.wav");
    Path others = Files.createDirectories(folder.resolve("others"));
    Files.createSymbolicLink(others.resolve("weather"), feature.getParent());

    assertThat(Repertoire.only(others)).hasSize(1);
  }

  private Path says(String name) throws IOException {
    return Files.writeString(
        features.resolve("weather/a.feature"),
        """
        Feature: Sound
          Scenario: From a file
            When the user says "Hello" from "%s"
        """
            .formatted(name));
  }
}
