package dev.soundcheck.server.session;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.VoiceActivity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * All that {@code session.update} can set, merged so far (decisions.md "session.updated").
 *
 * @param instructions empty before any
 * @param turnDetection as sent; empty when null was sent, or nothing yet
 * @param reasoning as sent
 * @param model the model's name, never changed by an update (live-behaviour.md 5.2)
 * @param tools as echoed, functions nested; empty when none were sent
 * @param voice lower-case id; empty when none was sent
 * @param replace as sent
 * @param transcription as sent
 * @param input the client's sound
 * @param output the server's sound
 * @param speed of the server's sound, as sent
 * @param textOnly whether answers are wanted as text alone
 */
public record Configuration(
    String instructions,
    Optional<JsonNode> turnDetection,
    Optional<JsonNode> reasoning,
    String model,
    Optional<List<JsonNode>> tools,
    Optional<String> voice,
    Optional<JsonNode> replace,
    Optional<JsonNode> transcription,
    Leg input,
    Leg output,
    Optional<JsonNode> speed,
    boolean textOnly) {
  /** Sound in one direction: its format, and whether it goes as JSON or as binary frames. */
  public record Leg(AudioFormat format, String transport) {
    static final Leg DEFAULT = new Leg(AudioFormat.DEFAULT, "json");

    /** The format's name on the wire, such as {@code audio/pcm}. */
    public String encoding() {
      return format.encoding().wire();
    }

    /** Samples per second. */
    public int rate() {
      return format.rate();
    }

    boolean binary() {
      return transport.equals("binary");
    }
  }

  private static final String PARTIAL_MODEL = "grok-transcribe";

  /** A session before any update. */
  static Configuration initial(String model) {
    return new Configuration(
        "",
        Optional.empty(),
        Optional.empty(),
        model,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Leg.DEFAULT,
        Leg.DEFAULT,
        Optional.empty(),
        false);
  }

  /** Whether the server finds the ends of turns itself; without it the client commits. */
  boolean serverVad() {
    return turnDetection
        .map(detection -> detection.path("type").asString("").equals("server_vad"))
        .orElse(false);
  }

  /** Whether the end of speech may ask for an answer; so it is unless set otherwise. */
  boolean createsResponse() {
    return detail("create_response").booleanValue(true);
  }

  /** How long the user may say nothing before the assistant speaks up (live-behaviour.md 2.13). */
  Optional<Duration> idleTimeout() {
    double millis = detail("idle_timeout_ms").doubleValue(0);
    return serverVad() && millis > 0
        ? Optional.of(Duration.ofNanos((long) (millis * 1_000_000)))
        : Optional.empty();
  }

  /** How speech is found: as set, or as usual. */
  VoiceActivity.Settings activity() {
    VoiceActivity.Settings usual = VoiceActivity.Settings.DEFAULT;
    double threshold = detail("threshold").doubleValue(usual.threshold());
    double silence = detail("silence_duration_ms").doubleValue((double) usual.silence().toMillis());
    return new VoiceActivity.Settings(threshold, Duration.ofNanos((long) (silence * 1_000_000)));
  }

  /** How much of the sound before speech belongs to its turn (events.yaml, default 333). */
  Duration padding() {
    double millis = serverVad() ? detail("prefix_padding_ms").doubleValue(333) : 0;
    return Duration.ofNanos((long) (millis * 1_000_000));
  }

  private JsonNode detail(String key) {
    return turnDetection.orElseGet(MissingNode::getInstance).path(key);
  }

  /** All tools, as echoed. */
  List<JsonNode> toolList() {
    return tools.orElse(List.of());
  }

  /** Whether words are reported while the user still speaks (live-behaviour.md 4). */
  boolean partialTranscripts() {
    return transcription
        .map(wanted -> wanted.path("model").asString("").equals(PARTIAL_MODEL))
        .orElse(false);
  }
}
