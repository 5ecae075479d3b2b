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
  private final int rate;
  private final SoundDecoder decoder;
  private final List<Pcm> sound = new ArrayList<>();
  private final Map<String, String> wordsByItem = new LinkedHashMap<>();
  private final Map<String, Reply.Call> calls = new LinkedHashMap<>();
  private Optional<Duration> firstAudio = Optional.empty();
  private String status = "";

  GrowingAnswer(AudioFormat format) {
    this.rate = format.rate();
    this.decoder = format.decoder();
  }

  void sound(Duration at, byte[] bytes) {
    if (bytes.length > 0 && firstAudio.isEmpty()) {
      firstAudio = Optional.of(at);
    }
    try {
      sound.add(decoder.decode(bytes));
    } catch (AudioException noSound) {
      sound.add(new Pcm(new short[0], rate));
    }
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
    return new Answer(status, transcript(), List.copyOf(calls.values()), joined(), firstAudio);
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
