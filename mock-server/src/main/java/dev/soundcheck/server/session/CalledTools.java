package dev.soundcheck.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The calls whose outputs may come, by their ids and by what LiveKit's client makes of ids longer
 * than 32 characters, which xAI's always are: the beginning of their SHA-256 in hexadecimal
 * (docs/decisions/session-choices.md).
 */
public final class CalledTools {
  /**
   * A call as the server knows it.
   *
   * @param id the id that the server or a seeded item gave it
   * @param tool the function's name
   */
  record Called(String id, String tool) {}

  private static final int LONGEST_KEPT = 32;

  private final Map<String, Called> byId = new HashMap<>();

  void add(String id, String tool) {
    Called called = new Called(id, tool);
    byId.put(id, called);
    if (id.length() > LONGEST_KEPT) {
      byId.put(shortened(id), called);
    }
  }

  /** The call that an output names. */
  Optional<Called> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What LiveKit's client for Python makes of an id of more than 32 characters. */
  public static String shortened(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LONGEST_KEPT);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
