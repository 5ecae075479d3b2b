package dev.soundcheck.server.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/profiles.md says what the code does; {@code -Dgolden=write} writes it, but not in CI. */
class ProfilesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("soundcheck.root", ".."), "docs", "profiles.md");

  @Test
  void the_page_about_profiles_is_what_they_do() throws IOException {
    String made = ProfilesPage.text();
    if (System.getProperty("golden", "compare").equals("write")) {
      assertThat(System.getenv("CI")).as("golden=write is forbidden with CI set").isNull();
      Files.writeString(PAGE, made);
    }

    assertThat(Files.readString(PAGE))
        .as("profiles.md; run with -Dgolden=write, then look at the difference")
        .isEqualTo(made);
  }

  /** issue 3 point 1: every difference names its source. */
  @Test
  void every_choice_that_differs_names_its_source() {
    assertThat(Choices.all())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.source()).as(one.name()).isNotEmpty());
  }
}
