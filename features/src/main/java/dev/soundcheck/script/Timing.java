package dev.soundcheck.script;

/** A beat that judges when the other role met the one in it. */
interface Timing extends Timed {
  /** Says what is not met, now that the other role has met it. */
  void judge(Stage stage);

  @Override
  default boolean byServer(Stage stage) {
    return inner().byServer(stage) && judged(stage, Side.CLIENT);
  }

  @Override
  default boolean byClient(Stage stage) {
    return inner().byClient(stage) && judged(stage, Side.SERVER);
  }

  private boolean judged(Stage stage, Side other) {
    if (side() == other) {
      judge(stage);
    }
    return true;
  }
}
