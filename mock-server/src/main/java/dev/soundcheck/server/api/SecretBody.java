package dev.soundcheck.server.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a client secret says, as bytes.
 *
 * <pre>
 * 6   when it expires, in milliseconds since 1970
 * 10  random, tells it from all others
 * 12  whose it is; zeros for nobody's
 * and where a test or a scenario is bound to it:
 * 2   length of the test's id
 * ..  the test's id, then the scenario's name, UTF-8
 * </pre>
 *
 * With its signature that is 60 bytes, as long as the secrets that were captured (live-behaviour.md
 * §7.1), where nothing is bound.
 *
 * @param id tells it from all others and opens nothing; {@value #RANDOM} bytes in hexadecimal
 */
record SecretBody(Instant expires, String id, Keyring.Note note) {
  static final int RANDOM = 10;

  /** A header of HTTP has 8 KiB for all that a client says. */
  static final int MOST_BOUND = 1000;

  private static final int TIME = 6;
  private static final int LEAST = TIME + RANDOM + SecretSeal.OWNER;
  private static final int LENGTH = 2;

  /** Bytes that a test and a scenario would take. */
  static int bound(Keyring.Note note) {
    return utf8(note.test()).length + utf8(note.scenario().orElse("")).length;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(expires.toEpochMilli()).array();
    bytes.write(time, Long.BYTES - TIME, TIME);
    bytes.writeBytes(HexFormat.of().parseHex(id));
    bytes.writeBytes(
        note.owner().isEmpty()
            ? new byte[SecretSeal.OWNER]
            : HexFormat.of().parseHex(note.owner()));
    if (bound(note) > 0) {
      byte[] test = utf8(note.test());
      bytes.writeBytes(ByteBuffer.allocate(LENGTH).putShort((short) test.length).array());
      bytes.writeBytes(test);
      bytes.writeBytes(utf8(note.scenario().orElse("")));
    }
    return bytes.toByteArray();
  }

  /** What bytes say whose signature holds. */
  static SecretBody of(ByteBuffer bytes) {
    byte[] time = new byte[Long.BYTES];
    bytes.get(time, Long.BYTES - TIME, TIME);
    String id = HexFormat.of().formatHex(taken(bytes, RANDOM));
    String owner = HexFormat.of().formatHex(taken(bytes, SecretSeal.OWNER));
    String test = bytes.hasRemaining() ? text(taken(bytes, bytes.getShort())) : "";
    String scenario = text(taken(bytes, bytes.remaining()));
    return new SecretBody(
        Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong()),
        id,
        new Keyring.Note(
            test,
            owner.replace("0", "").isEmpty() ? "" : owner,
            Optional.of(scenario).filter(name -> !name.isEmpty())));
  }

  /** Whether so many bytes can be one. */
  static boolean fits(int length) {
    return length >= LEAST && length <= LEAST + LENGTH + MOST_BOUND;
  }

  private static byte[] taken(ByteBuffer bytes, int length) {
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
