package dev.soundcheck.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts words into sentences, and long sentences in two, as transcript deltas carry them. */
final class Phrases {
  private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?…])(?=\\s)");
  private static final Pattern START_OF_WORD = Pattern.compile("(?=\\s+\\S)(?<=\\S)");

  /** A sentence of at least so many words may be cut in two. */
  private static final int LONG = 6;

  private Phrases() {}

  /** The sentences, each but the first with its leading space; together they are the words. */
  static List<String> sentences(String words) {
    String said = words.strip();
    return said.isEmpty() ? List.of() : List.of(END_OF_SENTENCE.split(said));
  }

  /** The sentence, or its beginning and its last one to three words, as the share decides. */
  static List<String> cut(String sentence, double share) {
    List<String> words = List.of(START_OF_WORD.split(sentence));
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
    List<String> words = List.of(START_OF_WORD.split(text.strip()));
    return String.join("", words.subList(0, Math.min(count, words.size())));
  }

  static int countWords(String text) {
    return text.isBlank() ? 0 : START_OF_WORD.split(text.strip()).length;
  }
}
