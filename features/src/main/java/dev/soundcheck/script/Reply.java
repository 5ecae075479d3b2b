package dev.soundcheck.script;

import java.util.List;

/**
 * One finished response of the server, as the client role sees it.
 *
 * @param status as in {@code response.done}
 * @param transcript all that was spoken in it
 * @param calls the tools it called, in order
 */
public record Reply(String status, String transcript, List<Call> calls) {
  /** A call of one tool; arguments as the JSON text that came. */
  public record Call(String callId, String tool, String arguments) {}

  public Reply {
    calls = List.copyOf(calls);
  }
}
