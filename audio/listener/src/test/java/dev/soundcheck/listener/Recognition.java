package dev.soundcheck.listener;

import dev.soundcheck.audio.Sounds;
import dev.soundcheck.listener.Trial.Score;
import dev.soundcheck.listener.Trial.Way;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints how well the listener tells phrases apart, for docs/listening.md; with {@code --margins}
 * how many would be refused and taken at other limits, on other grammars than those.
 */
final class Recognition {
  private static final int[] SIZES = {2, 5, 20, 50};
  private static final int MOST_OTHERS = 10;
  private static final int PHRASES_PER_GRAMMAR = 10;
  private static final int SEEDS_FOR_LIMITS = 1000;

  private Recognition() {}

  public static void main(String[] arguments) {
    boolean limits = arguments[0].equals("--margins");
    int grammars = limits ? PHRASES_PER_GRAMMAR : Integer.parseInt(arguments[0]);
    if (!limits) {
      System.out.println(HEADING.formatted(new Trial(Way.WIDE).recordings(), Guess.SURE));
    }
    for (Way way : Way.values()) {
      Trial trial = new Trial(way);
      for (int size : SIZES) {
        int many = Math.max(1, grammars * PHRASES_PER_GRAMMAR / (size + PHRASES_PER_GRAMMAR));
        int first = limits ? SEEDS_FOR_LIMITS : 0;
        List<Integer> seeds = IntStream.range(first, first + many).boxed().toList();
        Score score = trial.score(size, MOST_OTHERS, seeds);
        System.out.println(limits ? limits(way, size, score) : row(way, size, many, score));
      }
    }
    if (!limits) {
      System.out.printf("%n%s%n", memory());
    }
  }

  private static final String HEADING =
      """
      Sphinx4 among the phrases of a grammar: %d recordings of one woman (asterisk-core-sounds-en), of up to twelve words each, whose words are known; which phrases make a grammar, and which recordings are no part of it, is drawn by a seed.
      Refused is a phrase of the grammar that was taken for none of them, taken for another is one that was confused, and wrongly taken is a recording that is none of them; the limit is %.1f.
      Most of what goes wrong is one word, and often one syllable: letters, digits, "ninetieth" and "nineteenth".
      The factor is the time to listen by the length of the speech, on one core of a machine with other work to do.

      | sound | phrases | grammars | spoken | refused | taken for another | others spoken | wrongly taken | factor |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|""";

  private static String row(Way way, int size, int grammars, Score score) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.1f %% | %.1f %% | %d | %.1f %% | %.2f |",
        way,
        size,
        grammars,
        score.offered.size(),
        100 * score.rejects(),
        100 * score.confusions(),
        score.others.size(),
        100 * score.accepts(),
        score.taken / score.spoken);
  }

  /** What stays in memory once it has listened; what it needs meanwhile is gone afterwards. */
  private static String memory() {
    long without = used();
    SphinxListener listener = new SphinxListener();
    List<String> phrases = List.of("yes", "no");
    long began = System.nanoTime();
    listener.guess(Sounds.tone(440, -20, Duration.ofSeconds(1), 16_000), phrases);
    long millis = (System.nanoTime() - began) / 1_000_000;
    long with = used();
    String text =
        "Its models take %d MB of memory, and the first time it listens %d ms longer."
            .formatted((with - without) >> 20, millis);
    return listener.objection("yes").isEmpty() ? text : "";
  }

  private static long used() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  private static String limits(Way way, int size, Score score) {
    StringBuilder line = new StringBuilder("%s %d".formatted(way, size));
    for (double limit = -6; limit < 0; limit += 0.5) {
      double at = limit;
      long refused = score.offered.stream().filter(one -> one < at).count();
      long taken = score.others.stream().filter(one -> one >= at).count();
      line.append(
          String.format(
              Locale.ROOT,
              " | %.1f: %.1f/%.1f",
              at,
              100.0 * refused / score.offered.size(),
              100.0 * taken / score.others.size()));
    }
    return line.toString();
  }
}
