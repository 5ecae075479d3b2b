package dev.soundcheck.conformance.client;

import dev.soundcheck.script.Reply;
import dev.soundcheck.script.Turn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** The tools that a client has. */
public interface Tools {
  /** No tool at all; a call of one is answered with that news, so that the conversation goes on. */
  Tools NONE =
      new Tools() {
        @Override
        public CompletableFuture<List<Turn.ToolOutput>> answer(List<Reply.Call> calls) {
          return CompletableFuture.completedFuture(calls.stream().map(Tools::unknown).toList());
        }
      };

  /** The output for a tool that the client does not have. */
  static Turn.ToolOutput unknown(Reply.Call call) {
    return new Turn.ToolOutput(
        call.callId(), call.tool(), "This client has no tool named \"%s\".".formatted(call.tool()));
  }

  /** Adds their definitions to the {@code session} of a {@code session.update}. */
  default void describe(ObjectNode session) {}

  /**
   * Calls them all, those of one response together. Called by the client's thread, which it must
   * not hold up; it never completes exceptionally, since a tool that fails has an output that says
   * so.
   *
   * @return one output for each call, in their order
   */
  CompletableFuture<List<Turn.ToolOutput>> answer(List<Reply.Call> calls);
}
