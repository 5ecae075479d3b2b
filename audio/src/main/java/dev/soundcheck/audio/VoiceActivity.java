package dev.soundcheck.audio;

import java.time.Duration;
import java.util.List;

/**
 * Voice activity detection over one stream of sound: where speech begins and ends, in the time of
 * the stream itself. Never looks at a clock.
 */
public final class VoiceActivity {
  /**
   * How the detector decides (events.yaml, {@code turn_detection}).
   *
   * @param threshold 0.1..0.9, how sure it must be
   * @param silence how much quiet ends speech
   */
  public record Settings(double threshold, Duration silence) {
    /** Documented threshold 0.85; 500 ms of silence is our choice (decisions.md, "Numbers"). */
    public static final Settings DEFAULT = new Settings(0.85, Duration.ofMillis(500));
  }

  /** What was heard. */
  public enum Kind {
    STARTED,
    STOPPED
  }

  /**
   * One edge of speech.
   *
   * @param at where in the stream the speech itself begins or ends, without padding
   * @param noticed how much of the stream had to be heard to know it
   */
  public record Edge(Kind kind, Duration at, Duration noticed) {}

  public VoiceActivity(Settings settings, int rate) {
    throw new UnsupportedOperationException(settings + " " + rate);
  }

  /** Listens on; returns the edges that this chunk made certain. */
  public List<Edge> hear(Pcm chunk) {
    throw new UnsupportedOperationException(chunk.toString());
  }

  /** Whether speech is going on where the stream is now. */
  public boolean speaking() {
    throw new UnsupportedOperationException();
  }

  /** How much of the stream was heard so far. */
  public Duration heard() {
    throw new UnsupportedOperationException();
  }
}
