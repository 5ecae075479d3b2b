package dev.soundcheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Knows where values and names of JSON stand: replaces, removes, doubles and swaps them. It works
 * on the text, so that what it makes may be what no writer of JSON would make.
 */
public final class JsonMutator implements Mutator {
  /** A value as it stands in the text, from its first character to behind its last. */
  private record Span(int from, int to, boolean name) {}

  @Override
  public byte[] spoil(byte[] input, byte[] other, SplittableRandom random) {
    String text = new String(input, StandardCharsets.UTF_8);
    List<Span> spans = spans(text);
    if (spans.isEmpty()) {
      return Oddities.json(random).getBytes(StandardCharsets.UTF_8);
    }
    Span span = spans.get(random.nextInt(spans.size()));
    String spoiled = spoil(text, span, donor(other, random), random);
    return spoiled.getBytes(StandardCharsets.UTF_8);
  }

  private static String spoil(String text, Span span, String donor, SplittableRandom random) {
    String before = text.substring(0, span.from());
    String value = text.substring(span.from(), span.to());
    String after = text.substring(span.to());
    if (span.name()) {
      return before + name(value, random) + after;
    }
    return before
        + switch (random.nextInt(8)) {
          case 0 -> "[" + value + "," + value + "]";
          case 1 -> value + ",\"type\":" + Oddities.json(random);
          case 2 -> "[" + value + "]";
          case 3 -> "{\"type\":" + value + "}";
          case 4, 5 -> donor;
          default -> Oddities.json(random);
        }
        + after;
  }

  private static String name(String name, SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> name + ":" + Oddities.json(random) + "," + name;
      case 1 -> "\"__proto__\"";
      case 2 -> "\"\"";
      case 3 -> "\"\\u0000\\u001b\\n\"";
      case 4 -> "\"type\"";
      default -> name.substring(0, name.length() - 1) + "x\"";
    };
  }

  private static String donor(byte[] other, SplittableRandom random) {
    String text = new String(other, StandardCharsets.UTF_8);
    List<Span> spans = spans(text);
    Span span = spans.isEmpty() ? new Span(0, 0, false) : spans.get(random.nextInt(spans.size()));
    return text.substring(span.from(), span.to());
  }

  /** The strings, names, words and numbers of a text, and the brackets with all between them. */
  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char here = text.charAt(at);
      int end = at + 1;
      if (here == '"') {
        end = endOfString(text, at);
        spans.add(new Span(at, end, end < text.length() && text.charAt(end) == ':'));
      } else if (here == '{' || here == '[') {
        open.add(at);
      } else if ((here == '}' || here == ']') && !open.isEmpty()) {
        spans.add(new Span(open.remove(open.size() - 1), end, false));
      } else if (Character.isLetterOrDigit(here) || here == '-') {
        end = endOfWord(text, at);
        spans.add(new Span(at, end, false));
      }
      at = end;
    }
    return spans;
  }

  private static int endOfString(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + 1);
  }

  private static int endOfWord(String text, int from) {
    int at = from + 1;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfWord(char here) {
    return Character.isLetterOrDigit(here) || here == '+' || here == '-' || here == '.';
  }
}
