package dev.soundcheck.conformance.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a talker says, and lets time pass for it. */
final class Scripted implements Mouth {
  static final long MILLI = 1_000_000;

  final List<String> said = new ArrayList<>();
  boolean hungUp;

  @Override
  public void say(byte[] event) {
    said.add(new String(event, StandardCharsets.UTF_8));
  }

  @Override
  public void hangUp() {
    hungUp = true;
  }

  /** The types of what was said, and forgets it. */
  List<String> types() {
    List<String> types =
        said.stream().map(text -> text.replaceAll(".*\"type\":\"([a-z_.]+)\".*", "$1")).toList();
    said.clear();
    return types;
  }

  static Glance event(String type) {
    return new Glance(type, 0, Optional.empty());
  }

  /** A delta of so many milliseconds of PCM at 24 kHz. */
  static Glance sound(int millis) {
    return new Glance("response.output_audio.delta", millis * 48 / 3 * 4, Optional.empty());
  }

  /** Wakes it whenever it wants to be, up to this moment. */
  static void pass(Turns turns, long untilMillis) {
    while (turns.wakeAt() <= untilMillis * MILLI) {
      turns.advance(turns.wakeAt());
    }
  }
}
