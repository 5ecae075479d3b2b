package dev.soundcheck.server.jetty;

/**
 * What one connection may take.
 *
 * @param message bytes of the largest message
 * @param backlog characters that may wait to be read by the client
 */
public record Limits(int message, int backlog) {
  private static final int MEBI = 1024 * 1024;

  /** Why a message is refused, short enough for a close frame. */
  String tooLarge() {
    String mebis = message % MEBI == 0 ? "%d MiB (%d bytes)" : "%2$d bytes";
    return ("A message of more than " + mebis + " cannot be taken; send audio in smaller chunks.")
        .formatted(message / MEBI, message);
  }

  /** Why a client is dropped that does not read. */
  String tooSlow() {
    return "The client reads too slowly: more than %d characters wait for it.".formatted(backlog);
  }
}
