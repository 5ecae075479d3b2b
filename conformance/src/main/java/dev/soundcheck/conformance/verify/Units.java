package dev.soundcheck.conformance.verify;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One side of one connection, cut into what counts as one. A run of audio deltas does, wherever the
 * transcript deltas stand among them (decisions.md, last section); so do appended audio, and the
 * keep-alives, which come by the clock: they stand where the first of them stood.
 */
final class Units implements Observed.Cases<Units> {
  private static final String AUDIO = EventType.RESPONSE_OUTPUT_AUDIO_DELTA.wire();
  private static final String TRANSCRIPT = EventType.RESPONSE_OUTPUT_AUDIO_TRANSCRIPT_DELTA.wire();
  private static final String BINARY = "(binary)";
  private static final String MALFORMED = "(malformed)";

  /** Events whose number says nothing when they follow each other. */
  private static final Set<String> CHUNKS =
      Set.of(AUDIO, BINARY, EventType.INPUT_AUDIO_BUFFER_APPEND.wire());

  /** The same for words, which are cut otherwise when they are others. */
  private static final Set<String> WORD_CHUNKS =
      Set.of(
          TRANSCRIPT,
          EventType.RESPONSE_TEXT_DELTA.wire(),
          EventType.RESPONSE_OUTPUT_TEXT_DELTA.wire(),
          EventType.RESPONSE_FUNCTION_CALL_ARGUMENTS_DELTA.wire());

  private final Origin side;
  private final boolean words;
  private final List<Unit> units = new ArrayList<>();
  private final List<Unit> transcripts = new ArrayList<>();
  private int line = 1;

  private Units(Origin side, boolean words) {
    this.side = side;
    this.words = words;
  }

  /**
   * The units, in order.
   *
   * @param words whether words are compared, so that the pieces they come in count
   */
  static List<Unit> of(Trace trace, Origin side, int connection, boolean words) {
    Units units = new Units(side, words);
    for (Observed seen : trace.seen()) {
      units.line++;
      if (seen.connection() == connection) {
        seen.match(units);
      }
    }
    units.endOfRun();
    return units.units;
  }

  @Override
  public Units message(Observed.Message message) {
    return take(message.from(), message.type(), message.json());
  }

  @Override
  public Units binary(Observed.Binary binary) {
    return take(binary.from(), BINARY, Json.mapper().createObjectNode());
  }

  @Override
  public Units malformed(Observed.Malformed malformed) {
    JsonNode text = Json.mapper().getNodeFactory().stringNode(malformed.text());
    return take(malformed.from(), MALFORMED, text);
  }

  @Override
  public Units closed(Observed.Closed closed) {
    return this;
  }

  @Override
  public Units silence(Observed.Silence silence) {
    return this;
  }

  private Units take(Origin from, String type, JsonNode frame) {
    if (from != side || isLaterPing(type, frame)) {
      return this;
    }
    if (type.equals(TRANSCRIPT)) {
      add(transcripts, type, frame);
    } else {
      if (!type.equals(AUDIO)) {
        endOfRun();
      }
      add(units, type, frame);
    }
    return this;
  }

  private boolean isLaterPing(String type, JsonNode frame) {
    if (!type.equals(EventType.PING.wire())) {
      return false;
    }
    for (Unit unit : units) {
      if (unit.type().equals(type)) {
        unit.frames().add(frame);
        return true;
      }
    }
    return false;
  }

  private void add(List<Unit> to, String type, JsonNode frame) {
    boolean goesOn = !to.isEmpty() && to.get(to.size() - 1).type().equals(type);
    if (goesOn && isChunk(type)) {
      to.get(to.size() - 1).frames().add(frame);
    } else {
      List<JsonNode> frames = new ArrayList<>();
      frames.add(frame);
      to.add(new Unit(type, line, frames));
    }
  }

  private boolean isChunk(String type) {
    return CHUNKS.contains(type) || (!words && WORD_CHUNKS.contains(type));
  }

  private void endOfRun() {
    units.addAll(transcripts);
    transcripts.clear();
  }
}
