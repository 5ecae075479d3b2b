package dev.soundcheck.script;

/**
 * One line of a feature as it was written.
 *
 * @param file as shown to people
 * @param line counted from 1
 * @param column of its first word after the keyword, counted from 1
 * @param text without the keyword
 */
record Line(String file, long line, long column, String text) {
  String where() {
    return file + ":" + line;
  }

  Unmet unmet(String expected, String found) {
    return new Unmet(where(), text, expected, found);
  }

  @Override
  public String toString() {
    return where() + ": " + text;
  }
}
