package dev.soundcheck.server.session;

/**
 * Counts tokens of text as words, digits and signs, which gives the figures of nearly every
 * captured session (live-behaviour.md 1.7).
 */
final class Tokens {
  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static int of(String text) {
    Tokens tokens = new Tokens(text);
    int count = 0;
    while (tokens.at < text.length()) {
      count += tokens.skipOne() ? 1 : 0;
    }
    return count;
  }

  /** Goes past a word, a digit, a sign or a space; whether it was a token. */
  private boolean skipOne() {
    int first = next();
    at += Character.charCount(first);
    if (Character.isLetter(first)) {
      skipWord();
    }
    return !Space.is(first);
  }

  /** The rest of a word: letters with their marks, and then parts like the one in "don't". */
  private void skipWord() {
    skipLetters(true);
    while (at + 1 < text.length()
        && isApostrophe()
        && Character.isLetter(text.codePointAt(at + 1))) {
      at++;
      skipLetters(false);
    }
  }

  private void skipLetters(boolean andMarks) {
    while (at < text.length() && (Character.isLetter(next()) || (andMarks && isMark(next())))) {
      at += Character.charCount(next());
    }
  }

  private int next() {
    return text.codePointAt(at);
  }

  private boolean isApostrophe() {
    return text.charAt(at) == '\'' || text.charAt(at) == '’';
  }

  private static boolean isMark(int one) {
    int kind = Character.getType(one);
    return kind == Character.NON_SPACING_MARK
        || kind == Character.COMBINING_SPACING_MARK
        || kind == Character.ENCLOSING_MARK;
  }
}
