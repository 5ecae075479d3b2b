package dev.soundcheck.server.jetty;

import dev.soundcheck.script.Transfer;
import dev.soundcheck.server.api.CallLine;
import java.util.concurrent.CompletableFuture;

/** Hands what is asked of a call over HTTP to the play of its connection, in its turn. */
record Handset(Stage stage) implements CallLine {
  @Override
  public CompletableFuture<Transfer> transfer(String target) {
    CompletableFuture<Transfer> answered = new CompletableFuture<>();
    stage.later((play, now) -> play.transfer(now, target, answered::complete));
    return answered;
  }

  @Override
  public void hangUp() {
    stage.later((play, now) -> play.hangUp(now));
  }
}
