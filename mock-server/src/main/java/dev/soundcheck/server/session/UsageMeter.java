package dev.soundcheck.server.session;

import java.time.Duration;

/** Keeps the figures of {@code usage} (live-behaviour.md 1.7; decisions.md "Numbers"). */
final class UsageMeter {
  private static final int AUDIO_TOKENS_IN = 10;
  private static final int AUDIO_TOKENS_OUT = 50;

  /** What a turn put in. */
  record In(int text, int audio) {
    static final In NOTHING = new In(0, 0);
  }

  private double heard;
  private double billedBefore;

  /** The conversation was billed for this already (live-behaviour.md 1.7: it continues). */
  void goOnFrom(double seconds) {
    billedBefore = seconds;
  }

  /** Counts sound that the client pushed. */
  void hear(Duration sound) {
    heard += sound.toNanos() / 1e9;
  }

  static In typed(String words) {
    return new In(Tokens.of(words), 0);
  }

  static In spoken(String words, Duration sound) {
    return new In(Tokens.of(words), (int) Math.ceil(sound.toNanos() / 1e9 * AUDIO_TOKENS_IN));
  }

  /**
   * The usage of an answer that is over.
   *
   * @param words all that was said
   * @param made seconds of sound made
   * @param sent seconds of sound sent
   * @param now since the session began
   */
  Usage of(In in, String words, double made, double sent, Duration now) {
    int audioOut = (int) Math.ceil(made * AUDIO_TOKENS_OUT - 1e-9);
    long billable = (long) billed(now);
    return new Usage(in.text(), in.audio(), Tokens.of(words), audioOut, sent, billable);
  }

  /** Seconds that the conversation is billed for, on all its connections. */
  double billed(Duration now) {
    return billedBefore + Math.max(heard, now.toNanos() / 1e9);
  }

  @Override
  public String toString() {
    return "%.1f s heard".formatted(heard);
  }
}
