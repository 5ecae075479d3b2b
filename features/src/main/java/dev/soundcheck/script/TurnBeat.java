package dev.soundcheck.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A turn of the user.
 *
 * @param manner how it may be made
 * @param words empty when any will do
 * @param wav what is spoken, instead of the client's own voice
 * @param length about how long saying it takes
 */
record TurnBeat(
    Line line, Manner manner, Optional<String> words, Optional<Path> wav, Duration length)
    implements ClientTurn {
  /** What our client says, and what speech is taken for, where any words will do. */
  static final String ANYTHING = "These words stand for whatever was said.";

  /** Ways of making a turn. */
  enum Manner {
    SAYS,
    TYPES,
    SPEAKS
  }

  @Override
  public boolean byClient(Stage stage) {
    for (Optional<Reply> extra = stage.takeReply(); extra.isPresent(); extra = stage.takeReply()) {
      stage.unmet(line.unmet("no answer before this line", Answers.shown(extra.get())));
    }
    stage.to().filling = stage.to().filling.afterTurn(said(), Duration.ZERO);
    stage.act(manner == Manner.TYPES ? new Act.Type(said()) : new Act.Say(said(), wav));
    stage.says(manner == Manner.TYPES ? Duration.ZERO : length);
    return true;
  }

  @Override
  public Optional<String> speech() {
    return Optional.of(said());
  }

  boolean spoken() {
    return manner != Manner.TYPES;
  }

  /**
   * How well a turn fits where others may fit too; zero when it does not.
   *
   * @param told whether the words of speech tell it from others
   */
  int fits(Turn turn, boolean told) {
    if (!welcomes(turn)) {
      return 0;
    }
    if (words.isPresent()) {
      boolean others = turn.kind() == Turn.Kind.SPOKEN && !says(turn);
      return others && (told || turn.words().equals(Turn.NONE_OF_THE_PHRASES)) ? 0 : CHOSEN_WORDS;
    }
    return manner == Manner.SAYS ? ANYTHING_SAID : ANYTHING_TYPED;
  }

  /** Whether these words were spoken. */
  boolean says(Turn turn) {
    return turn.kind() == Turn.Kind.SPOKEN
        && words.filter(asked -> Spelling.same(asked, turn.words())).isPresent();
  }

  private static final int ANYTHING_SAID = 1;
  private static final int ANYTHING_TYPED = 2;
  private static final int CHOSEN_WORDS = 3;

  private String said() {
    return words.orElse(ANYTHING);
  }

  @Override
  public List<Unmet> unmetBy(Turn turn) {
    boolean met =
        switch (turn.kind()) {
          case TYPED ->
              manner != Manner.SPEAKS
                  && words.map(asked -> Spelling.same(asked, turn.words())).orElse(true);
          case SPOKEN -> manner != Manner.TYPES;
          case TOOLS, NUDGED -> false;
        };
    return met ? List.of() : List.of(line.unmet(expected(), Turns.shown(turn)));
  }

  @Override
  public String expected() {
    String what = words.map("\"%s\""::formatted).orElse("any words");
    return switch (manner) {
      case SAYS -> what + " spoken or typed";
      case TYPES -> what + " typed";
      case SPEAKS -> "speech";
    };
  }
}
