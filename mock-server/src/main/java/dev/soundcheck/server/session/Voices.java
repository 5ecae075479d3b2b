package dev.soundcheck.server.session;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of voices; {@link dev.soundcheck.audio.Voice#as} gives each its sound. */
public final class Voices {
  /** What an unknown voice becomes (live-behaviour.md 1.3). */
  static final String DEFAULT = "ara";

  /** live-behaviour.md 7.2, as listed by the live service. */
  private static final List<String> KNOWN =
      List.of(
          "ara", "eve", "leo", "rex", "sal", "carina", "zagan", "helix", "orion", "luna", "iris",
          "altair", "zenith", "perseus", "helios", "lux", "kepler", "rigel", "cosmo", "celeste",
          "ursa", "sirius", "lumen", "castor", "naksh", "atlas", "aurora", "liora");

  /** How the vendor names voices that a team has made itself, such as {@code nlbqfwie}. */
  private static final Pattern CUSTOM = Pattern.compile("[a-z0-9]{8}");

  private Voices() {}

  /** All ids, in the order in which the service lists them. */
  public static List<String> ids() {
    return KNOWN;
  }

  /**
   * The id behind {@code ara}, {@code Ara} and {@code xai_ara}. Custom voices are the team's own,
   * whatever their id.
   */
  static String id(String asked) {
    String lower = asked.toLowerCase(Locale.ROOT);
    String id = lower.startsWith("xai_") ? lower.substring("xai_".length()) : lower;
    return KNOWN.contains(id) || CUSTOM.matcher(id).matches() ? id : DEFAULT;
  }
}
