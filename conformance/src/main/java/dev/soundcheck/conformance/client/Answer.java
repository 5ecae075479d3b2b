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
 */
public record Answer(
    String status,
    String transcript,
    List<Reply.Call> calls,
    Pcm sound,
    Optional<Duration> firstAudio) {
  public Answer {
    calls = List.copyOf(calls);
  }
}
