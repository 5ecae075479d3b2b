package dev.soundcheck.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Issue 5, point 2: "synthesized once and cached by content, so that a busy server does not
 * synthesize per session".
 */
@Timeout(120)
class SynthesizerTest {
  private static final int MEBI = 1 << 20;

  private final AtomicInteger utterances = new AtomicInteger();
  private final Speaker counting =
      (words, timbre) -> {
        utterances.incrementAndGet();
        return new Pcm(new short[] {1, (short) words.length(), 1}, KevinVoice.RATE);
      };

  @Test
  void five_hundred_sessions_that_say_the_same_at_once_have_it_spoken_once() {
    Synthesizer synthesizer = new Synthesizer(MEBI, () -> counting);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<Pcm>> sessions = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        Voice own = new SpokenVoice(synthesizer, Timbre.RECORDED, KevinVoice.RATE).as("ara");
        sessions.add(CompletableFuture.supplyAsync(() -> own.speak("Good morning."), threads));
      }
      Pcm first = sessions.get(0).join();
      assertThat(sessions).allSatisfy(session -> assertThat(session.join()).isSameAs(first));
      assertThat(utterances).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Synthesizer.Line line(String words, Timbre timbre) {
    return new Synthesizer.Line(words, timbre, KevinVoice.RATE, Duration.ZERO);
  }

  /** What sessions hear is at the rate of their wire, and costs nothing the second time. */
  @Test
  void the_sound_of_a_rate_is_made_once_as_well() {
    Synthesizer synthesizer = new Synthesizer(MEBI, () -> counting);
    Voice voice = new SpokenVoice(synthesizer, Timbre.RECORDED, KevinVoice.RATE).at(24_000);
    Duration rest = Duration.ofMillis(100);
    Pcm first = voice.speak("Good morning.", rest);
    assertThat(first.rate()).isEqualTo(24_000);
    assertThat(voice.speak(" Good morning. ", rest)).isSameAs(first);
    Pcm plain = voice.at(KevinVoice.RATE).speak("Good morning.");
    Pcm rested = plain.then(Pcm.silence(rest, KevinVoice.RATE));
    assertThat(first).isEqualTo(Resampler.resample(rested, 24_000));
  }

  @Test
  void other_words_and_other_voices_are_spoken_by_themselves() {
    Synthesizer synthesizer = new Synthesizer(MEBI, () -> counting);
    synthesizer.speak(line("One.", Timbre.of("ara")));
    synthesizer.speak(line("Two.", Timbre.of("ara")));
    synthesizer.speak(line("One.", Timbre.of("rex")));
    synthesizer.speak(line("One.", Timbre.of("ARA")));
    assertThat(utterances).hasValue(3);
  }

  /** What is kept does not wait for what is being spoken. */
  @Test
  void known_words_are_there_while_others_are_being_spoken() {
    CompletableFuture<Boolean> speaking = new CompletableFuture<>();
    CompletableFuture<Boolean> mayEnd = new CompletableFuture<>();
    Speaker slow =
        (words, timbre) -> {
          if (words.equals("Slow.")) {
            speaking.complete(true);
            mayEnd.join();
          }
          return counting.speak(words, timbre);
        };
    Synthesizer synthesizer = new Synthesizer(MEBI, () -> slow);
    Pcm known = synthesizer.speak(line("Known.", Timbre.RECORDED));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Pcm> slowly =
          CompletableFuture.supplyAsync(
              () -> synthesizer.speak(line("Slow.", Timbre.RECORDED)), other);
      speaking.join();
      assertThat(synthesizer.speak(line("Known.", Timbre.RECORDED))).isSameAs(known);
      mayEnd.complete(true);
      assertThat(slowly.join().length()).isPositive();
    } finally {
      other.shutdownNow();
    }
  }

  /** A failure is not kept. */
  @Test
  void words_that_could_not_be_spoken_are_tried_again() {
    Recent<String, Pcm> kept = new Recent<>(MEBI, sound -> 2L * sound.length());
    assertThatThrownBy(
            () ->
                kept.get(
                    "words",
                    words -> {
                      throw new AudioException("hoarse");
                    }))
        .hasMessage("hoarse");
    Pcm made = kept.get("words", words -> counting.speak(words, Timbre.RECORDED));
    assertThat(made.length()).isEqualTo(3);
  }
}
