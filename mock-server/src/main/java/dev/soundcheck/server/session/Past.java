package dev.soundcheck.server.session;

import java.util.Optional;

/**
 * What a session may go on with.
 *
 * @param conversation the conversation that the client wants to resume
 * @param memory of conversations
 * @param call the telephone call that the client joined: a new conversation has its id
 *     (live-behaviour.md 2.12)
 */
public record Past(Optional<String> conversation, Memory memory, Optional<String> call) {
  /** Begins anew and leaves nothing behind. */
  public static final Past NONE = new Past(Optional.empty(), Memory.NONE);

  /** Without a telephone. */
  public Past(Optional<String> conversation, Memory memory) {
    this(conversation, memory, Optional.empty());
  }
}
