package dev.soundcheck.server.session;

import java.util.Locale;
import java.util.Set;

/** The names of voices; all of them sound alike here. */
final class Voices {
  /** What an unknown voice becomes (live-behaviour.md 1.3). */
  static final String DEFAULT = "ara";

  /** live-behaviour.md 7.2, as listed by the live service. */
  private static final Set<String> KNOWN =
      Set.of(
          "ara", "eve", "leo", "rex", "sal", "carina", "zagan", "helix", "orion", "luna", "iris",
          "altair", "zenith", "perseus", "helios", "lux", "kepler", "rigel", "cosmo", "celeste",
          "ursa", "sirius", "lumen", "castor", "naksh", "atlas", "aurora", "liora");

  private Voices() {}

  /** The id behind {@code ara}, {@code Ara} and {@code xai_ara}. */
  static String id(String asked) {
    String lower = asked.toLowerCase(Locale.ROOT);
    String id = lower.startsWith("xai_") ? lower.substring("xai_".length()) : lower;
    return KNOWN.contains(id) ? id : DEFAULT;
  }
}
