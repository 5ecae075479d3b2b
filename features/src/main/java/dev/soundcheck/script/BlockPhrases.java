package dev.soundcheck.script;

import dev.soundcheck.script.Mark.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lines about other lines: which are repeated, and which depend on what the user says. */
final class BlockPhrases {
  private static final Map<Kind, Phrase> ROWS = rows();

  static final List<Phrase> ALL = List.copyOf(ROWS.values());

  private BlockPhrases() {}

  /** What kind of mark this line is, if it is one. */
  static Optional<Kind> kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> of(kind).expression().match(text) != null)
        .findFirst();
  }

  private static Phrase of(Kind kind) {
    Phrase row = ROWS.get(kind);
    if (row == null) {
      throw new IllegalStateException("no phrase for " + kind);
    }
    return row;
  }

  private static Map<Kind, Phrase> rows() {
    Map<Kind, Phrase> rows = new EnumMap<>(Kind.class);
    rows.put(
        Kind.REPEAT,
        row(
            "repeat {count} times",
            "repeat 3 times",
            "the lines down to `end of repeat`, so often; `<time>` in them is 1, 2, 3",
            said -> new Mark(said.line(), Kind.REPEAT, said.count(0), Optional.empty())));
    rows.put(
        Kind.REPEAT_FOR_EACH,
        plain(
            Kind.REPEAT_FOR_EACH,
            "repeat for each of",
            "the same for each row of the table below, whose columns stand for `<column>`"));
    rows.put(
        Kind.END_OF_REPEAT, plain(Kind.END_OF_REPEAT, "end of repeat", "so far, and no further"));
    rows.put(
        Kind.EITHER,
        choice(
            Kind.EITHER,
            "either {line}",
            "either the user types \"yes\"",
            "the lines below are played when the user types this"));
    rows.put(
        Kind.OR,
        choice(
            Kind.OR,
            "or {line}",
            "or the user types \"no\"",
            "another choice; the client's role plays the first of them"));
    rows.put(
        Kind.OTHERWISE, plain(Kind.OTHERWISE, "otherwise", "when the user says anything else"));
    rows.put(
        Kind.IN_ANY_CASE,
        plain(Kind.IN_ANY_CASE, "in any case", "from here on it does not matter what was said"));
    return rows;
  }

  private static Phrase plain(Kind kind, String text, String meaning) {
    return row(text, text, meaning, said -> Mark.of(said.line(), kind));
  }

  private static Phrase choice(Kind kind, String text, String example, String meaning) {
    return row(
        text,
        example,
        meaning,
        said -> new Mark(said.line(), kind, 0, Optional.of(said.innerBeat())));
  }

  private static Phrase row(
      String expression, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.EITHER, expression, example, meaning, beat);
  }
}
