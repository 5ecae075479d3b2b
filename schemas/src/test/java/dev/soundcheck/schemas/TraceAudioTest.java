package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Audio cut to length and SHA-256, and patterns of one's own (design.md, Trace; issue 3, 2). */
class TraceAudioTest {
  /** Of the bytes 00 FF 7F, by sha256sum. */
  private static final AudioDigest DIGEST =
      new AudioDigest(3, "cb6dc5bd1968e27d552fd0332443db15e05fe7517cb9db8b446a60a747d03818");

  private static final TraceHeader HEADER =
      TraceHeader.of(Instant.EPOCH, "ws://h/", Profile.LIVE, "0.1.0");

  /** events.yaml: where audio stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/audio | {'type':'input_audio_buffer.append','audio':'AP9/'}",
        "/delta | {'type':'response.output_audio.delta','delta':'AP9/','ts':1}",
        "/part/audio | {'type':'response.content_part.done','part':{'audio':'AP9/'}}",
        "/item/content/1/audio | "
            + "{'type':'conversation.item.create','item':{'content':[{'text':'a'},{'audio':'AP9/'}]}}",
        "/response/output/0/content/0/audio | "
            + "{'type':'response.done','response':{'output':[{'content':[{'audio':'AP9/'}]}]}}"
      })
  void audio_becomes_its_length_and_its_hash(String place, String event) throws IOException {
    JsonNode whole = json(event);
    Observed.Message read = (Observed.Message) hashed(message(whole));

    assertThat(read.hashed()).isEqualTo(Map.of(place, DIGEST));
    assertThat(read.json().toString()).isEqualTo(whole.toString().replace("AP9/", ""));
    assertThat(whole.at(place).asString()).as("the event itself").isEqualTo("AP9/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'response.output_audio_transcript.delta','delta':'word'}",
        "{'type':'session.update','session':{'audio':{'input':{}}}}",
        "{'type':'response.create','response':{'metadata':{'audio':'none'}}}",
        "{'type':'input_audio_buffer.append','audio':'not base64'}",
        "{'type':'input_audio_buffer.append','audio':''}",
        "{'type':'input_audio_buffer.append'}"
      })
  void what_is_no_audio_stays_as_it_is(String event) throws IOException {
    Observed said = message(json(event));

    assertThat(hashed(said)).isEqualTo(said);
  }

  @Test
  void a_binary_frame_becomes_its_length_and_its_hash() throws IOException {
    Duration now = Duration.ZERO;

    assertThat(hashed(new Observed.Binary(now, 1, Origin.CLIENT, new byte[] {0, -1, 127})))
        .isEqualTo(new Observed.Binary(now, 1, Origin.CLIENT, new byte[0], Optional.of(DIGEST)));
  }

  @Test
  void a_trace_without_its_audio_can_be_written_again_as_it_is() throws IOException {
    Observed once = hashed(message(json("{'type':'input_audio_buffer.append','audio':'AP9/'}")));
    Observed frame =
        hashed(new Observed.Binary(Duration.ZERO, 1, Origin.CLIENT, new byte[] {0, -1, 127}));

    assertThat(hashed(once)).isEqualTo(once);
    assertThat(hashed(frame)).isEqualTo(frame);
    assertThat(written(HEADER, List.of(), once)).contains("\"hashed\":{\"/audio\":{\"bytes\":3,");
  }

  @Test
  void the_header_says_that_audio_was_left_out() throws IOException {
    String trace = written(HEADER.with(TraceAudio.HASH), List.of());

    assertThat(read(trace).header().audio()).isEqualTo(TraceAudio.HASH);
  }

  @Test
  void what_matches_a_pattern_is_replaced_in_each_kind_of_line() throws IOException {
    List<Pattern> patterns = List.of(Pattern.compile("SESAME\\d+"), Pattern.compile("(?i)order-."));
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "ws://h/SESAME1", Profile.LIVE, "0.1.0");
    Duration now = Duration.ZERO;
    String trace =
        written(
            header,
            patterns,
            message(json("{'type':'x','list':['a SESAME2 b',{'deep':'ORDER-9, order-8'}]}")),
            new Observed.Malformed(now, 1, Origin.CLIENT, "{SESAME3", "found SESAME4"),
            new Observed.Closed(now, 1, Origin.SERVER, 1008, "no SESAME5"));

    assertThat(trace).doesNotContain("SESAME", "order-").doesNotContain("ORDER-");
    assertThat(trace)
        .contains("\"a [redacted] b\"", "\"[redacted], [redacted]\"", "\"configured patterns\"");
    assertThat(read(trace).seen()).hasSize(3);
  }

  @Test
  void a_pattern_does_not_damage_audio_but_finds_what_only_stands_in_its_place()
      throws IOException {
    List<Pattern> patterns = List.of(Pattern.compile("[AP9]+"));
    String audio = "{'type':'input_audio_buffer.append','audio':'AP9/'}";
    String other = "{'type':'input_audio_buffer.append','audio':'AP9 as such'}";

    assertThat(written(HEADER, patterns, message(json(audio)))).contains("\"AP9/\"");
    assertThat(written(HEADER, patterns, message(json(other)))).contains("\"[redacted] as such\"");
  }

  @Test
  void a_header_without_patterns_does_not_speak_of_them() throws IOException {
    assertThat(read(written(HEADER, List.of())).header()).isEqualTo(HEADER);
  }

  private static Observed hashed(Observed seen) throws IOException {
    return read(written(HEADER.with(TraceAudio.HASH), List.of(), seen)).seen().get(0);
  }

  private static String written(TraceHeader header, List<Pattern> redacted, Observed... seen) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, header, redacted)) {
      List.of(seen).forEach(writer::write);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Trace read(String trace) throws IOException {
    return TraceReader.read(
        "t.ndjson", new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)));
  }

  private static Observed message(JsonNode event) {
    return new Observed.Message(
        Duration.ZERO, 1, Origin.CLIENT, event.path("type").asString(), event);
  }

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }
}
