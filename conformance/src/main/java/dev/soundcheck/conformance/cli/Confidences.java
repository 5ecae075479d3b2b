package dev.soundcheck.conformance.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What this program was told in confidence: keys and the like, whatever they look like. They are
 * taken out of all that it prints and writes, since a server may repeat them in its answers. Safe
 * for use by many threads.
 */
final class Confidences {
  private static final String MARK = "[redacted]";

  /** What is shorter is no secret, and would be found in the midst of words. */
  private static final int SHORTEST = 8;

  private static final Pattern RAW =
      Pattern.compile("[\\x7f-\\x9f\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private final List<String> secrets = new CopyOnWriteArrayList<>();

  void keep(String secret) {
    if (secret.length() >= SHORTEST && !secrets.contains(secret)) {
      secrets.add(secret);
      // One may be the beginning of another.
      secrets.sort(Comparator.comparing(String::length).reversed());
    }
  }

  /** The text without them. */
  String hide(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MARK);
    }
    return clean;
  }

  /** What finds each of them, and nothing else. */
  List<Pattern> patterns() {
    return secrets.stream().map(Pattern::quote).map(Pattern::compile).toList();
  }

  /**
   * Prints to the same place, without them. A secret that is printed in pieces is not found. What
   * would move a terminal's cursor or turn the direction of writing, and may stand in JSON as it
   * is, is printed as an escape of JSON.
   */
  PrintWriter over(PrintWriter out) {
    return new PrintWriter(new Discreet(out), true);
  }

  private final class Discreet extends Writer {
    private final PrintWriter out;

    Discreet(PrintWriter out) {
      super(out);
      this.out = out;
    }

    private String plain(String text) {
      return RAW.matcher(hide(text)).replaceAll(Discreet::escape);
    }

    private static String escape(MatchResult one) {
      return "\\\\u%04x".formatted((int) one.group().charAt(0));
    }

    @Override
    public void write(char[] text, int from, int length) {
      out.write(plain(new String(text, from, length)));
    }

    @Override
    public void write(String text, int from, int length) {
      out.write(plain(text.substring(from, from + length)));
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.close();
    }
  }
}
