package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real bash, which the launcher needs anyway, completes what the script of {@code soundcheck
 * completion} tells it.
 */
final class CompletionTest {
  private static final Ran COMPLETION = Ran.soundcheck("completion");

  @TempDir private Path folder;

  @Test
  void it_is_written_for_all_commands() {
    assertThat(COMPLETION.status()).isZero();
    assertThat(COMPLETION.out()).startsWith("#!").contains("serve", "--scenario", "verify");
  }

  @ParameterizedTest
  @CsvSource({
    "soundcheck se, 1, serve",
    "soundcheck serve --ti, 2, --time",
    "soundcheck test cl, 2, client",
    "soundcheck talk --transp, 2, --transport",
    "soundcheck talk --transport b, 3, binary",
    "soundcheck serve --profile op, 3, openai-ga",
    "soundcheck serve --pace f, 3, fast",
    "soundcheck serve --fault st, 3, stall",
    "soundcheck serve --scenario tools/par, 3, tools/parallel-tool-calls",
    "soundcheck talk --format pcm, 3, pcmu",
    "soundcheck replay --policy ex, 3, exact",
    "soundcheck schemas show response.d, 3, response.done",
  })
  void bash_completes(String typed, int word, String completed) throws Exception {
    Path script = Files.writeString(folder.resolve("completion"), COMPLETION.out());

    assertThat(bash(script, typed, word)).contains(completed);
  }

  private static String bash(Path script, String typed, int word)
      throws IOException, InterruptedException {
    String asks =
        """
        source %s
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        COMP_LINE="%2$s"
        $(complete -p soundcheck | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(script, typed, word);
    Process bash = new ProcessBuilder("bash", "-c", asks).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return said;
  }
}
