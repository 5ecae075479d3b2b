package dev.soundcheck.conformance.hearing;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sound of one connection, in both directions. */
final class Call {
  private final Report report;
  private final TraceAudio kept;
  private final Formats formats = new Formats();
  private final User user;
  private final Answers answers;

  Call(Report report, TraceAudio kept) {
    this.report = report;
    this.kept = kept;
    user = new User(report);
    answers = new Answers(report, kept, user, formats::output);
  }

  void see(Observed.Binary frame, int line) {
    Where where = new Where(line, frame.at(), frame.connection(), frame.from(), "(binary)");
    if (frame.from() == Origin.SERVER) {
      answers.sound(Payload.of(frame), where);
    } else if (kept != TraceAudio.SHORTENED) {
      user.take(Payload.of(frame), formats.input(), where);
    }
  }

  void see(Observed.Message event, int line) {
    Optional<EventType> type = EventType.named(event.type());
    Where where = new Where(line, event.at(), event.connection(), event.from(), event.type());
    if (type.isPresent() && event.from() == Origin.CLIENT) {
      client(type.get(), event, where);
    } else if (type.isPresent()) {
      server(type.get(), event, where);
    }
  }

  void end() {
    user.end();
    answers.end();
  }

  private void client(EventType type, Observed.Message event, Where where) {
    switch (type) {
      case SESSION_UPDATE -> formats.propose(event.json().path("session"));
      case INPUT_AUDIO_BUFFER_APPEND -> append(event, where);
      case INPUT_AUDIO_BUFFER_COMMIT -> {
        user.committed(where);
        answers.asked(where.at(), true);
      }
      case INPUT_AUDIO_BUFFER_CLEAR -> user.cleared();
      case RESPONSE_CREATE -> answers.asked(where.at(), false);
      case RESPONSE_CANCEL -> answers.fallSilent(where.at(), true);
      default -> {}
    }
  }

  private void server(EventType type, Observed.Message event, Where where) {
    JsonNode json = event.json();
    String response = json.path("response_id").asString(json.at("/response/id").asString(""));
    String item = json.path("item_id").asString("");
    switch (type) {
      case SESSION_CREATED, SESSION_UPDATED -> agree(type, json.path("session"));
      case ERROR -> refuse(json);
      case INPUT_AUDIO_BUFFER_SPEECH_STARTED -> answers.fallSilent(where.at(), false);
      case INPUT_AUDIO_BUFFER_SPEECH_STOPPED -> answers.asked(where.at(), true);
      case RESPONSE_CREATED -> answers.begin(response);
      case RESPONSE_CONTENT_PART_ADDED -> answers.announce(response, item);
      case RESPONSE_OUTPUT_AUDIO_DELTA -> delta(event, where, response, item);
      case RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DONE ->
          answers.transcribed(response, item, json.path("transcript").asString(""));
      case RESPONSE_OUTPUT_AUDIO_DONE -> answers.wholeSound(response, item);
      case RESPONSE_DONE -> answers.done(response, json.at("/response/status").asString(""), where);
      default -> {}
    }
  }

  /** What a session begins with is no answer to an update. */
  private void agree(EventType type, JsonNode session) {
    if (type == EventType.SESSION_UPDATED) {
      formats.agree(session);
    } else {
      formats.begin(session);
    }
  }

  private void refuse(JsonNode error) {
    if (error.at("/error/param").asString("").startsWith("session")) {
      formats.refuse();
    }
  }

  private void append(Observed.Message event, Where where) {
    Payload.of(event, "audio")
        .ifPresentOrElse(
            payload -> {
              if (kept != TraceAudio.SHORTENED) {
                user.take(payload, formats.input(), where);
              }
            },
            () -> noBase64(where, "input", "audio"));
  }

  private void delta(Observed.Message event, Where where, String response, String item) {
    Payload.of(event, "delta")
        .ifPresentOrElse(
            payload ->
                answers.sound(
                    response, item, event.json().path("audio_duration_ms"), payload, where),
            () -> noBase64(where, item, "delta"));
  }

  private void noBase64(Where where, String sound, String member) {
    report.flaw(
        FlawKind.BASE64,
        where,
        sound,
        Duration.ZERO,
        "$.%s: expected base64, found other characters or a length that cannot be"
            .formatted(member));
  }
}
