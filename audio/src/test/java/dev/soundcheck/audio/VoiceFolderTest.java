package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issue 5, point 2: "a folder of WAV files can replace it". docs/decisions/audio-voices.md */
class VoiceFolderTest {
  private static final int RATE = 24_000;

  @TempDir private Path folder;

  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final Voice synthesizer = SpokenVoice.embedded();

  @Test
  void a_file_is_found_by_the_words_of_its_name() throws IOException {
    Pcm tone = tone("it-is-foggy-in-paris.wav", 440);
    Voice voice = open();
    assertThat(voice.speak("It is foggy in Paris.")).isEqualTo(tone);
    assertThat(voice.speak("it is  FOGGY, in Paris!")).isEqualTo(tone);
    assertThat(voice.recorded("It is foggy in Paris.")).contains(tone);
    assertThat(complaints).isEmpty();
  }

  @Test
  void names_may_be_written_as_the_words_are() throws IOException {
    Pcm tone = tone("What's new, Zo\u00eb?.wav", 440);
    assertThat(open().speak("What\u2019s new Zo\u00eb")).isEqualTo(tone);
  }

  /** The lists of words of Debian's asterisk-core-sounds packages are written so. */
  @Test
  void a_list_gives_files_their_words() throws IOException {
    Pcm tone = tone("greeting.wav", 440);
    Files.writeString(
        folder.resolve("words.txt"),
        """
        ; the words of each file
        greeting: Hello. How can I help you?
        """);
    assertThat(open().speak("Hello, how can I help you?")).isEqualTo(tone);
    assertThat(open().recorded("Greeting")).as("a listed file goes by its list").isEmpty();
  }

  @Test
  void a_folder_with_the_name_of_a_voice_goes_before() throws IOException {
    Pcm all = tone("hello.wav", 440);
    Pcm bye = tone("bye.wav", 600);
    Pcm eve = tone("Eve/hello.wav", 880);
    Voice voice = open();
    assertThat(voice.as("eve").speak("Hello.")).isEqualTo(eve);
    assertThat(voice.as("eve").speak("Bye.")).isEqualTo(bye);
    assertThat(voice.as("ara").speak("Hello.")).isEqualTo(all);
    assertThat(voice.speak("Hello.")).isEqualTo(all);
  }

  @Test
  void what_nobody_recorded_is_synthesized_in_the_voice_asked_for_and_told_once() {
    Voice voice = open();
    Pcm usual = Resampler.resample(synthesizer.as("rex").speak("Not recorded."), RATE);
    assertThat(voice.as("rex").speak("Not recorded.")).isEqualTo(usual);
    voice.as("ara").speak("Not recorded.");
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains("Nobody recorded \"Not recorded.\"", "not-recorded.wav", "words.txt");
  }

  @Test
  void all_sound_has_one_rate_and_blank_words_no_samples() throws IOException {
    Wav.write(folder.resolve("low.wav"), Sounds.tone(440, -6, Duration.ofMillis(300), 8000));
    Voice voice = open();
    assertThat(voice.speak("Low").rate()).isEqualTo(RATE).isEqualTo(voice.rate());
    assertThat(voice.speak("Low").length()).isEqualTo(7200);
    assertThat(voice.speak("High").rate()).isEqualTo(RATE);
    assertThat(voice.speak(" ").length()).isZero();
    assertThat(voice.speak("...").length()).as("signs alone are a tone").isPositive();
  }

  @Test
  void files_of_no_use_are_told_when_the_folder_is_opened_and_fall_back() throws IOException {
    Files.writeString(folder.resolve("broken.wav"), "no sound");
    Wav.write(folder.resolve("empty.wav"), new Pcm(new short[0], RATE));
    tone("Same words.wav", 440);
    tone("same-words.wav", 880);
    Files.writeString(folder.resolve("words.txt"), "gone: Where is it?\nno colon\n");
    Voice voice = open();
    assertThat(complaints)
        .hasSize(5)
        .anySatisfy(told -> assertThat(told).contains("words.txt:1", "gone.wav", "no such file"))
        .anySatisfy(told -> assertThat(told).contains("words.txt:2", "'FILE: words'", "'no colon'"))
        .anySatisfy(told -> assertThat(told).contains("broken.wav is of no use"))
        .anySatisfy(told -> assertThat(told).contains("empty.wav", "it has no sound"))
        .anySatisfy(told -> assertThat(told).contains("is never played", "has the same words"));
    assertThat(voice.speak("Broken")).isEqualTo(synthesized("Broken"));
    assertThat(voice.speak("Where is it?")).isEqualTo(synthesized("Where is it?"));
  }

  @Test
  void a_line_that_names_what_no_file_can_be_called_is_left_out() throws IOException {
    Files.writeString(folder.resolve("words.txt"), "no\u0000name: Hello.\n");

    Voice voice = open();

    assertThat(complaints)
        .singleElement()
        .asString()
        .contains("words.txt:1: expected the name of a file", "the line is left out");
    assertThat(voice.speak("Hello.")).isEqualTo(synthesized("Hello."));
  }

  @Test
  void a_file_that_vanishes_is_told_once_and_falls_back() throws IOException {
    tone("hello.wav", 440);
    Voice voice = open();
    Files.delete(folder.resolve("hello.wav"));
    assertThat(voice.speak("Hello")).isEqualTo(synthesized("Hello"));
    voice.speak("Hello");
    assertThat(complaints).filteredOn(told -> told.contains("hello.wav is of no use")).hasSize(1);
  }

  @Test
  void a_folder_that_does_not_exist_is_an_error() {
    assertThatThrownBy(
            () -> VoiceFolder.open(folder.resolve("nowhere"), synthesizer, complaints::add))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("expected a folder of WAV files, found none at")
        .hasMessageContaining("nowhere");
  }

  private Voice open() {
    return VoiceFolder.open(folder, synthesizer, complaints::add);
  }

  private Pcm synthesized(String words) {
    return Resampler.resample(synthesizer.speak(words), RATE);
  }

  private Pcm tone(String name, double hertz) throws IOException {
    Pcm tone = Sounds.tone(hertz, -6, Duration.ofMillis(300), RATE);
    Path file = folder.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Wav.write(file, tone);
    return tone;
  }
}
