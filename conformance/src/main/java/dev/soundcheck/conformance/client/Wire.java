package dev.soundcheck.conformance.client;

/** An open connection. */
interface Wire {
  void send(String text);

  void send(byte[] bytes);

  /** Closes; with 1006, which cannot be sent, without a word. */
  void close(int code, String reason);
}
