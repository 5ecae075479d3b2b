package dev.soundcheck.audio;

import com.sun.speech.freetts.lexicon.LetterToSoundImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How an English word sounds that no dictionary has, by the rules of its letters. */
public final class Pronunciation {
  /** FreeTTS reads its rules by way of one table for all; nobody else may read meanwhile. */
  static final Object LOADING = new Object();

  private static final String RULES = "/com/sun/speech/freetts/en/us/cmulex_lts.bin";

  /** The one sound that FreeTTS tells from its stressed form by name. */
  private static final String SCHWA = "AX";

  private Pronunciation() {}

  /**
   * Its sounds by the names of the CMU dictionary, without stress: {@code sound} is S AW N D.
   *
   * @param word of lower-case letters a to z
   */
  public static List<String> guess(String word) {
    return Arrays.stream(Rules.phones(word)).map(Pronunciation::named).toList();
  }

  private static String named(String phone) {
    String bare = phone.replaceAll("[0-9]", "").toUpperCase(Locale.ROOT);
    return bare.equals(SCHWA) ? "AH" : bare;
  }

  /** Read when a word is first asked for; they look at a word's letters in a place of their own. */
  private static final class Rules {
    private static final LetterToSoundImpl OF_LETTERS = read();

    static synchronized String[] phones(String word) {
      return OF_LETTERS.getPhones(word, null);
    }

    private static LetterToSoundImpl read() {
      URL rules = Objects.requireNonNull(LetterToSoundImpl.class.getResource(RULES), RULES);
      synchronized (LOADING) {
        try {
          return new LetterToSoundImpl(rules, true);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
  }
}
