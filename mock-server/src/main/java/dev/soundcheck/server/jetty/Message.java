package dev.soundcheck.server.jetty;

import dev.soundcheck.server.play.Show;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;

/** One whole message of a client. */
sealed interface Message {
  /** Tells the play of it. */
  void playTo(Show play, Duration now);

  /** One of text. */
  record Text(String text) implements Message {
    private static final char REPLACEMENT = '\uFFFD';

    /**
     * What these bytes say.
     *
     * @throws BadPayloadException when they are not UTF-8 (RFC 6455 section 8.1)
     */
    static Text of(byte[] utf8) {
      String text = new String(utf8, StandardCharsets.UTF_8);
      if (text.indexOf(REPLACEMENT) >= 0) {
        insistOnUtf8(utf8);
      }
      return new Text(text);
    }

    /** Decoding puts the character there for what is wrong; a client may send it, too. */
    private static void insistOnUtf8(byte[] bytes) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException wrong) {
        throw new BadPayloadException("A text message must be UTF-8 (RFC 6455 section 8.1)", wrong);
      }
    }

    @Override
    public void playTo(Show play, Duration now) {
      play.text(now, text);
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
  }
}
