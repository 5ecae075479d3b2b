package dev.soundcheck.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.audio.Listener;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.Resampler;
import dev.soundcheck.audio.Sounds;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 5, point 1: an optional listener recognises among the scenario's own phrases. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class SphinxListenerTest {
  private static final Duration MARGIN = Duration.ofMillis(200);
  private static final Voice VOICE = SpokenVoice.embedded();
  private static final SphinxListener LISTENER = new SphinxListener();
  private static final List<String> ORDERS =
      List.of("Book a table for two.", "Cancel my order.", "Where is my parcel?", "Yes.", "No.");

  private static Pcm spoken(String words, int rate) {
    return Sounds.amidSilence(Resampler.resample(VOICE.speak(words), rate), MARGIN);
  }

  private static Optional<String> heard(String words, List<String> phrases) {
    return LISTENER.heard(spoken(words, 24_000), phrases);
  }

  @Test
  void it_is_found_on_the_class_path() {
    assertThat(ServiceLoader.load(Listener.class)).hasAtLeastOneElementOfType(SphinxListener.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 24_000, 48_000})
  void each_phrase_is_told_from_the_others(int rate) {
    assertThat(ORDERS)
        .allSatisfy(
            phrase -> assertThat(LISTENER.heard(spoken(phrase, rate), ORDERS)).contains(phrase));
  }

  /** Half of what tells "s" from silence lies above what a telephone carries. */
  @Test
  void phrases_of_some_words_are_told_apart_on_the_telephone() {
    assertThat(ORDERS.subList(0, 3))
        .allSatisfy(
            phrase -> assertThat(LISTENER.heard(spoken(phrase, 8_000), ORDERS)).contains(phrase));
  }

  @Test
  void what_is_none_of_them_is_none_of_them() {
    assertThat(
            List.of(
                "What is the weather in Paris?",
                "I would like to speak to a person.",
                "My hovercraft is full of eels."))
        .allSatisfy(words -> assertThat(heard(words, ORDERS)).isEmpty());
  }

  @Test
  void what_is_no_speech_is_none_of_them() {
    Duration second = Duration.ofSeconds(1);
    assertThat(LISTENER.heard(new Pcm(new short[0], 24_000), ORDERS)).isEmpty();
    assertThat(LISTENER.heard(new Pcm(new short[100], 24_000), ORDERS)).isEmpty();
    assertThat(LISTENER.heard(Pcm.silence(second, 24_000), ORDERS)).isEmpty();
    assertThat(LISTENER.heard(Sounds.whiteNoise(-20, second, 24_000, 1), ORDERS)).isEmpty();
    assertThat(LISTENER.heard(Sounds.tone(440, -10, second, 24_000), ORDERS)).isEmpty();
  }

  @Test
  void words_that_no_dictionary_has_are_heard_as_they_are_written() {
    List<String> phrases = List.of("Start Soundcheck.", "Stop Grokulator.");
    assertThat(heard("Start Soundcheck.", phrases)).contains("Start Soundcheck.");
    assertThat(heard("Stop Grokulator.", phrases)).contains("Stop Grokulator.");
  }

  @Test
  void numbers_are_heard_in_whichever_way_they_are_said() {
    List<String> phrases = List.of("Order 427.", "Order 58.");
    assertThat(heard("Order four hundred twenty seven.", phrases)).contains("Order 427.");
    assertThat(heard("Order four two seven.", phrases)).contains("Order 427.");
    assertThat(heard("Order fifty eight.", phrases)).contains("Order 58.");
  }

  @Test
  void a_pause_between_words_does_no_harm() {
    Pcm halting =
        spoken("Cancel", 24_000)
            .then(Pcm.silence(Duration.ofMillis(300), 24_000))
            .then(spoken("my order.", 24_000));
    assertThat(LISTENER.heard(halting, ORDERS)).contains("Cancel my order.");
  }

  @Test
  void what_was_heard_before_changes_nothing() {
    Pcm speech = spoken("Where is my parcel?", 8_000);
    Optional<Guess> first = new SphinxListener().guess(speech, ORDERS);
    LISTENER.guess(Sounds.whiteNoise(-3, Duration.ofSeconds(2), 48_000, 7), ORDERS);
    assertThat(LISTENER.guess(speech, ORDERS)).isPresent().isEqualTo(first);
  }

  @Test
  void many_can_ask_at_once() {
    List<String> phrases = List.of("Yes.", "No.");
    assertThat(
            IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> heard(phrases.get(i % 2), phrases))
                .toList())
        .isEqualTo(IntStream.range(0, 8).mapToObj(i -> Optional.of(phrases.get(i % 2))).toList());
  }

  @Test
  void a_hundred_phrases_are_told_apart() {
    List<String> phrases =
        IntStream.range(1, 101).mapToObj("I live in house number %d."::formatted).toList();
    assertThat(heard("I live in house number seventy two.", phrases))
        .contains("I live in house number 72.");
  }
}
