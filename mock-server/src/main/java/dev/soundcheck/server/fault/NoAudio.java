package dev.soundcheck.server.fault;

import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.Set;

/** An answer comes with its transcript and without its sound. */
final class NoAudio implements Misbehaviour {
  private static final Set<String> SOUND =
      Set.of(
          EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire(),
          EventType.RESPONSE_OUTPUT_AUDIO_DONE.wire());

  private final Target answers;
  private boolean mute;

  NoAudio(int times) {
    this.answers = new Target(EventType.RESPONSE_CREATED.wire(), times);
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    if (one.type().equals(EventType.RESPONSE_CREATED.wire())) {
      mute = answers.strikes(one);
    }
    if (!mute || !SOUND.contains(one.type())) {
      exit.leave(now, one);
    }
  }
}
