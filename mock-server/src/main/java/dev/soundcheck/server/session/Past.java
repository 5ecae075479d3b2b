package dev.soundcheck.server.session;

import java.util.Optional;

/**
 * What a session may go on with.
 *
 * @param conversation the conversation that the client wants to resume
 * @param memory of conversations
 */
public record Past(Optional<String> conversation, Memory memory) {
  /** Begins anew and leaves nothing behind. */
  public static final Past NONE = new Past(Optional.empty(), Memory.NONE);
}
