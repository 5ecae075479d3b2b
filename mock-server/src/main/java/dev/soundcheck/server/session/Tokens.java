package dev.soundcheck.server.session;

import java.util.regex.Pattern;

/**
 * Counts tokens of text as words, digits and signs, which gives the figures of nearly every
 * captured session (live-behaviour.md 1.7).
 */
final class Tokens {
  /** Possessive, because what may go back needs a stack as deep as the text is long. */
  private static final Pattern TOKEN =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+(?:['’]\\p{L}++)*+|\\p{N}|[^\\s\\p{L}\\p{N}]");

  private Tokens() {}

  static int of(String text) {
    return (int) TOKEN.matcher(text).results().count();
  }
}
