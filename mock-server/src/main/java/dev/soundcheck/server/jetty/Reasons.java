package dev.soundcheck.server.jetty;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.Limits;

/** Why a client is sent away, short enough for a close frame. */
record Reasons(Limits limits) {
  private static final long MEBI = 1024 * 1024;

  String tooLarge() {
    return "A message of more than %s cannot be taken; send audio in smaller chunks."
        .formatted(bytes(limits.most(Limit.MESSAGE)));
  }

  String tooMuch() {
    return "The client has sent more than %s, the limit of a session."
        .formatted(bytes(limits.most(Limit.BYTES)));
  }

  String tooSlow() {
    return "The client reads too slowly: more than %d characters wait for it."
        .formatted(limits.most(Limit.BACKLOG));
  }

  private static String bytes(long number) {
    return number % MEBI == 0 && number > 0
        ? "%d MiB (%d bytes)".formatted(number / MEBI, number)
        : "%d bytes".formatted(number);
  }
}
