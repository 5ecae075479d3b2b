package dev.soundcheck.listener;

import dev.soundcheck.audio.Pronunciation;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.dictionary.Word;
import java.net.URL;
import java.util.List;

/** How words sound; what it does not know sounds as its letters say. */
final class Dictionary extends TextDictionary {
  Dictionary(URL words, URL fillers, UnitManager units) {
    super(words, fillers, List.of(), null, units);
  }

  @Override
  public Word getWord(String text) {
    if (!dictionary.containsKey(text) && !text.startsWith("<")) {
      dictionary.put(text, text + " " + String.join(" ", Pronunciation.guess(letters(text))));
    }
    return super.getWord(text);
  }

  private static String letters(String text) {
    return text.replaceAll("[^a-z]", "");
  }
}
