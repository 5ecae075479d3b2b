package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.List;

/** Is told of a conversation as it happens; called by one thread, which it must not hold up. */
public interface Watcher {
  /** One who looks away. */
  Watcher NONE = new Watcher() {};

  /** Something was sent, received or closed; {@code findings} is empty for the client's own. */
  default void saw(Observed observed, List<Finding> findings) {}

  /** The client begins a turn: an {@link Act.Say} or an {@link Act.Type}. */
  default void began(Duration at, Act turn) {}

  /** The client's microphone recorded this from {@code at} on: words, or the quiet around them. */
  default void said(Duration at, Pcm sound) {}

  /** This of an answer is heard from {@code at} on, unless it falls silent before. */
  default void played(Duration at, Pcm sound) {}

  /** What would be heard of answers from {@code at} on is not. */
  default void fellSilent(Duration at) {}

  /** What the client waits for has changed; empty words when it is over. */
  default void waits(Duration at, String waitsFor) {}

  /** The connection broke, and the client will dial again. */
  default void dropped(Drop drop) {}

  /** Sound of the server's cannot be played, because it is none; the finding says why. */
  default void unheard(Duration at, Finding finding) {}

  /** A line of the scenario was not met. */
  default void missed(Unmet line) {}
}
