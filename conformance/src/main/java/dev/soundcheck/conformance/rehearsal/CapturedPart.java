package dev.soundcheck.conformance.rehearsal;

import dev.soundcheck.script.Act;
import dev.soundcheck.server.session.Phrasing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One item of a recorded answer: what was said in which pieces, or what was called. */
final class CapturedPart {
  /** Said where the recording broke off before any word. */
  private static final String UNHEARD = "Well.";

  /** What a speaker that was interrupted still had to say: the recording cannot tell. */
  private static final List<Phrasing.Piece> UNSAID =
      Collections.nCopies(10, new Phrasing.Sound(Duration.ofSeconds(1), 0));

  private final boolean call;
  private final List<JsonNode> deltas = new ArrayList<>();
  private JsonNode item;
  private boolean complete;

  CapturedPart(JsonNode item) {
    this.item = item;
    this.call = item.path("type").asString("").equals("function_call");
  }

  boolean isCall() {
    return call;
  }

  /** A piece of words or sound. */
  void delta(JsonNode event) {
    deltas.add(event);
  }

  void finish(JsonNode whole) {
    item = whole;
    complete = item.path("status").asString("").equals("completed");
  }

  Act.Part act() {
    return call
        ? new Act.Call(item.path("name").asString(""), item.path("arguments").asString(""))
        : new Act.Speech(words(), Optional.empty());
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    texts().forEach(delta -> words.append(delta.path("delta").asString("")));
    return words.toString().isBlank() ? UNHEARD : words.toString();
  }

  private List<JsonNode> texts() {
    return deltas.stream().filter(delta -> !delta.has("audio_duration_ms")).toList();
  }

  /** The pieces in their order; more sound follows where the speaker was interrupted. */
  List<Phrasing.Piece> pieces() {
    List<String> phrases = texts().stream().map(delta -> delta.path("rid").asString("")).toList();
    List<Phrasing.Piece> pieces = new ArrayList<>();
    for (JsonNode delta : deltas) {
      if (delta.has("audio_duration_ms")) {
        Duration lasting = Duration.ofMillis(delta.path("audio_duration_ms").asLong(0));
        int phrase = phrases.indexOf(delta.path("rid").asString(""));
        pieces.add(new Phrasing.Sound(lasting, phrase));
      } else {
        pieces.add(new Phrasing.Words(delta.path("delta").asString("")));
      }
    }
    if (!complete) {
      pieces.addAll(UNSAID);
    }
    return List.copyOf(pieces);
  }
}
