package dev.soundcheck.audio;

import static dev.soundcheck.audio.VoiceActivity.Kind.STARTED;
import static dev.soundcheck.audio.VoiceActivity.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.soundcheck.audio.VoiceActivity.Edge;
import dev.soundcheck.audio.VoiceActivity.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of {@link Voice}; issue 2, point 4: "intelligible speech with an embedded
 * synthesizer".
 */
@Timeout(60)
class SpokenVoiceTest {
  private final Voice voice = SpokenVoice.embedded();

  @Test
  void a_sentence_is_one_turn_of_speech_for_the_detector() {
    Pcm speech = voice.speak("What is the weather in Paris?");
    assertThat(speech.rate()).isEqualTo(16_000).isEqualTo(voice.rate());
    assertThat(speech.duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    VoiceActivity ears = new VoiceActivity(Settings.DEFAULT, 16_000);
    assertThat(ears.hear(Sounds.amidSilence(speech, Duration.ofSeconds(1))))
        .extracting(Edge::kind)
        .containsExactly(STARTED, STOPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello.", "It is foggy and twelve degrees.", "A", "Yes. No. Maybe."})
  void silence_at_either_end_is_short_and_the_peak_is_at_minus_3_dB(String words) {
    Pcm speech = voice.speak(words);
    assertThat(Levels.of(speech).peak()).isCloseTo(-3, within(0.1));
    GroundTruth truth = GroundTruth.of(speech);
    assertThat(truth.start()).isLessThanOrEqualTo(Duration.ofMillis(50));
    assertThat(speech.duration().minus(truth.end())).isLessThanOrEqualTo(Duration.ofMillis(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void blank_words_give_no_samples(String words) {
    assertThat(voice.speak(words).length()).isZero();
  }

  /** Other scripts are named; a text of nothing else is answered with one and the same sentence. */
  @Test
  void letters_the_voice_cannot_read_are_named_or_said_to_be_unreadable() {
    assertThat(voice.speak("Hello \u4e16\u754c.")).isEqualTo(voice.speak("Hello Chinese text."));
    Pcm chinese = voice.speak("\u4f60\u597d");
    assertThat(chinese)
        .isEqualTo(voice.speak("\u041f\u0440\u0438\u0432\u0435\u0442"))
        .isEqualTo(voice.speak("This text is in a script that the test voice cannot read."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d\ude00", "...", "?!", "\u2014"})
  void signs_alone_are_a_short_tone(String words) {
    Pcm tone = voice.speak(words);
    assertThat(tone.duration()).isEqualTo(Duration.ofMillis(200));
    assertThat(ToneFit.level(tone.slice(1200, 2000), 440)).isGreaterThan(-8);
  }

  @Test
  void the_same_words_give_the_same_samples_whatever_came_between() {
    Voice other = new SpokenVoice(0);
    Pcm once = other.speak("It costs $4.50, 20% less.");
    other.speak("Something else.");
    assertThat(other.speak("It costs $4.50, 20% less.")).isEqualTo(once).isNotSameAs(once);
    assertThat(voice.speak("It costs $4.50, 20% less.")).isEqualTo(once);
  }

  @Test
  void the_language_of_the_machine_makes_no_difference() {
    Pcm usual = new SpokenVoice(0).speak("I think it IS in the INBOX.");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(new SpokenVoice(0).speak("I think it IS in the INBOX.")).isEqualTo(usual);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void what_was_spoken_is_kept() {
    assertThat(voice.speak("Kept.")).isSameAs(voice.speak("Kept."));
  }

  @Test
  void many_threads_may_speak_at_once() {
    List<String> words = IntStream.range(0, 40).mapToObj(i -> "Number " + i % 10).toList();
    Voice shared = new SpokenVoice(0);
    List<Pcm> together = words.parallelStream().map(shared::speak).toList();
    assertThat(together).isEqualTo(words.stream().map(voice::speak).toList());
  }

  /**
   * FreeTTS writes to standard error when a voice lacks a sound; {@link SayablePhones} prevents it.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatever_the_text_nothing_is_thrown_or_printed(long seed) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream trap = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try {
      System.setOut(trap);
      System.setErr(trap);
      Random random = new Random(seed);
      for (int i = 0; i < 250; i++) {
        String text = text(random, i % 2 == 0 ? 126 : 0x3000);
        assertThat(voice.speak(text + "x").length()).as(text).isPositive();
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static String text(Random random, int last) {
    StringBuilder text = new StringBuilder();
    random.ints(1 + random.nextInt(25), ' ', last + 1).forEach(text::appendCodePoint);
    return text.toString();
  }
}
