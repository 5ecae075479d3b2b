package dev.soundcheck.server.jetty;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are UTF-8, which a text message has to be (RFC 6455 section 8.1). */
final class Utf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH = 0x8080808080808080L;

  private Utf8() {}

  /** Sound is ASCII; only for other text a decoder is asked. */
  static boolean is(byte[] bytes) {
    int ascii = asciiUntil(bytes);
    return ascii == bytes.length || decodes(ByteBuffer.wrap(bytes, ascii, bytes.length - ascii));
  }

  private static int asciiUntil(byte[] bytes) {
    int i = 0;
    while (i + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, i) & HIGH) == 0) {
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static boolean decodes(ByteBuffer rest) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(rest);
      return true;
    } catch (CharacterCodingException wrong) {
      return false;
    }
  }
}
