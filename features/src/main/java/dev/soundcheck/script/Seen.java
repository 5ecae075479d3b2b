package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a role sees happen, in order; times count from the opening of the connection. */
public sealed interface Seen {
  /** When it was seen, from the opening of the connection on. */
  Duration at();

  /** What the transfer of a call over HTTP is seen as: {@code target_uri} from the client. */
  String REFER = "call.refer";

  /** What the answer to a transfer is seen as, with its {@code status}; client role only. */
  String REFERRED = "call.referred";

  /** What the end of a call over HTTP is seen as. */
  String HANG_UP = "call.hangup";

  /**
   * The connection is open; always the first thing seen.
   *
   * @param call server role: the telephone call that the client joined
   */
  record Opened(Duration at, Optional<String> call) implements Seen {
    /** A connection that is no telephone call. */
    public Opened(Duration at) {
      this(at, Optional.empty());
    }
  }

  /** Time has passed up to {@code at}; given when a wake-up that a program asked for is due. */
  record Passed(Duration at) implements Seen {}

  /** One event on the wire, from either side. */
  record Wire(Duration at, Origin from, String type, JsonNode json) implements Seen {}

  /** Server role only: a turn of the client is over and wants an answer now. */
  record Asked(Duration at, Turn turn) implements Seen {}

  /** Client role only: a response of the server is over. */
  record Answered(Duration at, Reply reply) implements Seen {}

  /** The connection was closed by {@code from}. */
  record Closed(Duration at, Origin from, int code, String reason) implements Seen {}
}
