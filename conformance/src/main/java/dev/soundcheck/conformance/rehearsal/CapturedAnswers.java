package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.Act;
import dev.soundcheck.server.session.Phrasing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the server of a recording answered on one connection. */
final class CapturedAnswers {
  /** Said where an answer was announced and never begun. */
  private static final Act.Part NEVER_BEGUN = new Act.Speech("Well.", Optional.empty());

  /** The parts of each answer, by its id, in the order of their announcement. */
  private final Map<String, Map<String, CapturedPart>> answers = new LinkedHashMap<>();

  private final List<CapturedPart> spoken = new ArrayList<>();

  static CapturedAnswers of(List<Observed.Message> connection) {
    CapturedAnswers answers = new CapturedAnswers();
    for (Observed.Message message : connection) {
      if (message.from() == Origin.SERVER) {
        EventType.named(message.type()).ifPresent(type -> answers.take(type, message.json()));
      }
    }
    return answers;
  }

  private void take(EventType type, JsonNode event) {
    String answer = event.path("response_id").asString("");
    switch (type) {
      case RESPONSE_CREATED -> answer(event.at("/response/id").asString(""));
      case RESPONSE_OUTPUT_ITEM_ADDED -> begin(answer, event.path("item"));
      case RESPONSE_OUTPUT_ITEM_DONE ->
          part(answer, event.at("/item/id")).ifPresent(part -> part.finish(event.path("item")));
      case RESPONSE_OUTPUT_AUDIO_DELTA, RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA ->
          part(answer, event.path("item_id")).ifPresent(part -> part.delta(event));
      default -> {}
    }
  }

  private Map<String, CapturedPart> answer(String id) {
    return answers.computeIfAbsent(id, unseen -> new LinkedHashMap<>());
  }

  private void begin(String answer, JsonNode item) {
    CapturedPart part = new CapturedPart(item);
    answer(answer).put(item.path("id").asString(""), part);
    if (!part.isCall()) {
      spoken.add(part);
    }
  }

  private Optional<CapturedPart> part(String answer, JsonNode itemId) {
    return Optional.ofNullable(answer(answer).get(itemId.asString("")));
  }

  /** Each answer, in order. */
  List<Act.Answer> acts() {
    return answers.values().stream().map(CapturedAnswers::act).toList();
  }

  private static Act.Answer act(Map<String, CapturedPart> parts) {
    List<Act.Part> acts = parts.values().stream().map(CapturedPart::act).toList();
    return new Act.Answer(acts.isEmpty() ? List.of(NEVER_BEGUN) : acts);
  }

  /** The pieces of each spoken part, in the order of their beginning. */
  List<List<Phrasing.Piece>> pieces() {
    return spoken.stream().map(CapturedPart::pieces).toList();
  }
}
