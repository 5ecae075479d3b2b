package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.List;

/** Has somebody listen to speech whose words something depends on. */
final class Comprehension {
  /** Words begin softer than a detector notices, and end so. */
  private static final Duration MARGIN = Duration.ofMillis(200);

  private final Stage stage;
  private final Ears ears;
  private List<String> expected = List.of();
  private List<String> phrases = List.of();

  Comprehension(Stage stage, Ears ears) {
    this.stage = stage;
    this.ears = ears;
  }

  /**
   * What speech may be that begins from now on.
   *
   * @param speaking whether speech has begun already, which is not changed
   */
  void expect(Intent.ExpectWords words, boolean speaking) {
    expected = understanding().listens() ? words.phrases() : List.of();
    if (!speaking) {
      ears.remember(!expected.isEmpty());
    }
  }

  private Understanding understanding() {
    return stage.setup().senses().understanding();
  }

  /** The transcript of speech that begins now; without words where they are not known yet. */
  Transcript begin(String words) {
    phrases = expected;
    return understanding().begin(phrases.isEmpty() ? words : "");
  }

  /** Goes on with the end of this speech, once its words are known. */
  void listen(Utterance utterance, Runnable then) {
    if (phrases.isEmpty()) {
      then.run();
    } else {
      stage.ask(heard(utterance), words -> understood(utterance, words, then));
    }
    ears.remember(!expected.isEmpty());
  }

  private Cue.Heard heard(Utterance utterance) {
    return new Cue.Heard(
        ears.recall(utterance.from().minus(MARGIN), utterance.to().plus(MARGIN)), phrases);
  }

  private static void understood(Utterance utterance, String words, Runnable then) {
    utterance.understoodAs(words);
    then.run();
  }
}
