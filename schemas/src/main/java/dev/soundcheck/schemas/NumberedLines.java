package dev.soundcheck.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream, one at a time, of which a reader can afford to hold one. */
final class NumberedLines {
  /**
   * Bytes of the longest line; a message of 16 MiB, which is what servers take, fits as base64 and
   * with escapes.
   */
  static final int LONGEST = 32 << 20;

  private static final int BLOCK = 65_536;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * A line that is not blank.
   *
   * @param number counted from 1
   * @param ended whether a line feed follows; the last line of a file that was cut has none
   * @param tooLong whether it is longer than {@link #LONGEST}; then the text is its beginning
   */
  record Line(int number, String text, boolean ended, boolean tooLong) {}

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private int from;
  private int to;
  private int number;

  NumberedLines(InputStream in) {
    this.in = in;
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    while (from < to || fill()) {
      Line line = line();
      if (!line.text().isBlank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private Line line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean ended = false;
    boolean tooLong = false;
    while (!ended && (from < to || fill())) {
      int end = from;
      while (end < to && block[end] != '\n') {
        end++;
      }
      tooLong |= bytes.size() + end - from > LONGEST;
      if (!tooLong) {
        bytes.write(block, from, end - from);
      }
      ended = end < to;
      from = ended ? end + 1 : end;
    }
    number++;
    return new Line(number, text(bytes), ended, tooLong);
  }

  /** Some editors begin a file with a mark that is no text. */
  private String text(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(block));
    return to > 0;
  }
}
