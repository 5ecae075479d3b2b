package dev.soundcheck.conformance.client;

/** What comes back from a dialled connection; called from any thread, one call at a time. */
interface Ear {
  /** The upgrade was accepted. */
  void opened(Wire wire);

  void text(String text);

  void binary(byte[] bytes);

  /** Runs this when all that was said so far is dealt with; who says more before is a flood. */
  default void caughtUp(Runnable next) {
    next.run();
  }

  /**
   * Something was asked of the telephone call.
   *
   * @param status of the answer; 0 when none came
   */
  default void answered(String action, int status) {}

  void closed(int code, String reason);

  /**
   * It never opened.
   *
   * @param why for people; says what to do
   * @param passing whether it may come about the next time: nobody listened, or a server was busy
   */
  void failed(String why, boolean passing);
}
