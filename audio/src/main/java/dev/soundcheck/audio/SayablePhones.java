package dev.soundcheck.audio;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Relation;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces sounds that the voice never recorded side by side, which spellings that are no English
 * ask for, by their nearest neighbours. Without this the synthesizer complains on standard error
 * and plays an arbitrary sound.
 */
final class SayablePhones implements UtteranceProcessor {
  private static final String NAME = "name";

  private static final Set<String> VOWELS =
      Set.of(
          "aa", "ae", "ah", "ao", "aw", "ax", "axr", "ay", "eh", "er", "ey", "ih", "iy", "ow", "oy",
          "uh", "uw");

  /** Glides exist only before vowels. */
  private static final Map<String, String> WHEN_NO_VOWEL_FOLLOWS =
      Map.of("w", "uw", "y", "iy", "hh", "ax");

  /** The sound of "ng" exists only after vowels. */
  private static final Map<String, String> WHEN_NO_VOWEL_LEADS = Map.of("ng", "n");

  @Override
  public void processUtterance(Utterance utterance) {
    Item phone = utterance.getRelation(Relation.SEGMENT).getHead();
    while (phone != null) {
      replace(phone, phone.getNext(), WHEN_NO_VOWEL_FOLLOWS);
      replace(phone, phone.getPrevious(), WHEN_NO_VOWEL_LEADS);
      phone = phone.getNext();
    }
  }

  private static void replace(
      Item phone, @Nullable Item neighbour, Map<String, String> replacements) {
    String replacement = replacements.get(phone.toString());
    boolean vowelBeside = neighbour != null && VOWELS.contains(neighbour.toString());
    if (replacement != null && !vowelBeside) {
      phone.getFeatures().setString(NAME, replacement);
    }
  }
}
