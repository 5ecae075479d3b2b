package dev.soundcheck.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.MockVoiceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README's first screen: the test it shows is this one, word for word, and it passes. */
@Timeout(60)
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));

  @Test
  void the_app_looks_the_weather_up_before_it_answers() {
    try (var server = MockVoiceServer.playing("tools/one-tool-call-with-a-spoken-preamble")) {
      String answer = new WeatherApp(server.uri()).ask("What is the weather in Paris?");

      assertThat(answer).isEqualTo("It is foggy and twelve degrees in Paris.");
      assertThat(server.findings()).isEmpty();
    }
  }

  @Test
  void the_readme_shows_the_test_above() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String shown =
        readme.substring(
            readme.indexOf("@Test\n"), readme.indexOf("\n```\n", readme.indexOf("@Test\n")));
    String source =
        Files.readString(
            ROOT.resolve(
                "conformance/src/test/java/dev/soundcheck/conformance/docs/ReadmeTest.java"));
    assertThat(source.replace("\n  ", "\n")).contains(shown);
  }

  @Test
  void what_it_is_and_how_to_start_fits_the_first_thirty_lines() throws IOException {
    String first = String.join("\n", Files.readAllLines(ROOT.resolve("README.md")).subList(0, 30));
    assertThat(first)
        .contains("./soundcheck serve", "./soundcheck talk", "mvn verify", "Not covered", "@Test");
  }
}
