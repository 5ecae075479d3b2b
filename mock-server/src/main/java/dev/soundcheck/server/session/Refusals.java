package dev.soundcheck.server.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The errors of the protocol, all their words in one place (decisions.md "Errors"; clients.md
 * 10.3).
 *
 * @param codes the codes that are a setting
 */
public record Refusals(ErrorCodes codes) {
  /** With the default codes. */
  public static final Refusals DEFAULT = new Refusals(ErrorCodes.DEFAULT);

  private static final String INVALID = "invalid_request_error";

  /** Text that is no JSON object. */
  public Refusal malformed(String why) {
    return new Refusal(INVALID, "invalid_json", why, Optional.empty(), Optional.empty());
  }

  /** An event whose {@code type} is none, or none that clients send. */
  public Refusal unknownEvent(String why, Optional<String> eventId) {
    return new Refusal(INVALID, "invalid_event", why, Optional.of("type"), eventId);
  }

  /** Something of ours that failed. */
  public Refusal internal(String why) {
    return new Refusal("internal_error", "internal_error", why, Optional.empty(), Optional.empty());
  }

  /** A value that the contract does not allow; the param says where it stands. */
  public Refusal invalid(String param, String message, Optional<String> eventId) {
    return new Refusal(INVALID, "invalid_value", message, Optional.of(param), eventId);
  }

  Refusal tooLong(Duration most) {
    return ended(
        "max_duration",
        "The session has lasted %s, the longest that it may.".formatted(shown(most)));
  }

  Refusal tooQuiet(Duration quiet) {
    return ended(
        "timeout",
        "Nothing came from the client for %s; the session ends.".formatted(shown(quiet)));
  }

  /** The code of these is their type (live-behaviour.md 5.1). */
  private static Refusal ended(String type, String message) {
    return new Refusal(type, type, message, Optional.empty(), Optional.empty());
  }

  private static String shown(Duration time) {
    return time.toSeconds() % 60 == 0 && time.toNanosPart() == 0
        ? "%d min".formatted(time.toMinutes())
        : "%s s"
            .formatted(BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString());
  }

  /** As captured in January 2026 (live-behaviour.md 5.1), the newer rate first. */
  Refusal mixedRates(String rates, Optional<String> eventId) {
    return new Refusal(
        "internal_error",
        "internal_error",
        "ValueError",
        Optional.of("Multiple frame rates in the concatenated frames: " + rates),
        eventId);
  }

  Refusal noSound(String why, Optional<String> eventId) {
    return invalid("audio", "audio: %s.".formatted(why), eventId);
  }

  Refusal activeResponse(String responseId, Optional<String> eventId) {
    return new Refusal(
        INVALID,
        codes.activeResponse(),
        "The conversation already has an active response: %s. Wait for response.done or cancel it."
            .formatted(responseId),
        Optional.empty(),
        eventId);
  }

  Refusal nothingToCancel(Optional<String> eventId) {
    return new Refusal(
        INVALID,
        codes.nothingToCancel(),
        "Cancellation failed: no active response found",
        Optional.empty(),
        eventId);
  }

  Refusal emptyCommit(Optional<String> eventId) {
    return new Refusal(
        INVALID,
        codes.emptyCommit(),
        "The input audio buffer holds no speech to commit.",
        Optional.empty(),
        eventId);
  }

  Refusal unknownItem(Optional<String> eventId) {
    return new Refusal(
        INVALID, codes.unknownItem(), "Item not found", Optional.of("item_id"), eventId);
  }

  Refusal cannotTruncate(String itemId, String why, Optional<String> eventId) {
    return new Refusal(
        INVALID,
        codes.unknownItem(),
        "Item \"%s\" cannot be truncated: %s.".formatted(itemId, why),
        Optional.of("item_id"),
        eventId);
  }

  Refusal knownItem(String itemId, Optional<String> eventId) {
    return invalid(
        "item.id", "The conversation already has an item \"%s\".".formatted(itemId), eventId);
  }

  Refusal tooManyItems(int most, Optional<String> eventId) {
    return invalid(
        "item",
        "The conversation has %d items, the most that it may have; delete some, or begin another."
            .formatted(most),
        eventId);
  }

  Refusal unknownCall(String callId, Optional<String> eventId) {
    return new Refusal(
        INVALID,
        codes.unknownCall(),
        "Tool call ID '%s' not found in conversation.".formatted(callId),
        Optional.of("item.call_id"),
        eventId);
  }

  Refusal unsupportedFormat(String param, String found) {
    return new Refusal(
        INVALID,
        codes.unsupportedFormat(),
        ("Expected audio/pcm at a documented rate, audio/pcmu or audio/pcma at 8000 or audio/opus at"
                + " 24000, found %s.")
            .formatted(found),
        Optional.of(param),
        Optional.empty());
  }
}
