package dev.soundcheck.conformance.tool;

import java.util.ArrayList;
import java.util.List;

/**
 * A command as its words. Blanks part them; single and double quotes keep blanks, and a backslash
 * outside of single quotes keeps the next character. Nothing is expanded: no shell is asked.
 */
final class CommandWords {
  private static final char NONE = 0;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private char quote = NONE;

  private CommandWords(String text) {
    this.text = text;
  }

  /**
   * Splits it.
   *
   * @throws IllegalArgumentException when a quote is not closed, or nothing is there
   */
  static List<String> of(String text) {
    return new CommandWords(text).split();
  }

  private List<String> split() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
        keep(text.charAt(++i));
      } else {
        take(c);
      }
    }
    if (quote != NONE) {
      throw new IllegalArgumentException("the quote %s is not closed".formatted(quote));
    }
    endWord();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("there is no command");
    }
    return List.copyOf(words);
  }

  private void take(char c) {
    if (quote == c) {
      quote = NONE;
    } else if (quote == NONE && (c == '\'' || c == '"')) {
      quote = c;
      begun = true;
    } else if (quote == NONE && Character.isWhitespace(c)) {
      endWord();
    } else {
      keep(c);
    }
  }

  private void keep(char c) {
    word.append(c);
    begun = true;
  }

  private void endWord() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
