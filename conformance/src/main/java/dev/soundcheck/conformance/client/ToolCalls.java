package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Act;
import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls of tools that have no answer yet: those of one response, which are answered together. */
final class ToolCalls {
  /** How often it is looked whether they have answered. */
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Tools tools;
  private Optional<CompletableFuture<List<Turn.ToolOutput>>> outputs = Optional.empty();

  ToolCalls(Tools tools) {
    this.tools = tools;
  }

  /** The server called these. */
  void called(List<Reply.Call> calls) {
    outputs = Optional.of(tools.answer(calls));
  }

  /** Nobody wants to know any more. */
  void forget() {
    outputs = Optional.empty();
  }

  boolean waiting() {
    return outputs.isPresent();
  }

  /** As soon as all that were called have answered, once. */
  Optional<Act> outputs() {
    Optional<Act> given =
        outputs
            .filter(CompletableFuture::isDone)
            .map(CompletableFuture::join)
            .map(Act.GiveOutputs::new);
    if (given.isPresent()) {
      outputs = Optional.empty();
    }
    return given;
  }

  /** When to look again. */
  Optional<Duration> wakeAt(Duration now) {
    return outputs.map(later -> now.plus(LOOK));
  }
}
