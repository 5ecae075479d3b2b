package dev.soundcheck.server.session;

import java.util.Optional;

/**
 * Why something of the client's is refused (decisions.md, "Errors").
 *
 * @param type as in {@code error.type}
 * @param code as in {@code error.code}
 * @param message for people
 * @param param which member is at fault
 * @param eventId the client's {@code event_id}
 */
public record Refusal(
    String type, String code, String message, Optional<String> param, Optional<String> eventId) {
  /** The same about another event of the client. */
  public Refusal about(Optional<String> event) {
    return new Refusal(type, code, message, param, event);
  }
}
