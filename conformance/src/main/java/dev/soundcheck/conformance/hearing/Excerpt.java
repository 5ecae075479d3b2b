package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;

/**
 * A piece of sound, as somebody hears it who trusts the declared format.
 *
 * @param sound the piece, from about 200 ms before a flaw until about 200 ms after it
 * @param before how much of it comes before the flaw
 */
public record Excerpt(Pcm sound, Duration before) {
  /** The same with its flaw so much later in it. */
  Excerpt later(Duration by) {
    return new Excerpt(sound, before.plus(by));
  }
}
