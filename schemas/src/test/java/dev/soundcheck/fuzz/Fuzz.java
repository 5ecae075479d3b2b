package dev.soundcheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives one parser many spoiled inputs. It must answer each: take it or refuse it, and neither
 * throw something else, nor hang, nor keep what it read.
 *
 * <p>{@code -Dfuzz.inputs=N} says how many, {@code -Dfuzz.seed=S} which; {@code -Dfuzz.only=N}
 * tries one alone, to see a failure again.
 */
public final class Fuzz {
  private final String name;
  private final Mutator mutator;
  private final List<byte[]> corpus;
  private final FuzzSettings settings;

  /**
   * For one parser.
   *
   * @param name what it is called in reports and names of files
   * @param corpus inputs as they really are, all of which the parser knows how to read
   */
  public Fuzz(String name, Mutator mutator, List<byte[]> corpus) {
    this(name, mutator, corpus, FuzzSettings.ofTheBuild());
  }

  Fuzz(String name, Mutator mutator, List<byte[]> corpus, FuzzSettings settings) {
    if (corpus.isEmpty()) {
      throw new IllegalArgumentException("nothing to spoil for " + name);
    }
    this.name = name;
    this.mutator = mutator;
    this.corpus = List.copyOf(corpus);
    this.settings = settings;
  }

  /** For one parser of texts. */
  public static Fuzz ofTexts(String name, Mutator mutator, List<String> corpus) {
    return new Fuzz(
        name, mutator, corpus.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** The same with fewer inputs, one for so many: for what takes a hundred times as long. */
  public Fuzz oneIn(int many) {
    return new Fuzz(name, mutator, corpus, settings.oneIn(many));
  }

  /**
   * Lets the parser read them all.
   *
   * @throws AssertionError if it does not answer all of them; names the seed and the number of each
   *     kind of failure, and the file that has the input
   */
  public void run(Parser parser) {
    if (settings.only().isPresent()) {
      new FuzzRun(name, this::input, settings, parser).one(settings.only().get());
    } else {
      new FuzzRun(name, this::input, settings, parser).all();
    }
  }

  /** The same for a parser of texts. */
  public void runTexts(TextParser parser) {
    run(input -> parser.takes(new String(input, StandardCharsets.UTF_8)));
  }

  /** Reads a text; see {@link Parser}. */
  @FunctionalInterface
  public interface TextParser {
    /**
     * Reads a text, which may be anything.
     *
     * @return whether it was taken
     * @throws Exception what the parser does not promise to throw
     */
    boolean takes(String text) throws Exception;
  }

  /** The input of this number, always the same for the same seed. */
  byte[] input(int number) {
    long seed = settings.seed() * 1_000_003 + name.hashCode();
    SplittableRandom random = new SplittableRandom(seed * 1_000_000_007 + number);
    byte[] input = corpus.get(random.nextInt(corpus.size()));
    byte[] other = corpus.get(random.nextInt(corpus.size()));
    return mutator.spoil(input, other, random);
  }
}
