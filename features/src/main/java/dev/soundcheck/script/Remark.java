package dev.soundcheck.script;

/** A line at which nothing happens: it says something about others. */
interface Remark extends Beat {
  @Override
  default boolean byServer(Stage stage) {
    return true;
  }

  @Override
  default boolean byClient(Stage stage) {
    return true;
  }
}
