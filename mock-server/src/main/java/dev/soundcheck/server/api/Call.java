package dev.soundcheck.server.api;

import dev.soundcheck.script.Program;
import dev.soundcheck.script.Transfer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One telephone call. Safe for use by many threads.
 *
 * <pre>
 * RINGING --join--> JOINED --ended--> OVER
 *    '-------- transfer, hang-up -------^
 * </pre>
 */
public final class Call {
  /** So long somebody who transfers a call waits for an answer at most. */
  private static final long PATIENCE_SECONDS = 60;

  private enum State {
    RINGING,
    JOINED,
    OVER
  }

  private final String id;
  private final String test;
  private final Program program;
  private final CompletableFuture<CallLine> line = new CompletableFuture<>();
  private State state = State.RINGING;

  Call(String id, String test, Program program) {
    this.id = id;
    this.test = test;
    this.program = program;
  }

  /** As in {@code ?call_id=}; the conversation of the call has this id too. */
  public String id() {
    return id;
  }

  /** The id of the test that it belongs to; empty for none. */
  String test() {
    return test;
  }

  Program program() {
    return program;
  }

  /** Takes the call; false when somebody has, or when it is over. */
  synchronized boolean join() {
    boolean rings = state == State.RINGING;
    state = rings ? State.JOINED : state;
    return rings;
  }

  synchronized boolean over() {
    return state == State.OVER;
  }

  /** The connection that joined it is open. */
  public void connected(CallLine open) {
    line.complete(open);
  }

  /** The connection that joined it is gone. */
  public synchronized void ended() {
    state = State.OVER;
  }

  /** Waits for how it ends; a call that nobody has joined goes wherever it is sent. */
  Transfer transfer(String target) {
    if (endsUnjoined()) {
      return Transfer.ACCEPTED;
    }
    try {
      return line.thenCompose(open -> open.transfer(target))
          .completeOnTimeout(
              Transfer.of(Transfer.Outcome.TIMED_OUT), PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException broken) {
      return Transfer.of(Transfer.Outcome.FAILED);
    }
  }

  void hangUp() {
    if (!endsUnjoined()) {
      var unused = line.thenAccept(CallLine::hangUp);
    }
  }

  private synchronized boolean endsUnjoined() {
    boolean rings = state == State.RINGING;
    state = rings ? State.OVER : state;
    return rings;
  }
}
