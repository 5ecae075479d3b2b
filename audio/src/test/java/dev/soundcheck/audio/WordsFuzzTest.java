package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.fuzz.Fuzz;
import dev.soundcheck.fuzz.Growth;
import dev.soundcheck.fuzz.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the words are, they are read in ASCII; whatever a list of them is, it is taken. */
final class WordsFuzzTest {
  /** What is longer is read in pieces. */
  private static final int LONGEST = 600;

  private static final List<String> TEXTS =
      List.of(
          "It costs $1,299.99 on 3/14/2026 at 9:05 p.m., 20% less than \u20ac1.2bn.",
          "Call +1 (555) 123-4567 or mail jane.doe+x@mail.example.co.uk; see https://a.b/c?d=e#f.",
          "Dr. Smith's NASA iPhone v1.2.3 weighs 5 kg, 1 1/2 lb or -3\u00b0 (see [this](http://x.y)).",
          "Na\u00efve caf\u00e9, \u041c\u043e\u0441\u043a\u0432\u0430 \u6771\u4eac, \ud83d\ude00 50/50 24/7 16:9 5x XIV 10-12",
          "The 1st, 2nd and 21st of May 1999; it's 12:00, A4 B-52 007 3.14 .5 1/2");

  @TempDir Path folder;

  @Test
  void every_text_is_said_in_ascii() {
    Fuzz.ofTexts("words", Kinds.expressions(), TEXTS)
        .runTexts(words -> said(words.substring(0, Math.min(LONGEST, words.length()))));
  }

  private static boolean said(String words) {
    assertThat(Sayable.of(words)).matches("[ -~]*+");
    return true;
  }

  /** Speaking takes a hundred times as long as reading. */
  @Test
  void every_text_is_spoken() {
    Voice voice = SpokenVoice.embedded();
    Fuzz.ofTexts("speech", Kinds.expressions(), List.of("Yes.", "No, 12.", "What's up?", "Hm"))
        .oneIn(100)
        .runTexts(words -> words.length() > 200 || voice.speak(words).length() >= 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "a.", "a-", "a@", "1", "1.", "1,111", ",111", "1 ", "1/", "1-", "www.", "http://", "[",
            "[a](", "A",
        "'", "a'a", "\u0416", "\u0416 ", "\u0416.", "\u0301", " ", ".", "?", "$", "$1", "(", "M",
            "XIV", "12:", "a\n"
      })
  void work_grows_as_a_text_grows(String part) {
    Growth.isNotQuadratic(
        part,
        1_000,
        length -> part.repeat(length / part.length()).getBytes(StandardCharsets.UTF_8),
        text -> said(new String(text, StandardCharsets.UTF_8)));
  }

  @Test
  void every_list_of_recorded_words_is_taken_with_complaints() throws IOException {
    Wav.write(folder.resolve("greeting.wav"), Sounds.tone(440, -10, Duration.ofMillis(20), 8_000));
    Path index = folder.resolve(Recordings.INDEX);
    List<String> lists =
        List.of(
            "greeting: Hello, how can I help you?\n# remark\n; remark\n\nother.wav: Not there.\n",
            "greeting.wav: Hello.\ngreeting: Hello!\n../x: y\n: none\nno colon\n");
    Fuzz.ofTexts("words.txt", Kinds.lines(": :", "greeting:", "a/b/c: d", "/: x"), lists)
        .run(
            list -> {
              Files.write(index, list);
              List<String> complaints = new ArrayList<>();
              Recordings read = Recordings.in(folder, complaints::add);
              assertThat(complaints).allMatch(one -> one.startsWith(index.toString()));
              return read.files().size() > 0 && complaints.isEmpty();
            });
  }
}
