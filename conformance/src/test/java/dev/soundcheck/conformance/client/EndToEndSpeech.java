package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Speaks each of many sounds to a server in a session of its own and tells what the server heard:
 * where detection saw speech begin and end, and every event.
 */
public final class EndToEndSpeech {
  /**
   * One sound to be spoken.
   *
   * @param name for people
   * @param silence the session's {@code silence_duration_ms}
   * @param format how the sound goes over the wire, resampled where its rate differs
   */
  public record Prompt(String name, Pcm sound, Duration silence, AudioFormat format) {}

  /**
   * What the server heard of one sound.
   *
   * @param started each {@code audio_start_ms}
   * @param stopped each {@code audio_end_ms}
   * @param outcome the whole session
   */
  public record Heard(
      Prompt prompt, List<Duration> started, List<Duration> stopped, Outcome outcome) {
    public Heard {
      started = List.copyOf(started);
      stopped = List.copyOf(stopped);
    }
  }

  private EndToEndSpeech() {}

  /**
   * Speaks all of them, {@code atOnce} sessions at a time, {@code speed} times faster than real. A
   * session ends when its turn is answered, or when its sound and the silence after it brought no
   * turn.
   */
  public static List<Heard> speak(
      Target target, Collection<Prompt> prompts, int atOnce, double speed) {
    Semaphore seats = new Semaphore(atOnce);
    List<CompletableFuture<Heard>> all = new ArrayList<>();
    try (VoiceClient client = new VoiceClient()) {
      for (Prompt prompt : prompts) {
        seats.acquireUninterruptibly();
        all.add(
            speak(client, target, prompt, speed).whenComplete((heard, failure) -> seats.release()));
      }
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private static CompletableFuture<Heard> speak(
      VoiceClient client, Target target, Prompt prompt, double speed) {
    Manner manner =
        new Manner(
            Profile.LIVE, Duration.ofSeconds(30), speed, said -> Sounds.whole(prompt.sound()));
    OneSound mind = new OneSound(prompt, speed);
    return client.hold(target, mind, manner, Watcher.NONE).thenApply(it -> heard(prompt, it));
  }

  private static Heard heard(Prompt prompt, Outcome outcome) {
    return new Heard(
        prompt,
        offsets(outcome, "input_audio_buffer.speech_started", "audio_start_ms").toList(),
        offsets(outcome, "input_audio_buffer.speech_stopped", "audio_end_ms").toList(),
        outcome);
  }

  private static Stream<Duration> offsets(Outcome outcome, String type, String member) {
    return outcome.seen().stream()
        .flatMap(
            seen ->
                seen instanceof Observed.Message told
                    ? Stream.of(told)
                    : Stream.<Observed.Message>empty())
        .filter(told -> told.from() == Origin.SERVER && type.equals(told.type()))
        .map(told -> Optional.of(told.json().path(member)).map(ms -> ms.asLong(0)).orElse(0L))
        .map(Duration::ofMillis);
  }
}
