package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.script.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One response of the server.
 *
 * @param status as in {@code response.done}; empty when that never came
 * @param transcript what was spoken, in words
 * @param calls the tools it called
 * @param sound what was spoken, as sound; without samples when nothing was
 * @param firstAudio when its sound began to arrive
 * @param lastAudio when the last of its sound arrived
 * @param played how it was heard at the client's end
 * @param interruption how it was cut short, if it was
 */
public record Answer(
    String status,
    String transcript,
    List<Reply.Call> calls,
    Pcm sound,
    Optional<Duration> firstAudio,
    Optional<Duration> lastAudio,
    Played played,
    Optional<Interruption> interruption) {
  public Answer {
    calls = List.copyOf(calls);
  }

  /** From the speech that broke into it to the last of its sound that arrived. */
  public Optional<Duration> stoppedArrivingAfter() {
    return sinceInterrupted(lastAudio);
  }

  /** From the speech that broke into it to the last of its sound that was played. */
  public Optional<Duration> stoppedPlayingAfter() {
    return sinceInterrupted(played.until());
  }

  /** Zero when it was silent already. */
  private Optional<Duration> sinceInterrupted(Optional<Duration> last) {
    return interruption
        .flatMap(Interruption::spoke)
        .flatMap(spoke -> last.map(it -> it.minus(spoke)))
        .map(it -> it.isNegative() ? Duration.ZERO : it);
  }
}
