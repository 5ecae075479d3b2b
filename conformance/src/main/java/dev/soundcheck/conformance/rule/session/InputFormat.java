package dev.soundcheck.conformance.rule.session;

import dev.soundcheck.conformance.rule.Settings;
import dev.soundcheck.conformance.rule.Settings.Direction;
import java.util.Optional;

/** In which format a client says that it sends. */
record InputFormat(String encoding, int rate) {
  /** The one in force, named by the client or not. */
  static InputFormat of(Settings settings) {
    return new InputFormat(settings.encoding(Direction.INPUT), settings.rate(Direction.INPUT));
  }

  /** The one in force, if the client has named it. */
  static Optional<InputFormat> named(Settings settings) {
    return settings.session().at("/audio/input/format").isObject()
        ? Optional.of(of(settings))
        : Optional.empty();
  }

  /** As people say it. */
  String words() {
    return "%s at %d Hz".formatted(encoding, rate);
  }
}
