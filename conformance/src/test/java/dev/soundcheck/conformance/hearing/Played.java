package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A trace in the making, with what is heard of it; times in milliseconds since open. */
final class Played implements Audience {
  private final Hearing hearing;
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<AnswerFigures> answers = new ArrayList<>();
  private int line = 1;
  private int connection = 1;

  Played() {
    this(TraceAudio.KEPT);
  }

  Played(TraceAudio kept) {
    hearing = new Hearing(kept, this);
  }

  @Override
  public void flaw(Flaw flaw) {
    flaws.add(flaw);
  }

  @Override
  public void answer(AnswerFigures figures) {
    answers.add(figures);
  }

  /** What was heard when all is over. */
  List<Flaw> flaws() {
    hearing.end();
    return flaws;
  }

  List<String> ids() {
    return flaws().stream().map(flaw -> flaw.kind().id()).toList();
  }

  List<AnswerFigures> answers() {
    hearing.end();
    return answers;
  }

  Played on(int number) {
    connection = number;
    return this;
  }

  Played see(Observed seen) {
    hearing.see(seen, ++line);
    return this;
  }

  Played client(long at, String json) {
    return event(at, Origin.CLIENT, json);
  }

  Played server(long at, String json) {
    return event(at, Origin.SERVER, json);
  }

  /** A session in these formats, agreed at once. */
  Played formats(AudioFormat input, AudioFormat output) {
    String session =
        "\"session\":{\"audio\":{\"input\":{\"format\":%s},\"output\":{\"format\":%s}}}"
            .formatted(json(input), json(output));
    client(0, "{\"type\":\"session.update\",%s}".formatted(session));
    return server(0, "{\"type\":\"session.updated\",%s}".formatted(session));
  }

  Played append(long at, byte[] bytes) {
    return client(
        at,
        "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(bytes)));
  }

  /** Speech as a client with a microphone sends it: pieces of 100 ms, as they were spoken. */
  Played speaks(long at, Pcm sound, AudioFormat format) {
    byte[] bytes = format.encode(sound);
    int piece = format.rate() / 10 * format.bytesPerSample();
    for (int from = 0; from < bytes.length; from += piece) {
      int to = Math.min(bytes.length, from + piece);
      append(at + 100L * (to / piece), Arrays.copyOfRange(bytes, from, to));
    }
    return this;
  }

  Played begin(long at, String response) {
    server(at, "{\"type\":\"response.created\",\"response\":{\"id\":\"%s\"}}".formatted(response));
    return server(
        at,
        "{\"type\":\"response.content_part.added\",\"response_id\":\"%s\",\"item_id\":\"%s-item\"}"
            .formatted(response, response));
  }

  Played delta(long at, String response, byte[] bytes) {
    return server(
        at,
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"%s\",\"item_id\":\"%s-item\",\"delta\":\"%s\"}"
            .formatted(response, response, Base64.getEncoder().encodeToString(bytes)));
  }

  Played transcript(long at, String response, String words) {
    return server(
        at,
        "{\"type\":\"response.output_audio_transcript.done\",\"response_id\":\"%s\",\"item_id\":\"%s-item\",\"transcript\":\"%s\"}"
            .formatted(response, response, words));
  }

  Played end(long at, String response, String status) {
    server(
        at,
        "{\"type\":\"response.output_audio.done\",\"response_id\":\"%s\",\"item_id\":\"%s-item\"}"
            .formatted(response, response));
    return done(at, response, status);
  }

  Played done(long at, String response, String status) {
    return server(
        at,
        "{\"type\":\"response.done\",\"response\":{\"id\":\"%s\",\"status\":\"%s\"}}"
            .formatted(response, status));
  }

  /** A whole answer whose pieces of 200 ms come at twice the speed at which they are played. */
  Played answer(long at, String response, byte[] bytes, int bytesPerSecond) {
    begin(at, response);
    int piece = bytesPerSecond / 5;
    long time = at;
    for (int from = 0; from < bytes.length; from += piece) {
      delta(time, response, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
      time += 100;
    }
    return transcript(time, response, "Some words.").end(time, response, "completed");
  }

  private Played event(long at, Origin from, String json) {
    ObjectNode event = (ObjectNode) Json.parse(json).orElseThrow();
    return see(
        new Observed.Message(
            Duration.ofMillis(at), connection, from, event.path("type").stringValue(), event));
  }

  private static String json(AudioFormat format) {
    return "{\"type\":\"%s\",\"rate\":%d}".formatted(format.encoding().wire(), format.rate());
  }
}
