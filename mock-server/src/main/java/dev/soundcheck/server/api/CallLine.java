package dev.soundcheck.server.api;

import dev.soundcheck.script.Transfer;
import java.util.concurrent.CompletableFuture;

/** The way from a call to the connection that joined it. Safe for use by many threads. */
public interface CallLine {
  /** Transfers the call; done once the other end has answered, or the connection is gone. */
  CompletableFuture<Transfer> transfer(String target);

  /** Ends the call, and with it the connection. */
  void hangUp();
}
