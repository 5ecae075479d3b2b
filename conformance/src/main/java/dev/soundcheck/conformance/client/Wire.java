package dev.soundcheck.conformance.client;

/** An open connection. */
interface Wire {
  void send(String text);

  void send(byte[] bytes);

  /** Closes; with 1006, which cannot be sent, without a word. */
  void close(int code, String reason);

  /**
   * Asks something of the telephone call that this connection joined, over HTTP; the answer comes
   * to {@link Ear#answered}.
   *
   * @param action the last part of the address, such as {@code refer}
   */
  default void ask(String action, String body) {}
}
