package dev.soundcheck.listener;

import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.HMMSearchState;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.SearchState;
import edu.cmu.sphinx.linguist.acoustic.AcousticModel;
import edu.cmu.sphinx.linguist.flat.FlatLinguist;
import edu.cmu.sphinx.util.LogMath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens for some phrases. Beside them it follows a loop of all sounds there are, in any order;
 * what that explains much better than the likeliest phrase is none of them.
 */
final class Ear {
  /** Of the word that the loop of sounds is taken for. */
  private static final String ANY_SOUNDS = "<unk>";

  private final Map<String, String> phrases = new LinkedHashMap<>();
  private final Search search;

  Ear(List<String> asked, Acoustics acoustics) {
    Map<String, List<String>> sequences = new LinkedHashMap<>();
    for (String phrase : asked) {
      for (List<String> words : Wording.of(phrase)) {
        String spoken = String.join(" ", words);
        sequences.putIfAbsent(spoken, words);
        phrases.putIfAbsent(spoken, phrase);
      }
    }
    search =
        new Search(
            linguist(acoustics, new PhraseGrammar(sequences.values(), acoustics.dictionary())));
  }

  private static Linguist linguist(Acoustics acoustics, PhraseGrammar grammar) {
    AcousticModel model = acoustics.model();
    return new FlatLinguist(
        model,
        grammar,
        acoustics.units(),
        0.1,
        0.1,
        0.01,
        1,
        8,
        false,
        false,
        false,
        true,
        1,
        1,
        model);
  }

  /** The likeliest phrase; empty when the sound is too short for each. */
  Optional<Guess> hear(List<Data> features) {
    return guess(search.ends(features));
  }

  private Optional<Guess> guess(List<Token> ends) {
    Token best = null;
    Token loop = null;
    for (Token end : ends) {
      if (end.getWordPathNoFiller().contains(ANY_SOUNDS)) {
        loop = better(loop, end);
      } else {
        best = better(best, end);
      }
    }
    String phrase = best == null ? null : phrases.get(best.getWordPathNoFiller().strip());
    return best == null || phrase == null
        ? Optional.empty()
        : Optional.of(new Guess(phrase, margin(best, loop)));
  }

  /** Where the loop is not at the end it was far behind on the way. */
  private static double margin(Token best, @Nullable Token loop) {
    return loop == null
        ? 0
        : LogMath.getLogMath().logToLn(best.getScore() - loop.getScore()) / spoken(best);
  }

  /** How many hundredths of a second on the way are no silence; silence is as likely either way. */
  private static int spoken(Token end) {
    int spoken = 0;
    for (Token at = end; at != null; at = at.getPredecessor()) {
      spoken += at.isEmitting() && sounds(at.getSearchState()) ? 1 : 0;
    }
    return Math.max(1, spoken);
  }

  private static boolean sounds(SearchState state) {
    return state instanceof HMMSearchState model
        && !model.getHMMState().getHMM().getBaseUnit().isSilence();
  }

  private static Token better(@Nullable Token one, Token other) {
    return one == null || other.getScore() > one.getScore() ? other : one;
  }
}
