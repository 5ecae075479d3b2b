package dev.soundcheck.schemas;

import java.util.stream.Stream;

/** Events that no capture shows, made by hand after events.yaml and the sections named beside. */
final class Examples {
  private Examples() {}

  static Stream<Frame> all() {
    return Resources.lines("never-captured.ndjson").stream()
        .map(Json.mapper()::readTree)
        .map(event -> new Frame(Profile.LIVE, false, "never-captured.ndjson", event));
  }
}
