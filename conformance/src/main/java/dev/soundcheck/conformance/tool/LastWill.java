package dev.soundcheck.conformance.tool;

/** What is done when this JVM is told to end, or ends, before the will is revoked. */
final class LastWill {
  private final Thread hook;

  private LastWill(Thread hook) {
    this.hook = hook;
  }

  /** Made in time, or nothing may be started that would need it. */
  static LastWill of(Runnable done) throws UnstartableException {
    Thread hook = new Thread(done, "last-will");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      throw new UnstartableException("Nothing is started any more: this program is ending.");
    }
    return new LastWill(hook);
  }

  void revoke() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // and it is done
    }
  }
}
