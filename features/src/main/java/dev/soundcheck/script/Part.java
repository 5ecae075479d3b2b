package dev.soundcheck.script;

import io.cucumber.cucumberexpressions.Argument;

/**
 * A line, or the part of it that is a line by itself.
 *
 * @param start where the part begins in the text
 * @param asWritten whether the text is that of the file; where something was put in for a parameter
 *     its places are those of another text, so the line's own is told
 */
record Part(Line line, int start, boolean asWritten) {
  String text() {
    return line.text().substring(start);
  }

  Part from(int index) {
    return new Part(line, start + index, asWritten);
  }

  long column(int index) {
    return asWritten ? line.column() + start + index : line.column();
  }

  Said.Argument argument(Argument<?> matched) {
    int at = matched.getGroup().getStart();
    int quote = text().charAt(at) == '"' ? 1 : 0;
    return new Said.Argument(matched.getValue(), column(at + quote));
  }
}
