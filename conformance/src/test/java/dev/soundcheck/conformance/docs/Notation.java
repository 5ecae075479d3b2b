package dev.soundcheck.conformance.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people write when they show how a command is called: {@code [left out or not]}, {@code (one
 * | the other)}, {@code real|virtual}, {@code FILE...} and words in capitals for what the reader
 * fills in. It is expanded so that each part is in one call at least, and the optional ones are
 * missing in another.
 */
final class Notation {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|(?:\\.\\.\\.)|[\\[\\]()]|\\|(?=\\s)"
              + "|(?:[^\\s\\[\\]()\"']|\"[^\"]*\"|'[^']*')+");

  private static final Pattern FILLED_IN =
      Pattern.compile("<[a-z]+>(?:/<[a-z]+>)?|\\b[A-Z]+(?:_[A-Z]+)*\\b|…");

  /**
   * What stands for each word that the reader fills in; "x" for those that any text will do for.
   */
  private static final Map<String, String> READERS =
      Map.ofEntries(
          Map.entry("AFTER_MS", "500"),
          Map.entry("FAULTS", "stall"),
          Map.entry("LIMITS", "items=5"),
          Map.entry("MINUTES", "10"),
          Map.entry("N", "2"),
          Map.entry("PACE", "fast"),
          Map.entry("TIME", "2s"),
          Map.entry("URL", "ws://127.0.0.1:8765/v1/realtime"),
          Map.entry("…", "pcmu"));

  private final List<String> tokens;
  private int next;

  private Notation(String text) {
    tokens =
        TOKEN
            .matcher(text.replaceAll("\\$\\(.*?\\)", "1"))
            .results()
            .map(it -> it.group())
            .toList();
  }

  /** Whether it can be called as it stands. */
  static boolean isConcrete(String text) {
    return !text.matches(".*(\\s|^)[\\[(].*|.*(…|\\.\\.\\.).*")
        && !FILLED_IN.matcher(bare(text)).find();
  }

  /** Every call, as words; the first is the shortest. */
  static List<List<String>> calls(String text) {
    return new Notation(text)
        .sequence().stream().map(call -> call.stream().map(Notation::filledIn).toList()).toList();
  }

  /** The words of one call, without their quotation marks. */
  static List<String> words(String text) {
    return TOKEN.matcher(text).results().map(it -> bare(it.group())).toList();
  }

  /** Until its bracket closes: alternatives between bars, each made of parts. */
  private List<List<String>> sequence() {
    List<List<String>> all = new ArrayList<>();
    List<List<List<String>>> parts = new ArrayList<>();
    while (next < tokens.size() && !tokens.get(next).matches("[])]")) {
      if (tokens.get(next).equals("|")) {
        next++;
        all.addAll(inTurn(parts));
        parts = new ArrayList<>();
      } else {
        parts.add(part());
      }
    }
    all.addAll(inTurn(parts));
    return all;
  }

  private List<List<String>> part() {
    String token = tokens.get(next++);
    if (token.equals("[") || token.equals("(")) {
      List<List<String>> inside = sequence();
      next++;
      return token.equals("(")
          ? inside
          : Stream.concat(Stream.of(List.<String>of()), inside.stream()).toList();
    }
    return token.equals("...") ? List.of(List.of()) : alternatives(token);
  }

  private static List<List<String>> alternatives(String token) {
    boolean several = token.contains("|") && !token.matches("[\"'].*");
    return several
        ? Stream.of(token.split("\\|")).map(List::of).toList()
        : List.of(List.of(token.replaceFirst("\\.\\.\\.$", "")));
  }

  /** All parts in their first form, and each other form of each part once. */
  private static List<List<String>> inTurn(List<List<List<String>>> parts) {
    List<List<String>> calls = new ArrayList<>();
    calls.add(with(parts, -1, List.of()));
    for (int i = 0; i < parts.size(); i++) {
      for (List<String> form : parts.get(i).subList(1, parts.get(i).size())) {
        calls.add(with(parts, i, form));
      }
    }
    return calls;
  }

  private static List<String> with(List<List<List<String>>> parts, int one, List<String> form) {
    List<String> call = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      call.addAll(i == one ? form : parts.get(i).get(0));
    }
    return call;
  }

  private static String filledIn(String word) {
    return FILLED_IN
        .matcher(bare(word))
        .replaceAll(it -> Matcher.quoteReplacement(READERS.getOrDefault(it.group(), "x")));
  }

  /** Without the outermost quotation marks, as a shell takes them off. */
  private static String bare(String word) {
    return word.replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2");
  }
}
