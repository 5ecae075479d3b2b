package dev.soundcheck.audio;

import java.util.Base64;

/** Sound as it stands in JSON: base64 of RFC 4648 section 4, in one line. */
public final class SoundText {
  private static final String EXPECTED =
      "expected base64 of A-Z, a-z, 0-9, + and / in one line (RFC 4648 section 4), found ";

  private SoundText() {}

  /**
   * The bytes; padding at the end may be missing, see {@link #padded}.
   *
   * @throws AudioException when it is no base64: what was found, where, and what to do about it
   */
  public static byte[] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new AudioException(EXPECTED + found(text));
    }
  }

  /** Whether nothing is missing at the end that decoders elsewhere insist on. */
  public static boolean padded(String text) {
    return text.length() % 4 == 0;
  }

  private static String found(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '-' || one == '_') {
        return "'%c' at character %d, which is of the URL alphabet; encode with the usual one"
            .formatted(one, i + 1);
      }
      if (Character.isWhitespace(one)) {
        return "white space at character %d; encode without line breaks".formatted(i + 1);
      }
      if (one == '=' && i < text.length() - 2) {
        return "padding at character %d of %d; encode the bytes together, not in pieces that are joined"
            .formatted(i + 1, text.length());
      }
      if (!isDigit(one) && one != '=') {
        return "%s at character %d; encode the bytes of the sound".formatted(shown(one), i + 1);
      }
    }
    return "%d characters, which are no whole bytes; something is missing at their end"
        .formatted(text.length());
  }

  private static boolean isDigit(char one) {
    return one < 128 && (Character.isLetterOrDigit(one) || one == '+' || one == '/');
  }

  private static String shown(char one) {
    return one > ' ' && one < 127 ? "'%c'".formatted(one) : "U+%04X".formatted((int) one);
  }
}
