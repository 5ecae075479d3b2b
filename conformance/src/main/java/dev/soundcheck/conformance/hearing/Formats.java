package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The declared formats of a connection. What a client sends is in the format of its last update,
 * since a server takes things in order; what a server sends is in the one it agreed to.
 */
final class Formats {
  private static final int SLOWEST = 1_000;
  private static final int FASTEST = 400_000;

  private Optional<AudioFormat> input = Optional.of(AudioFormat.DEFAULT);
  private Optional<AudioFormat> before = input;
  private Optional<AudioFormat> output = input;
  private Optional<JsonNode> proposed = Optional.empty();
  private boolean answers;

  /** Empty when nobody here knows it. */
  Optional<AudioFormat> input() {
    return input;
  }

  /** Some servers never answer an update (live-behaviour.md 1.3); then it counts as accepted. */
  Optional<AudioFormat> output() {
    if (!answers && proposed.isPresent()) {
      output = named(proposed.orElseThrow(), "output", output);
    }
    return output;
  }

  /** What holds unasked. */
  void begin(JsonNode session) {
    if (proposed.isEmpty()) {
      input = named(session, "input", input);
    }
    output = named(session, "output", output);
  }

  void propose(JsonNode session) {
    before = input;
    input = named(session, "input", input);
    proposed = Optional.of(session);
  }

  void agree(JsonNode session) {
    answers = true;
    proposed = Optional.empty();
    input = named(session, "input", input);
    output = named(session, "output", output);
  }

  void refuse() {
    input = proposed.isPresent() ? before : input;
    proposed = Optional.empty();
  }

  private static Optional<AudioFormat> named(
      JsonNode session, String direction, Optional<AudioFormat> unchanged) {
    JsonNode format = session.path("audio").path(direction).path("format");
    if (!format.path("type").isString()) {
      return unchanged;
    }
    JsonNode rate = format.path("rate");
    return AudioFormat.of(
            format.path("type").stringValue(),
            rate.isInt() ? Optional.of(rate.intValue()) : Optional.empty())
        .filter(known -> known.rate() >= SLOWEST && known.rate() <= FASTEST);
  }
}
