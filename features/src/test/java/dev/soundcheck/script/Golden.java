package dev.soundcheck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made of something else; {@code -Dgolden=write} writes them, but not in CI. */
final class Golden {
  private Golden() {}

  static void compare(Path file, String made) throws IOException {
    String mode = System.getProperty("golden", "compare");
    assertThat(mode).as("golden").isIn("compare", "write");
    if (mode.equals("write")) {
      assertThat(System.getenv("CI")).as("golden=write is forbidden with CI set").isNull();
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file))
        .as(file.getFileName() + "; run with -Dgolden=write, then look at the difference")
        .isEqualTo(made);
  }
}
