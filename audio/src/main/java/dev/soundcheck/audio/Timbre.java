package dev.soundcheck.audio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What makes one voice of the synthesizer sound unlike another.
 *
 * @param pitch of the voice, in Hz
 * @param range how far the pitch moves, in Hz; a flat voice has little
 * @param throat how many times higher its resonances lie than those of the voice that was recorded;
 *     a shorter throat has higher ones
 * @param pace how many times faster than the voice that was recorded
 */
record Timbre(double pitch, double range, double throat, double pace) {
  /** The voice as it was recorded: a man. */
  static final Timbre RECORDED = new Timbre(100, 11, 1, 1);

  /** From voice to voice in a family: two semitones, which everybody hears. */
  private static final double STEP = 1.1225;

  private static final Map<String, Timbre> NAMED = named();

  /**
   * The timbre of a voice; the same for the same name on every machine.
   *
   * @param name of the vendor's voices, or any other, which gets one of theirs
   */
  static Timbre of(String name) {
    String id = name.toLowerCase(Locale.ROOT);
    Timbre known = NAMED.get(id);
    return known == null ? any(id) : known;
  }

  private static Timbre any(String id) {
    List<Timbre> all = List.copyOf(NAMED.values());
    return all.get(Math.floorMod(id.hashCode(), all.size()));
  }

  /** Families of equal throats; higher voices have shorter ones, as in people. */
  private static Map<String, Timbre> named() {
    Map<String, Timbre> named = new LinkedHashMap<>();
    family(named, 84, 0.93, List.of("zagan", "rigel", "castor", "naksh", "sirius"));
    family(named, 88, 0.965, List.of("rex", "atlas", "helios", "kepler"));
    family(named, 97, 1.05, List.of("orion", "leo", "perseus", "altair"));
    family(named, 132, 1.09, List.of("helix", "sal", "cosmo", "zenith"));
    family(named, 160, 1.13, List.of("carina", "ursa", "lumen", "lux"));
    family(named, 168, 1.17, List.of("iris", "ara", "celeste", "liora"));
    family(named, 176, 1.21, List.of("luna", "eve", "aurora"));
    return Map.copyOf(named);
  }

  private static void family(
      Map<String, Timbre> named, double lowest, double throat, List<String> names) {
    double pitch = lowest;
    for (String name : names) {
      named.put(name, new Timbre(pitch, pitch / 8, throat, 1));
      pitch *= STEP;
    }
  }
}
