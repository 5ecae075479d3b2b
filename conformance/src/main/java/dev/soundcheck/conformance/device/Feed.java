package dev.soundcheck.conformance.device;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.ResamplingStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a loudspeaker that never stops is given next: sound where there is some, else the silence
 * that keeps it going. Used by two threads.
 */
final class Feed {
  /** Sounds further apart than this are not one after the other. */
  private static final Duration APART = Duration.ofMillis(2);

  private static final Duration PIECE = Duration.ofMillis(10);

  /** So much is always in the device, so that it does not run dry between two looks at it. */
  private static final Duration KEEP = Duration.ofMillis(30);

  /** A sound at the rate of the device; {@code fresh} when silence came before it. */
  private record Waiting(Pcm sound, int from, boolean fresh) {}

  private final int rate;
  private final Duration lead;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Optional<Duration> end = Optional.empty();
  private Optional<ResamplingStream> resampler = Optional.empty();
  private int fromRate;
  private boolean silenced;

  /** For a device of this rate that hears of a sound so long before it is to be heard. */
  Feed(int rate, Duration lead) {
    this.rate = rate;
    this.lead = lead;
  }

  synchronized void play(Duration at, Pcm sound) {
    boolean fresh = end.filter(before -> at.minus(before).compareTo(APART) <= 0).isEmpty();
    end = Optional.of(at.plus(sound.duration()));
    waiting.add(new Waiting(resampled(sound, fresh), 0, fresh));
  }

  synchronized void fallSilent() {
    waiting.clear();
    end = Optional.empty();
    silenced = true;
  }

  /** Whether what the device has is to be dropped; told once. */
  synchronized boolean takeSilence() {
    boolean told = silenced;
    silenced = false;
    return told;
  }

  /** Whether there is something to be heard. */
  synchronized boolean sounding() {
    return !waiting.isEmpty();
  }

  /**
   * What to give next; nothing when the device has enough.
   *
   * @param inDevice how much it has and did not play yet
   */
  synchronized Optional<Pcm> next(Duration inDevice) {
    Waiting first = waiting.peek();
    if (first == null) {
      return inDevice.compareTo(KEEP) < 0
          ? Optional.of(Pcm.silence(PIECE, rate))
          : Optional.empty();
    }
    waiting.removeFirst();
    if (first.fresh() && inDevice.compareTo(lead) < 0) {
      waiting.addFirst(new Waiting(first.sound(), 0, false));
      return Optional.of(Pcm.silence(lead.minus(inDevice), rate));
    }
    int to = Math.min(first.sound().length(), first.from() + Pcm.samplesIn(PIECE, rate));
    if (to < first.sound().length()) {
      waiting.addFirst(new Waiting(first.sound(), to, false));
    }
    return Optional.of(first.sound().slice(first.from(), to));
  }

  private Pcm resampled(Pcm sound, boolean fresh) {
    if (sound.rate() == rate) {
      resampler = Optional.empty();
      return sound;
    }
    if (fresh || resampler.isEmpty() || fromRate != sound.rate()) {
      fromRate = sound.rate();
      resampler = Optional.of(new ResamplingStream(fromRate, rate));
    }
    return resampler.orElseThrow().next(sound);
  }
}
