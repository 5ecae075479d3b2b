package dev.soundcheck.conformance.proxy;

import java.util.concurrent.CompletableFuture;

/**
 * What becomes of the record of one message.
 *
 * @param written is done when the message may go on to the other side
 * @param judged is done when it is written and judged
 */
record Entry(CompletableFuture<?> written, CompletableFuture<?> judged) {
  /** Of what is not recorded. */
  static final Entry NONE =
      new Entry(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(null));
}
