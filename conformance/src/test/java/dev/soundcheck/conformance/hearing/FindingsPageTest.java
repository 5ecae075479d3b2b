package dev.soundcheck.conformance.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/audio-findings.md is made of the table of flaws; {@code -Dgolden=write} writes it. */
class FindingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "audio-findings.md");

  private static final String HEAD =
      """
      # What is heard in traces

      <!-- Made of the table by a test; change `FlawKind`, then run FindingsPageTest with -Dgolden=write. -->

      `soundcheck verify` listens to the sound of both sides of a trace, on every connection.
      What the contract forbids is broken (exit status 1).
      What it allows and a person hears is a warning, which counts with `--strict`.
      Each remark says where in which sound it is: of the server in the sound of an item, of the client in all that it sent on the connection in one format (`input`).

      | finding | what | level | from where on | source |
      |---|---|---|---|---|
      """;

  private static final String TAIL =
      """

      `--snippets DIR` writes the sound around each of them, 200 ms before and after, as `<trace>.<line>.<finding>.wav`, with a picture: the waveform, below it the spectrogram up to half the rate, a mark for every 100 ms and every kHz, and a red line where the finding is.

      ## Figures

      After the remarks come figures of each answer, which are no judgement; with `--json` they are `answers`.
      They are those of a player that begins 100 ms after the first sound came, plays without pause while it has something to play, and falls silent at `speech_started` and `response.cancel`.

      | column | member | what |
      |---|---|---|
      | at | `at_ms` | its first sound came, since open |
      | request | `first_audio_after_request_ms` | from the last commit, `response.create` or `speech_stopped` to its first sound |
      | speech | `first_audio_after_speech_ms` | from the end of the user's speech, as heard in the trace, to its first sound |
      | lasts | `lasts_ms` | how long its sound is |
      | dBFS | `level_dbfs` | its mean power |
      | under-runs | `underruns`, `underrun_ms` | how often, and how long in all, the player had nothing to play |
      | overlap | `overlap_ms` | how long the user spoke while it was played |
      | stopped in | `interruption_ms` | from the beginning of the speech that interrupted it until it fell silent |

      ## What a trace does not have

      A trace with its sound by hash has the lengths: `audio-bytes`, `audio-duration`, `audio-gap`, `audio-missing`, `audio-after-done` and `audio-after-cancel` are judged, the others need the sound, and so do the user's speech and levels.
      Of shortened sound only `audio-missing`, `audio-after-done` and `audio-after-cancel` are judged.
      `verify` says so once for each trace.
      Opus has no spelling that could be confused: a packet that does not decode is `audio-bytes`.
      """;

  @Test
  void the_page_is_made_of_the_table() throws IOException {
    String made =
        HEAD
            + Arrays.stream(FlawKind.values())
                .map(FindingsPageTest::row)
                .collect(Collectors.joining())
            + TAIL;
    if (System.getProperty("golden", "compare").equals("write")) {
      assertThat(System.getenv("CI")).as("golden=write is forbidden with CI set").isNull();
      Files.writeString(PAGE, made);
    }

    assertThat(Files.readString(PAGE))
        .as("audio-findings.md; run with -Dgolden=write, then look at the difference")
        .isEqualTo(made);
  }

  private static String row(FlawKind kind) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            kind.id(),
            kind.what(),
            kind.broken() ? "broken" : "warning",
            kind.limit(),
            kind.source());
  }
}
