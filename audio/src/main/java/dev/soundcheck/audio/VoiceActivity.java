package dev.soundcheck.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Voice activity detection over one stream of sound: where speech begins and ends, in the time of
 * the stream itself. Never looks at a clock. One stream, one thread.
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

  private static final long FRAME_NANOS = 1_000_000_000L / FrameLevels.PER_SECOND;

  private final int rate;
  private final FrameLevels frames;
  private final SpeechEdges edges;

  /** A detector at the start of a stream of so many samples per second. */
  public VoiceActivity(Settings settings, int rate) {
    this.rate = rate;
    this.frames = new FrameLevels(rate);
    this.edges = new SpeechEdges(settings);
  }

  /**
   * Listens on; returns the edges that this chunk made certain. How the stream is cut into chunks
   * makes no difference to the edges.
   *
   * @throws AudioException when the chunk has another rate than the stream
   */
  public List<Edge> hear(Pcm chunk) {
    if (chunk.rate() != rate) {
      throw new AudioException(
          "this detector hears %d Hz: expected sound of that rate, got %d Hz; resample it first"
              .formatted(rate, chunk.rate()));
    }
    List<Edge> certain = new ArrayList<>();
    short[] samples = chunk.samples();
    int at = 0;
    while (at < samples.length) {
      at += frames.take(samples, at);
      if (frames.complete()) {
        edges.hear(frames.level()).ifPresent(certain::add);
      }
    }
    return certain;
  }

  /** Whether speech is going on where the stream is now. */
  public boolean speaking() {
    return edges.speaking();
  }

  /** How much of the stream was heard so far. */
  public Duration heard() {
    return Pcm.lasting(frames.samples(), rate);
  }

  static Duration frames(long count) {
    return Duration.ofNanos(count * FRAME_NANOS);
  }
}
