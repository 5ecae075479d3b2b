package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.ResamplingStream;

/** What is recorded at an open microphone, at another rate, in whole packets. */
final class LiveFeed {
  private final OpenMicrophone microphone;
  private final int rate;
  private final int grain;
  private ResamplingStream resampler;
  private int from;
  private Pcm kept;

  /** {@code grain}: what is taken has a multiple of so many samples. */
  LiveFeed(OpenMicrophone microphone, int rate, int grain) {
    this.microphone = microphone;
    this.rate = rate;
    this.grain = grain;
    this.from = rate;
    this.resampler = new ResamplingStream(rate, rate);
    this.kept = new Pcm(new short[0], rate);
  }

  /** What has been recorded since the last time. */
  Pcm next() {
    Pcm recorded = microphone.recorded();
    if (recorded.rate() != from) {
      from = recorded.rate();
      resampler = new ResamplingStream(from, rate);
    }
    Pcm all = kept.then(from == rate ? recorded : resampler.next(recorded));
    int whole = all.length() / grain * grain;
    kept = all.slice(whole, all.length());
    return all.slice(0, whole);
  }

  boolean held() {
    return microphone.held();
  }
}
