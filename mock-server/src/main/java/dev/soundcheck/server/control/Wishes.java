package dev.soundcheck.server.control;

import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import dev.soundcheck.server.api.TestId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What requests name in path, query and headers. */
final class Wishes {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private Wishes() {}

  /** The test that is meant, if one is named. */
  static Optional<String> test(ApiRequest request) {
    return TestId.named(request);
  }

  /** The test that an order is for; the empty id when none is named. */
  static String orderedFor(ApiRequest request) {
    return test(request).orElse("");
  }

  /** The test that is asked about, which has to be named. */
  static String neededTest(ApiRequest request) throws RefusedException {
    Optional<String> test = test(request);
    if (test.isEmpty()) {
      throw wrong("test", "the id of a test, as ?test=mine", "");
    }
    return test.get();
  }

  static Optional<Integer> session(ApiRequest request) throws RefusedException {
    Optional<String> session = request.parameter("session");
    return session.isEmpty() ? Optional.empty() : Optional.of(number("session", session.get()));
  }

  /** The session in the path, as a number. */
  static int session(Route.Visit visit) throws RefusedException {
    return number("session", visit.variable("session"));
  }

  /** The session that this parameter has to name. */
  static int neededSession(ApiRequest request, String parameter) throws RefusedException {
    return number(parameter, request.parameter(parameter).orElse(""));
  }

  /** What is known of the session in the path. */
  static SessionPage page(Logbook logbook, Route.Visit visit) throws RefusedException {
    return page(logbook, session(visit));
  }

  /** What is known of this session. */
  static SessionPage page(Logbook logbook, int session) throws RefusedException {
    Optional<SessionPage> page = logbook.page(session);
    if (page.isEmpty()) {
      throw new RefusedException(
          ApiReply.refusal(
              404,
              "not-found",
              "There is no session %d, or it is no longer remembered. GET /soundcheck/sessions lists them."
                  .formatted(session)));
    }
    return page.get();
  }

  static TraceAudio audio(ApiRequest request, TraceAudio usual) throws RefusedException {
    Optional<String> wish = request.parameter("audio");
    if (wish.isEmpty()) {
      return usual;
    }
    return switch (wish.get()) {
      case "kept" -> TraceAudio.KEPT;
      case "hash" -> TraceAudio.HASH;
      default -> throw wrong("audio", "'kept' or 'hash'", wish.get());
    };
  }

  private static int number(String field, String text) throws RefusedException {
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(field, "the number of a session", text);
    }
    return Integer.parseInt(text);
  }

  /** A parameter that is not as it has to be. */
  static RefusedException wrong(String field, String expected, String found) {
    return new RefusedException(
        ApiReply.refusal(
            400,
            "invalid-argument",
            "%s: expected %s, got '%s'.".formatted(field, expected, found)));
  }
}
