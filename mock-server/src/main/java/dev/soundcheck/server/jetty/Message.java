package dev.soundcheck.server.jetty;

import dev.soundcheck.server.play.Show;
import java.time.Duration;

/** One whole message of a client. */
sealed interface Message {
  /** Tells the play of it. */
  void playTo(Show play, Duration now);

  /** In bytes. */
  int size();

  /**
   * One of text.
   *
   * @param utf8 not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Text(byte[] utf8) implements Message {
    @Override
    public void playTo(Show play, Duration now) {
      play.text(now, utf8);
    }

    @Override
    public int size() {
      return utf8.length;
    }
  }

  /**
   * One of bytes.
   *
   * @param bytes not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Binary(byte[] bytes) implements Message {
    @Override
    public void playTo(Show play, Duration now) {
      play.binary(now, bytes);
    }

    @Override
    public int size() {
      return bytes.length;
    }
  }
}
