package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whatever is given as a value of an option, it is one, or told what was expected. */
final class ValuesFuzzTest {
  private static final List<String> VALUES =
      List.of(
          "500ms",
          "30s",
          "120min",
          "2h",
          "1",
          "2.5",
          "instant",
          "pcm:24000",
          "pcmu",
          "opus",
          "live",
          "20ms/20ms",
          "documented",
          "padded",
          "kept",
          "hash",
          "0x1p3",
          "1d",
          "10:1000:60s",
          "wss://api.x.ai/v1/realtime?model=a&b=c",
          "http://user:word@[::1]:8080/",
          "[a-z]{2,3}(?<name>x|y)*\\\\d+",
          "(?i)secret-\\\\w+");

  private static final List<ITypeConverter<?>> CONVERTERS =
      List.of(
          new TimeName(),
          new SpeedName(),
          new FormatName(),
          new ProfileName(),
          new AudioTimesName(),
          new RampName(),
          new AddressReader(new Confidences()),
          new TraceOptions.Kept(),
          new TraceOptions.Redacted(),
          new PaceOptions.PaceName());

  @Test
  void every_value_is_one_or_told_what_was_expected() {
    Fuzz.ofTexts("values", Kinds.expressions(), VALUES).runTexts(ValuesFuzzTest::converted);
  }

  private static boolean converted(String text) throws Exception {
    boolean any = false;
    for (ITypeConverter<?> one : CONVERTERS) {
      any |= converted(one, text);
    }
    return any;
  }

  private static boolean converted(ITypeConverter<?> converter, String text) throws Exception {
    try {
      assertThat(converter.convert(text)).isNotNull();
      return true;
    } catch (TypeConversionException refused) {
      assertThat(refused).hasMessageContaining("expected");
      return false;
    }
  }

  /** Lines that end before anything is opened; each word of a line is one argument. */
  @Test
  void every_line_of_arguments_is_answered_with_a_status() {
    List<String> lines =
        List.of(
            "faults --no",
            "scenarios --tags @tools",
            "scenarios --tags (@a",
            "schemas session.update --profile live",
            "schemas --profile x",
            "verify nothing.ndjson --profile live",
            "diff a.ndjson b.ndjson",
            "import a.har --out",
            "report nothing",
            "replay nothing.ndjson --speed 0",
            "test server --url x:y --known-failing nothing",
            "talk --say x --in pcm:1 --barge-in 5 x.wav");
    Fuzz.ofTexts("arguments", Kinds.expressions(), lines).oneIn(50).runTexts(ValuesFuzzTest::ran);
  }

  private static boolean ran(String line) {
    List<String> words = List.of(line.split(" ", -1));
    if (words.stream().anyMatch(word -> STARTING.contains(word))) {
      words = List.of(words.get(0), "--no-such-option");
    }
    Ran ran = Ran.soundcheck(words.toArray(String[]::new));
    assertThat(ran.err()).doesNotContain("\tat ", "Exception");
    assertThat(ran.status()).isBetween(0, 4);
    return ran.status() == 0;
  }

  /** What would listen, dial or write. */
  private static final List<String> STARTING =
      List.of(
          "serve", "record", "talk", "replay", "server", "client", "import", "warm-up", "report");
}
