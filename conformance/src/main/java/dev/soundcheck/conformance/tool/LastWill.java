package dev.soundcheck.conformance.tool;

/** What is done when this JVM is told to end, or ends, before the will is revoked. */
final class LastWill {
  private final Thread hook;

  /**
   * Makes it.
   *
   * @throws IllegalStateException when the JVM is ending already
   */
  LastWill(Runnable done) {
    hook = new Thread(done, "last-will");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void revoke() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // and it is done
    }
  }
}
