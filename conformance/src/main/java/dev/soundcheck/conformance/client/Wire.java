package dev.soundcheck.conformance.client;

/** An open connection. */
interface Wire {
  void send(String text);

  void send(byte[] bytes);

  void close(int code, String reason);
}
