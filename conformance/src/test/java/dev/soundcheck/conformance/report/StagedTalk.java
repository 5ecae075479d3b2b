package dev.soundcheck.conformance.report;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A conversation written by hand, with its sound: each side speaks with the embedded voice. */
final class StagedTalk {
  private static final int PIECE_MILLIS = 100;

  private final AudioFormat format;
  private final List<Observed> seen = new ArrayList<>();
  private long now;

  StagedTalk(AudioFormat format) {
    this.format = format;
    String type = format.encoding().wire();
    String audio =
        "{'input':{'format':{'type':'%1$s','rate':%2$d}},'output':{'format':{'type':'%1$s','rate':%2$d}}}"
            .formatted(type, format.rate());
    client("{'type':'session.update','session':{'voice':'ara','audio':%s}}".formatted(audio));
    passes(180);
    server("{'type':'session.created','event_id':'event_1','session':{'id':'sess_1'}}");
    server("{'type':'conversation.created','event_id':'event_2','conversation':{'id':'conv_1'}}");
    server("{'type':'ping','event_id':'event_3','timestamp':1795188475847}");
    passes(90);
    server(
        "{'type':'session.updated','event_id':'event_4','session':{'id':'sess_1','audio':%s}}"
            .formatted(audio));
  }

  StagedTalk passes(long millis) {
    now += millis;
    return this;
  }

  StagedTalk client(String json) {
    return event(Origin.CLIENT, json);
  }

  StagedTalk server(String json) {
    return event(Origin.SERVER, json);
  }

  /** Streams speech in real time; the server hears where it begins and ends. */
  StagedTalk asks(String words) {
    byte[] sound = format.encode(SpokenVoice.embedded().speak(words));
    int piece = pieceBytes();
    for (int from = 0; from < sound.length; from += piece) {
      append(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + piece)));
      passes(PIECE_MILLIS);
      if (from == 3 * piece) {
        server(
            "{'type':'input_audio_buffer.speech_started','item_id':'item_1','audio_start_ms':180}");
      }
    }
    byte[] quiet = format.encode(Pcm.silence(Duration.ofMillis(PIECE_MILLIS), format.rate()));
    for (int i = 0; i < 6; i++) {
      append(quiet);
      passes(PIECE_MILLIS);
    }
    server("{'type':'input_audio_buffer.speech_stopped','item_id':'item_1','audio_end_ms':2200}");
    return server(
        "{'type':'conversation.item.input_audio_transcription.completed','item_id':'item_1','transcript':'%s'}"
            .formatted(words));
  }

  /** An answer that comes twice as fast as it is played. */
  StagedTalk answers(String response, String words, int pieces) {
    server(
        "{'type':'response.created','response':{'id':'%s','status':'in_progress'}}"
            .formatted(response));
    byte[] sound = format.encode(SpokenVoice.embedded().speak(words));
    int piece = 2 * pieceBytes();
    String[] spoken = words.split("(?<= )");
    int said = 0;
    for (int from = 0; from < Math.min(sound.length, pieces * piece); from += piece) {
      if (said < spoken.length) {
        server(
            "{'type':'response.output_audio_transcript.delta','response_id':'%s','delta':'%s'}"
                .formatted(response, spoken[said++]));
      }
      delta(response, Arrays.copyOfRange(sound, from, Math.min(sound.length, from + piece)));
      passes(PIECE_MILLIS);
    }
    return this;
  }

  StagedTalk done(String response, String status) {
    return server(
        "{'type':'response.done','response':{'id':'%s','status':'%s','usage':{'total_tokens':214,'input_tokens':160,'output_tokens':54}}}"
            .formatted(response, status));
  }

  StagedTalk delta(String response, byte[] sound) {
    return server(
        "{'type':'response.output_audio.delta','response_id':'%s','delta':'%s'}"
            .formatted(response, Base64.getEncoder().encodeToString(sound)));
  }

  /** What one side says at once: a tenth of a second. */
  int pieceBytes() {
    return format.rate() * format.bytesPerSample() * PIECE_MILLIS / 1_000;
  }

  StagedTalk closes() {
    seen.add(new Observed.Closed(Duration.ofMillis(now), 1, Origin.CLIENT, 1000, "bye"));
    return this;
  }

  /** The line of the trace that was written last. */
  int line() {
    return seen.size() + 1;
  }

  Duration now() {
    return Duration.ofMillis(now);
  }

  Trace trace() {
    TraceHeader header =
        TraceHeader.of(
            Instant.parse("2026-11-20T15:27:55Z"),
            "ws://127.0.0.1:8765/v1/realtime",
            Profile.LIVE,
            "test");
    return new Trace(header, seen, List.of());
  }

  private void append(byte[] sound) {
    client(
        "{'type':'input_audio_buffer.append','audio':'%s'}"
            .formatted(Base64.getEncoder().encodeToString(sound)));
  }

  private StagedTalk event(Origin from, String json) {
    JsonNode event = Json.parse(json.replace('\'', '"')).orElseThrow();
    seen.add(
        new Observed.Message(
            Duration.ofMillis(now), 1, from, event.path("type").stringValue(), event));
    return this;
  }
}
