package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.function.Supplier;

/** What is played is heard by whoever watches too, in the time of the first connection. */
record Earshot(Loudspeaker loudspeaker, Watcher watcher, Supplier<Duration> by)
    implements Loudspeaker {
  @Override
  public void play(Duration at, Pcm sound) {
    Duration then = at.plus(by.get());
    loudspeaker.play(then, sound);
    watcher.played(then, sound);
  }

  @Override
  public void fallSilent(Duration at) {
    Duration then = at.plus(by.get());
    loudspeaker.fallSilent(then);
    watcher.fellSilent(then);
  }

  @Override
  public Duration lead() {
    return loudspeaker.lead();
  }
}
