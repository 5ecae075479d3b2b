package dev.soundcheck.server.redis;

/**
 * Under which keys things lie. Ids of tests and conversations are a client's words, so that their
 * lengths stand before them: no two pairs make the same key.
 */
final class Keys {
  private static final String PREFIX = "soundcheck:";

  private Keys() {}

  static String conversation(String test, String id) {
    return PREFIX + "conversation:" + counted(test) + id;
  }

  static String sequel(String test, String conversation) {
    return PREFIX + "sequel:" + counted(test) + conversation;
  }

  static String journal(String test) {
    return PREFIX + "journal:" + test;
  }

  static String secret(String id) {
    return PREFIX + "secret:" + id;
  }

  private static String counted(String test) {
    return test.length() + ":" + test + ":";
  }
}
