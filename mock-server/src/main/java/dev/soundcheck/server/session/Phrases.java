package dev.soundcheck.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts words into sentences, and long sentences in two, as transcript deltas carry them. */
final class Phrases {
  private static final String ENDS = ".!?…";

  /** A sentence of at least so many words may be cut in two. */
  private static final int LONG = 6;

  private Phrases() {}

  /** The sentences, each but the first with its leading space; together they are the words. */
  static List<String> sentences(String words) {
    String said = words.strip();
    return said.isEmpty() ? List.of() : split(said, i -> ENDS.indexOf(said.charAt(i - 1)) >= 0);
  }

  /** The sentence, or its beginning and its last one to three words, as the share decides. */
  static List<String> cut(String sentence, double share) {
    List<String> words = words(sentence);
    if (words.size() < LONG || share < 0.4) {
      return List.of(sentence);
    }
    int tail = 1 + (int) ((share - 0.4) * 5);
    List<String> parts = new ArrayList<>();
    parts.add(String.join("", words.subList(0, words.size() - tail)));
    parts.add(String.join("", words.subList(words.size() - tail, words.size())));
    return parts;
  }

  /** The first so many words. */
  static String firstWords(String text, int count) {
    List<String> words = words(text.strip());
    return String.join("", words.subList(0, Math.min(count, words.size())));
  }

  static int countWords(String text) {
    return text.isBlank() ? 0 : words(text.strip()).size();
  }

  /** The words, each with the space before it, the last one also with what follows. */
  private static List<String> words(String text) {
    int last = text.length();
    while (last > 0 && Space.is(text.charAt(last - 1))) {
      last--;
    }
    int end = last;
    return split(text, i -> i < end && !Space.is(text.charAt(i - 1)));
  }

  /** The text cut before each space where this says so. */
  private static List<String> split(String text, IntPredicate cuts) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Space.is(text.charAt(i)) && cuts.test(i)) {
        pieces.add(text.substring(from, i));
        from = i;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
