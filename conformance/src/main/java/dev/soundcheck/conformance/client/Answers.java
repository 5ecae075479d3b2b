package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundText;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.script.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Gathers each response of the server out of its events, whatever order and ids they have. */
final class Answers {
  private final Playback playback;
  private final List<GrowingAnswer> all = new ArrayList<>();
  private final List<Finding> unheard = new ArrayList<>();
  private Optional<GrowingAnswer> open = Optional.empty();

  Answers(Playback playback) {
    this.playback = playback;
  }

  /** Takes one server event; the reply, when this ended one. */
  Optional<Reply> take(Duration at, String type, JsonNode event, AudioFormat format) {
    switch (type) {
      case "response.created" -> begin(format);
      case "response.output_item.added" -> added(event.path("item"), format);
      case "response.output_audio.delta" -> sound(at, event, format);
      case "response.output_audio_transcript.delta",
          "response.text.delta",
          "response.output_text.delta" ->
          growing(format)
              .words(event.path("item_id").asString(""), event.path("delta").asString(""));
      case "response.output_audio_transcript.done" ->
          growing(format)
              .allWords(event.path("item_id").asString(""), event.path("transcript").asString(""));
      case "response.function_call_arguments.done" -> growing(format).call(event);
      case "response.output_item.done" -> call(event.path("item"), format);
      case "response.done" -> {
        return Optional.of(finish(event, format));
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** Raw audio, as it comes with {@code transport: binary}. */
  void binary(Duration at, byte[] bytes, AudioFormat format) {
    try {
      play(at, growing(format), bytes);
    } catch (AudioException none) {
      unheard("a binary frame", "$", none);
    }
  }

  /** What could not be played since this was asked last. */
  List<Finding> unheard() {
    List<Finding> all = List.copyOf(unheard);
    unheard.clear();
    return all;
  }

  /**
   * Somebody speaks: what was not played yet never will be. The item to be cut, if one was in the
   * midst of being heard.
   *
   * @param spoke when the speech began
   */
  Optional<Tape> fallSilent(Duration now, Optional<Duration> spoke) {
    Optional<GrowingAnswer> unheard =
        open.filter(it -> !it.interrupted() && it.firstAudio().isPresent());
    Optional<Tape> cut =
        playback.fallSilent(now).or(() -> unheard.flatMap(GrowingAnswer::lastHeard));
    cut.map(tape -> all.get(tape.answer())).ifPresent(it -> it.interrupt(now, spoke));
    unheard.ifPresent(it -> it.interrupt(now, spoke));
    return cut;
  }

  /** How much was played of the answers from this one on. */
  Duration played(int first) {
    return all.stream()
        .skip(first)
        .map(answer -> answer.played().length())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether a response has begun that is not over. */
  boolean answering() {
    return open.isPresent();
  }

  /**
   * A response that had nothing to show vanishes without a word when it is interrupted (LK #6710).
   */
  void interrupted() {
    open.filter(GrowingAnswer::empty).ifPresent(nothing -> open = Optional.empty());
  }

  int size() {
    return all.size();
  }

  List<Answer> from(int first) {
    return all.stream().skip(first).map(GrowingAnswer::asItIs).toList();
  }

  private void begin(AudioFormat format) {
    GrowingAnswer answer = new GrowingAnswer(all.size(), format);
    all.add(answer);
    open = Optional.of(answer);
  }

  private GrowingAnswer growing(AudioFormat format) {
    if (open.isEmpty()) {
      begin(format);
    }
    return open.orElseThrow();
  }

  private void added(JsonNode item, AudioFormat format) {
    if ("message".equals(item.path("type").asString(""))) {
      growing(format).speaking(item.path("id").asString(""), 0);
    }
  }

  private void sound(Duration at, JsonNode event, AudioFormat format) {
    GrowingAnswer answer = growing(format);
    int content = event.path("content_index").asInt(0);
    event.path("item_id").stringValueOpt().ifPresent(id -> answer.speaking(id, content));
    try {
      play(at, answer, SoundText.bytes(event.path("delta").asString("")));
    } catch (AudioException none) {
      unheard("response.output_audio.delta", "$.delta", none);
    }
  }

  private void unheard(String event, String path, AudioException why) {
    String found = "none: " + why.getMessage();
    unheard.add(new Finding(Finding.Kind.INVALID, event, path, "sound to play", found));
  }

  private void play(Duration at, GrowingAnswer answer, byte[] bytes) {
    Pcm sound = answer.sound(at, bytes);
    if (!answer.interrupted()) {
      playback.arrived(at, answer.tape(), sound);
    }
  }

  private void call(JsonNode item, AudioFormat format) {
    if ("function_call".equals(item.path("type").asString(""))) {
      growing(format).call(item);
    }
  }

  private Reply finish(JsonNode event, AudioFormat format) {
    GrowingAnswer answer = growing(format);
    answer.finish(event.path("response").path("status").asString("completed"));
    open = Optional.empty();
    return answer.reply();
  }
}
