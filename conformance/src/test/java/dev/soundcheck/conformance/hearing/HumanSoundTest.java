package dev.soundcheck.conformance.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.AudioFormat.Encoding;
import dev.soundcheck.audio.HumanPrompts;
import dev.soundcheck.conformance.hearing.FindingsFigures.Share;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Recordings of people, one of twenty, as they are and with each mistake; docs/listening.md has the
 * figures of all of them (issue 5 point 5).
 */
@Tag("human-speech")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HumanSoundTest {
  private static final AudioFormat MU = new AudioFormat(Encoding.PCMU, 8_000);
  private static final AudioFormat A = new AudioFormat(Encoding.PCMA, 8_000);

  private final FindingsFigures few = few();

  private static FindingsFigures few() {
    HumanPrompts.require();
    return new FindingsFigures(20);
  }

  @Test
  void nothing_is_heard_in_speech_that_is_as_declared() {
    for (AudioFormat format :
        List.of(AudioFormat.DEFAULT, MU, A, new AudioFormat(Encoding.PCM, 8_000))) {
      assertThat(few.falseAlarms(format)).as("%s", format).isEmpty();
    }
  }

  @Test
  void nearly_every_wrong_spelling_is_heard() {
    for (Spelling really : Spelling.values()) {
      for (AudioFormat declared : List.of(AudioFormat.DEFAULT, MU, A)) {
        if (Spelling.of(declared.encoding()).filter(really::equals).isEmpty()) {
          atLeast(0.9, few.spelled(really, declared));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8000, 16000, 0.8",
    "8000, 24000, 0.75",
    "16000, 48000, 0.75",
    "24000, 48000, 0.8",
    "16000, 8000, 0.7",
    "24000, 8000, 0.5"
  })
  void most_wrong_rates_are_heard_and_no_right_one(int really, int declared, double share) {
    atLeast(share, few.sped(really, declared));
    assertThat(few.sped(really, really).heard()).isZero();
  }

  @Test
  void most_cuts_are_heard() {
    atLeast(0.85, few.changed(FlawKind.CUT_START, FindingsFigures.cut(true)));
    atLeast(0.85, few.changed(FlawKind.CUT_END, FindingsFigures.cut(false)));
  }

  private static void atLeast(double share, Share found) {
    assertThat((double) found.heard() / found.of())
        .as(found.toString())
        .isGreaterThanOrEqualTo(share);
  }
}
