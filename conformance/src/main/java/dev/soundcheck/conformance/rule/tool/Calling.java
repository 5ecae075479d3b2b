package dev.soundcheck.conformance.rule.tool;

import dev.soundcheck.conformance.rule.Connection;
import dev.soundcheck.conformance.rule.Event;
import dev.soundcheck.conformance.rule.Response;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of a tool, as a client was told of it.
 *
 * @param made its {@code response.function_call_arguments.done}
 */
record Calling(String id, Event made) {
  /**
   * Who has not returned a result after this time while everything else is over, forgot it. Ours.
   */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int LONGEST_KEPT = 32;

  /** The calls of a connection, in their order. */
  static List<Calling> all(Connection connection) {
    return connection
        .events(EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DONE)
        .map(made -> new Calling(made.text("/call_id"), made))
        .toList();
  }

  /** The results that a client returns. */
  static Stream<Event> outputs(Connection connection) {
    return connection
        .events(EventType.CONVERSATION_ITEM_CREATE)
        .filter(create -> create.text("/item/type").equals("function_call_output"));
  }

  /** The results of this call that the client returned. */
  Stream<Event> outputsOf(Connection connection) {
    return outputs(connection).filter(output -> isNamed(output.text("/item/call_id"), id));
  }

  /**
   * The response that it belongs to; where it does not say which, as in early 2026, the last one
   * before it (live-behaviour.md 2.5).
   */
  Optional<Response> response(Connection connection) {
    return connection.response(made.responseId()).or(() -> connection.active(made));
  }

  /** Whether its arguments are a JSON object; none at all are an empty one. */
  boolean isReadable() {
    String arguments = made.text("/arguments");
    return arguments.isEmpty() || Json.parse(arguments).filter(it -> it.isObject()).isPresent();
  }

  /**
   * Whether the conversation went on without its result: the client asked for another answer, or
   * there was time enough. Nothing is owed to a call of an answer that was broken off.
   */
  boolean isOverdue(Connection connection) {
    Optional<Event> done = response(connection).filter(it -> !it.cut()).flatMap(Response::done);
    if (done.isEmpty()) {
      return false;
    }
    boolean passed =
        connection.after(done.get()).stream()
            .anyMatch(event -> event.is(EventType.RESPONSE_CREATE));
    return passed || done.get().at().plus(PATIENCE).compareTo(connection.end()) < 0;
  }

  /**
   * Whether an output names the call: by its id, or by what LiveKit's client makes of one with more
   * than 32 characters, the beginning of its SHA-256 (docs/decisions/session-choices.md).
   */
  static boolean isNamed(String output, String call) {
    return output.equals(call) || (call.length() > LONGEST_KEPT && output.equals(shortened(call)));
  }

  private static String shortened(String call) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(call.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LONGEST_KEPT);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Whether anybody spoke of this call before, the client when it told of its history, too. */
  static boolean isKnown(String output, Event before, Connection connection) {
    return connection.before(before).stream()
        .flatMap(event -> Stream.of(event.text("/call_id"), event.text("/item/call_id")))
        .anyMatch(call -> !call.isEmpty() && isNamed(output, call));
  }
}
