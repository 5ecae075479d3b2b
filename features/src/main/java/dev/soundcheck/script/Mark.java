package dev.soundcheck.script;

import java.util.Optional;

/** Where a block of lines begins, changes or ends; gone when the blocks are laid out. */
record Mark(Line line, Kind kind, int count, Optional<Beat> choice) implements Beat {
  /** What a mark does. */
  enum Kind {
    REPEAT,
    REPEAT_FOR_EACH,
    END_OF_REPEAT,
    EITHER,
    OR,
    OTHERWISE,
    IN_ANY_CASE
  }

  static Mark of(Line line, Kind kind) {
    return new Mark(line, kind, 0, Optional.empty());
  }

  @Override
  public Side side() {
    return Side.EITHER;
  }

  @Override
  public boolean byServer(Stage stage) {
    throw new IllegalStateException("blocks are laid out before they are played: " + line);
  }

  @Override
  public boolean byClient(Stage stage) {
    return byServer(stage);
  }
}
