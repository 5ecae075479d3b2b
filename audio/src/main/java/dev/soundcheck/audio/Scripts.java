package dev.soundcheck.audio;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;

/** What scripts are called. */
final class Scripts {
  private static final Map<UnicodeScript, String> USUAL =
      Map.of(
          UnicodeScript.HAN, "Chinese",
          UnicodeScript.HIRAGANA, "Japanese",
          UnicodeScript.KATAKANA, "Japanese",
          UnicodeScript.HANGUL, "Korean",
          UnicodeScript.DEVANAGARI, "Hindi");

  private Scripts() {}

  /** The script of a letter: {@code Greek}. */
  static String name(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    String name = script.name();
    String spaced = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return USUAL.getOrDefault(script, spaced);
  }
}
