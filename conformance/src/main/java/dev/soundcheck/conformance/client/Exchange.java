package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Act;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One turn of the client and what came of it.
 *
 * @param said the turn
 * @param ended when it had been said: the end of speech, or the moment the text was sent
 * @param heard the transcript of it that the server gave; empty when it gave none
 * @param answers the responses to it, in order
 */
public record Exchange(Act said, Optional<Duration> ended, String heard, List<Answer> answers) {
  public Exchange {
    answers = List.copyOf(answers);
  }

  /** From the end of the turn to the first sound of its answer. */
  public Optional<Duration> delay() {
    return ended.flatMap(
        end ->
            answers.stream()
                .flatMap(answer -> answer.firstAudio().stream())
                .filter(first -> first.compareTo(end) >= 0)
                .findFirst()
                .map(first -> first.minus(end)));
  }

  /** From the end of the turn to the first sound of its answer that was played. */
  public Optional<Duration> delayUntilPlayed() {
    return ended.flatMap(
        end ->
            answers.stream()
                .flatMap(answer -> answer.played().from().stream())
                .filter(first -> first.compareTo(end) >= 0)
                .findFirst()
                .map(first -> first.minus(end)));
  }

  /** Whether anything was spoken or called. */
  public boolean answered() {
    return answers.stream()
        .anyMatch(answer -> answer.sound().length() > 0 || !answer.calls().isEmpty());
  }
}
