package dev.soundcheck.listener;

import static edu.cmu.sphinx.linguist.dictionary.Dictionary.SILENCE_SPELLING;

import edu.cmu.sphinx.linguist.language.grammar.Grammar;
import edu.cmu.sphinx.linguist.language.grammar.GrammarNode;
import java.util.Collection;
import java.util.List;

/** One of these sequences of words, between silences and with pauses where somebody makes them. */
final class PhraseGrammar extends Grammar {
  private final Collection<List<String>> sequences;

  PhraseGrammar(Collection<List<String>> sequences, Dictionary dictionary) {
    super(false, true, true, false, dictionary);
    this.sequences = sequences;
  }

  /** The dictionary is there already. */
  @Override
  public void allocate() {
    newGrammar();
    initialNode = createGrammar();
  }

  @Override
  protected GrammarNode createGrammar() {
    GrammarNode first = createGrammarNode(SILENCE_SPELLING);
    GrammarNode last = createGrammarNode(SILENCE_SPELLING);
    last.setFinalNode(true);
    for (List<String> words : sequences) {
      GrammarNode before = first;
      for (String word : words) {
        GrammarNode node = createGrammarNode(word);
        before.add(node, 0);
        before = node;
      }
      before.add(last, 0);
    }
    postProcessGrammar();
    return first;
  }
}
