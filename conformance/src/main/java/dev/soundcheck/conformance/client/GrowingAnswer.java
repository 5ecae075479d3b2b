package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundDecoder;
import dev.soundcheck.script.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A response that is still coming in. */
final class GrowingAnswer {
  private final int number;
  private final int rate;
  private final SoundDecoder decoder;
  private final List<Pcm> sound = new ArrayList<>();
  private final Map<String, String> wordsByItem = new LinkedHashMap<>();
  private final Map<String, Reply.Call> calls = new LinkedHashMap<>();
  private final Map<String, Tape> tapes = new LinkedHashMap<>();
  private Optional<Duration> firstAudio = Optional.empty();
  private Optional<Duration> lastAudio = Optional.empty();
  private Optional<Interruption> interruption = Optional.empty();
  private String item = "";
  private int content;
  private String status = "";

  /** Counted from 0, with its sound in this format. */
  GrowingAnswer(int number, AudioFormat format) {
    this.number = number;
    this.rate = format.rate();
    this.decoder = format.decoder();
  }

  /** The item that is spoken, for sound that does not say to which it belongs. */
  void speaking(String itemId, int contentIndex) {
    item = itemId;
    content = contentIndex;
  }

  /**
   * Takes these bytes of sound, and gives back what they mean.
   *
   * @throws AudioException when they mean nothing
   */
  Pcm sound(Duration at, byte[] bytes) {
    if (bytes.length > 0) {
      firstAudio = firstAudio.or(() -> Optional.of(at));
      lastAudio = Optional.of(at);
    }
    Pcm more = decoder.decode(bytes);
    sound.add(more);
    return more;
  }

  /** What is played of the item that is spoken now. */
  Tape tape() {
    return tapes.computeIfAbsent(item, id -> new Tape(number, id, content, rate));
  }

  /** The item that was last heard, if any was. */
  Optional<Tape> lastHeard() {
    return tapes.values().stream()
        .filter(tape -> tape.played().from().isPresent())
        .reduce((one, other) -> other);
  }

  /** Somebody speaks; what still comes of this answer is not for his ears. */
  void interrupt(Duration now, Optional<Duration> spoke) {
    if (interruption.isEmpty()) {
      Optional<Duration> since =
          firstAudio.flatMap(first -> spoke.filter(it -> it.compareTo(first) >= 0));
      interruption = Optional.of(new Interruption(since, now));
    }
  }

  Optional<Duration> firstAudio() {
    return firstAudio;
  }

  boolean interrupted() {
    return interruption.isPresent();
  }

  void words(String item, String more) {
    wordsByItem.merge(item, more, String::concat);
  }

  void allWords(String item, String words) {
    wordsByItem.put(item, words);
  }

  /** Both the arguments' end and the item's end tell of a call; it is one call. */
  void call(JsonNode told) {
    String id = told.path("call_id").asString("");
    calls.put(
        id,
        new Reply.Call(id, told.path("name").asString(""), told.path("arguments").asString("")));
  }

  void finish(String withStatus) {
    status = withStatus;
  }

  boolean empty() {
    return sound.isEmpty() && wordsByItem.isEmpty() && calls.isEmpty();
  }

  Reply reply() {
    return new Reply(status, transcript(), List.copyOf(calls.values()));
  }

  Answer asItIs() {
    return new Answer(
        status,
        transcript(),
        List.copyOf(calls.values()),
        joined(),
        firstAudio,
        lastAudio,
        played(),
        interruption);
  }

  Played played() {
    return tapes.values().stream().map(Tape::played).reduce(Played.NOTHING, Played::then);
  }

  private String transcript() {
    return wordsByItem.values().stream()
        .map(String::strip)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private Pcm joined() {
    short[] all = new short[sound.stream().mapToInt(Pcm::length).sum()];
    int at = 0;
    for (Pcm piece : sound) {
      System.arraycopy(piece.samples(), 0, all, at, piece.length());
      at += piece.length();
    }
    return new Pcm(all, rate);
  }
}
