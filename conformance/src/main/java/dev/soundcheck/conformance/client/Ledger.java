package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.Finding;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps count of what was said, heard, asked and answered. */
final class Ledger {
  /** A turn as it goes on; the answers from {@code firstAnswer} on are its own until the next. */
  private static final class Row {
    private final Act said;
    private final int firstAnswer;
    private Optional<Duration> ended = Optional.empty();
    private final Map<String, String> heardByItem = new LinkedHashMap<>();

    private Row(Act said, int firstAnswer) {
      this.said = said;
      this.firstAnswer = firstAnswer;
    }
  }

  private final Answers answers;
  private final List<Row> rows = new ArrayList<>();
  private boolean hearing;
  private boolean owed;

  Ledger(Playback playback) {
    this.answers = new Answers(playback);
  }

  void said(Act turn) {
    rows.add(new Row(turn, answers.size()));
  }

  /** The current turn ends, or has ended, then. */
  void ended(Optional<Duration> then) {
    if (!rows.isEmpty()) {
      rows.get(rows.size() - 1).ended = then;
    }
  }

  /** The server was asked for an answer. */
  void asked() {
    owed = true;
  }

  /** Takes one server event; the reply, when this ended one. */
  Optional<Reply> take(Duration at, String type, JsonNode event, Settings settings) {
    switch (type) {
      case "input_audio_buffer.speech_started" -> {
        hearing = true;
        answers.interrupted();
      }
      case "input_audio_buffer.speech_stopped" -> hearing = false;
      case "input_audio_buffer.committed" -> {
        hearing = false;
        owed = !answers.answering();
      }
      case "response.created" -> owed = false;
      case "conversation.item.input_audio_transcription.completed" ->
          heard(event.path("item_id").asString(""), event.path("transcript").asString(""));
      default -> {}
    }
    return answers.take(at, type, event, settings.output());
  }

  void binary(Duration at, byte[] bytes, Settings settings) {
    answers.binary(at, bytes, settings.output());
  }

  /** See {@link Answers#unheard}. */
  List<Finding> unheard() {
    return answers.unheard();
  }

  /** Somebody speaks; see {@link Answers#fallSilent}. */
  Optional<Tape> fallSilent(Duration now, Optional<Duration> spoke) {
    return answers.fallSilent(now, spoke);
  }

  /** Whether a response has begun that is not over. */
  boolean answering() {
    return answers.answering();
  }

  /** How much was played of the answers to the current turn. */
  Duration played() {
    return rows.isEmpty() ? Duration.ZERO : answers.played(rows.get(rows.size() - 1).firstAnswer);
  }

  /** Whether the server neither hears speech, nor answers, nor owes an answer. */
  boolean still() {
    return !hearing && !owed && !answers.answering();
  }

  /** Whether what is said next is a turn of its own: an answer to the last has begun, or none. */
  boolean newTurn() {
    return rows.isEmpty() || answers.size() > rows.get(rows.size() - 1).firstAnswer;
  }

  /** Whether a response to the current turn is over. */
  boolean currentIsAnswered() {
    return !rows.isEmpty()
        && answers.from(rows.get(rows.size() - 1).firstAnswer).stream()
            .anyMatch(answer -> !answer.status().isEmpty());
  }

  List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int next = i + 1 < rows.size() ? rows.get(i + 1).firstAnswer : answers.size();
      List<Answer> own = answers.from(row.firstAnswer).subList(0, next - row.firstAnswer);
      String heard = String.join(" ", row.heardByItem.values());
      all.add(new Exchange(row.said, row.ended, heard, own));
    }
    return List.copyOf(all);
  }

  /** The sound of all answers, asked for or not. */
  List<Answer> answers() {
    return answers.from(0);
  }

  /** A turn with pauses in it becomes several items, each with its own transcript. */
  private void heard(String item, String transcript) {
    if (!rows.isEmpty()) {
      rows.get(rows.size() - 1).heardByItem.put(item, transcript);
    }
  }
}
