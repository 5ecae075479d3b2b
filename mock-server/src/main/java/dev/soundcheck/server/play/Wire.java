package dev.soundcheck.server.play;

import java.nio.charset.StandardCharsets;

/** The way to the client. Messages leave in the order in which they are given. */
public interface Wire {
  /** One text message. */
  void send(String text);

  /** One text message that is UTF-8 already, which is not copied. */
  default void sendText(byte[] utf8) {
    send(new String(utf8, StandardCharsets.UTF_8));
  }

  /** One text message in so many frames, or in one where the way knows no frames. */
  default void send(String text, int frames) {
    send(text);
  }

  /** One binary message, which is not copied. */
  void send(byte[] bytes);

  /**
   * Closes the connection once everything before has left.
   *
   * @param code of RFC 6455; 1005 and 1006, which cannot be sent, drop the connection without a
   *     word
   * @param reason for people; cut at 123 bytes
   */
  void close(int code, String reason);

  /** Ends the connection by a TCP reset, or without a word where the way knows none. */
  default void reset() {
    close(1006, "");
  }

  /** Reads and sends nothing from now on; the connection stays as it is. */
  default void freeze() {}
}
