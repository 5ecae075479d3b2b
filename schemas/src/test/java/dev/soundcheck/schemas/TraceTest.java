package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace format (design.md, Trace): written line by line, read back as it was. */
class TraceTest {
  private static final TraceHeader HEADER =
      TraceHeader.of(
          Instant.parse("2026-11-20T13:00:00Z"),
          "ws://127.0.0.1:8765/v1/realtime?model=grok-voice-latest",
          Profile.LIVE,
          "0.1.0");

  private static final List<Observed> SEEN =
      List.of(
          message(
              0, Origin.SERVER, "{\"session\":{\"z\":1,\"a\":-1.0},\"type\":\"session.updated\"}"),
          message(1_500, Origin.CLIENT, "{\"type\":\"x\",\"text\":\"zwei\\nZeilen, 日本語 \"}"),
          new Observed.Binary(micros(2_000), 1, Origin.CLIENT, new byte[] {0, -1, 127}),
          new Observed.Malformed(
              micros(2_001), 1, Origin.CLIENT, "{\"type\":", "it ends too early"),
          new Observed.Closed(micros(3_000_000), 1, Origin.SERVER, 1011, "gone"),
          new Observed.Silence(micros(4_000_000), 2, Duration.ofSeconds(20)));

  @Test
  void a_trace_is_read_as_it_was_written() throws IOException {
    Trace trace = read(written());

    assertThat(trace.header()).isEqualTo(HEADER);
    assertThat(trace.seen()).isEqualTo(SEEN);
    assertThat(trace.notes()).isEmpty();
  }

  @Test
  void each_thing_seen_is_one_line_that_people_can_read() {
    assertThat(new String(written(), StandardCharsets.UTF_8).lines().skip(1))
        .map(line -> line.replace('"', '\''))
        .containsExactly(
            "{'at':0,'connection':1,'from':'server',"
                + "'event':{'session':{'z':1,'a':-1.0},'type':'session.updated'}}",
            "{'at':1500,'connection':1,'from':'client',"
                + "'event':{'type':'x','text':'zwei\\nZeilen, 日本語 '}}",
            "{'at':2000,'connection':1,'from':'client','binary':'AP9/'}",
            "{'at':2001,'connection':1,'from':'client',"
                + "'malformed':'{\\'type\\':','why':'it ends too early'}",
            "{'at':3000000,'connection':1,'from':'server','closed':1011,'reason':'gone'}",
            "{'at':4000000,'connection':2,'silence':20000000}");
  }

  @Test
  void the_header_tells_what_was_recorded_and_what_is_not_in_it() {
    assertThat(new String(written(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
        .startsWith(
            "{\"soundcheck_trace\":1,\"started_at\":\"2026-11-20T13:00:00Z\","
                + "\"target\":\"ws://127.0.0.1:8765/v1/realtime?model=grok-voice-latest\","
                + "\"profile\":\"live\",\"tool\":\"0.1.0\",\"redacted\":[\"authorization");
  }

  /** JSON can say half of a pair of surrogates, which UTF-8 cannot; a server may say anything. */
  @Test
  void half_a_character_is_read_as_it_was_written() throws IOException {
    Observed half = message(0, Origin.SERVER, "{\"type\":\"x\",\"text\":\"a\\ud800b\"}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, HEADER)) {
      writer.write(half);
    }

    assertThat(read(out.toByteArray()).seen()).containsExactly(half);
  }

  /** decisions.md, last section: the audio of the captures is shortened. */
  @Test
  void a_trace_says_when_its_audio_was_shortened() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, HEADER.with(TraceAudio.SHORTENED))) {
      writer.write(new Observed.Silence(Duration.ZERO, 1, Duration.ZERO));
    }
    String trace = out.toString(StandardCharsets.UTF_8);

    assertThat(read(out.toByteArray()).header().audio()).isEqualTo(TraceAudio.SHORTENED);
    assertThat(header(trace.replace(",\"audio\":\"shortened\"", "")))
        .as("as it was written before traces said it")
        .isEqualTo(TraceAudio.KEPT);
    assertThatThrownBy(() -> header(trace.replace("shortened", "lost")))
        .hasMessage(
            "t.ndjson:1: expected \"kept\", \"hash\" or \"shortened\" as \"audio\","
                + " found the string \"lost\"");
  }

  private static TraceAudio header(String trace) throws IOException {
    return read(trace.getBytes(StandardCharsets.UTF_8)).header().audio();
  }

  @Test
  void a_trace_cut_at_any_byte_loads_up_to_its_last_whole_line_and_says_so() throws IOException {
    byte[] whole = written();
    int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n');

    for (int length = header; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Trace trace = read(cut);
      int lines = trace.seen().size();
      boolean atEndOfLine = length == header || cut[length - 1] == '\n' || whole[length] == '\n';

      assertThat(trace.seen()).isEqualTo(SEEN.subList(0, lines));
      assertThat(trace.notes()).isEqualTo(atEndOfLine ? List.of() : List.of(cutNote(lines + 2)));
    }
  }

  @Test
  void a_line_may_be_longer_than_any_buffer() throws IOException {
    Observed longLine = message(1, Origin.CLIENT, "{\"type\":\"" + "ä".repeat(300_000) + "\"}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, HEADER)) {
      writer.write(longLine);
      writer.write(SEEN.get(0));
    }

    assertThat(read(out.toByteArray()).seen()).containsExactly(longLine, SEEN.get(0));
  }

  @Test
  void a_trace_without_a_whole_header_is_none() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(TraceException.class)
        .hasMessage("t.ndjson:1: expected the header of a trace, found an empty file");
    assertThatThrownBy(() -> read(Arrays.copyOf(written(), 20)))
        .isInstanceOf(TraceException.class)
        .hasMessage(
            "t.ndjson:1: expected a JSON object on one line, found \"{\\\"soundcheck_trace\\\":\"");
  }

  @Test
  void every_line_that_is_wrong_is_named_with_what_was_expected_and_found() {
    String header = new String(written(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    String trace =
        """
        {"at":0,"connection":1,"from":"server","event":{"type":"ping"}}
        not json
        []
        {"at":-5,"connection":1,"from":"server","event":{"type":"ping"}}
        {"at":"5","connection":1,"from":"server","event":{"type":"ping"}}
        {"at":5,"connection":1.5,"from":"server","event":{"type":"ping"}}
        {"at":5,"connection":1,"from":"sever","event":{"type":"ping"}}
        {"at":5,"connection":1,"from":"server","event":{}}
        {"at":5,"connection":1,"from":"server"}
        {"at":5,"connection":1,"from":"server","binary":"AA==","silence":1}
        {"at":5,"connection":1,"from":"server","binary":"?"}
        {"at":5,"connection":1,"from":"server","closed":1000}
        """;

    assertThatThrownBy(() -> read((header + "\n" + trace).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(TraceException.class)
        .extracting("problems", InstanceOfAssertFactories.list(String.class))
        .containsExactly(
            "t.ndjson:3: expected a JSON object on one line, found \"not json\"",
            "t.ndjson:4: expected a JSON object, found an empty array",
            "t.ndjson:5: expected a whole number from 0 to 9223372036854775 as \"at\","
                + " found the number -5",
            "t.ndjson:6: expected a whole number as \"at\", found the string \"5\"",
            "t.ndjson:7: expected a whole number as \"connection\", found the number 1.5",
            "t.ndjson:8: expected \"client\" or \"server\" as \"from\", found the string \"sever\"",
            "t.ndjson:9: expected an object with a type as \"event\", found an empty object",
            "t.ndjson:10: expected one of event, binary, malformed, closed, silence,"
                + " found none of them",
            "t.ndjson:11: expected one of event, binary, malformed, closed, silence,"
                + " found binary and silence",
            "t.ndjson:12: expected base64 as \"binary\", found the string \"?\"",
            "t.ndjson:13: expected a string as \"reason\", found nothing");
  }

  @Test
  void a_header_of_another_format_or_profile_is_refused() {
    assertThatThrownBy(() -> read("{\"soundcheck_trace\":2}\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessage(
            "t.ndjson:1: expected trace format 1 as \"soundcheck_trace\", found the number 2");
    String header =
        "{\"soundcheck_trace\":1,\"started_at\":\"%s\",\"target\":\"t\",\"profile\":\"%s\"}\n";
    assertThatThrownBy(
            () -> read(header.formatted("today", "live").getBytes(StandardCharsets.UTF_8)))
        .hasMessage(
            "t.ndjson:1: expected a time such as 2026-11-20T13:00:00Z as \"started_at\","
                + " found the string \"today\"");
    String time = "2026-11-20T13:00:00Z";
    assertThatThrownBy(
            () -> read(header.formatted(time, "lively").getBytes(StandardCharsets.UTF_8)))
        .hasMessage(
            "t.ndjson:1: expected one of live, live-2026-07, launch, documented, openai-ga as \"profile\","
                + " found the string \"lively\"");
  }

  @Test
  void each_line_is_in_the_file_before_the_next_is_written(@TempDir Path folder) {
    Path file = folder.resolve("t.ndjson");
    try (TraceWriter writer = TraceWriter.create(file, HEADER)) {
      for (int i = 0; i < SEEN.size(); i++) {
        assertThat(TraceReader.read(file).seen()).hasSize(i);
        writer.write(SEEN.get(i));
      }
      assertThat(TraceReader.read(file).seen()).isEqualTo(SEEN);
    }
  }

  @Test
  void a_trace_that_exists_is_not_overwritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.ndjson"), "precious");

    assertThatThrownBy(() -> TraceWriter.create(file, HEADER))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("trace " + file + " cannot be written: it exists already");
    assertThat(file).hasContent("precious");
  }

  @Test
  void a_trace_in_a_folder_that_is_not_there_is_refused_in_words(@TempDir Path folder) {
    Path file = folder.resolve("no/t.ndjson");

    assertThatThrownBy(() -> TraceWriter.create(file, HEADER))
        .hasMessage("trace " + file + " cannot be written: its folder does not exist");
    assertThatThrownBy(() -> TraceReader.read(file))
        .hasMessage("trace " + file + " cannot be read: there is no such file");
  }

  @Test
  void events_are_found_by_type_and_by_the_side_that_sends_them() throws IOException {
    Trace trace = read(written());

    assertThat(trace.messages()).hasSize(2);
    assertThat(trace.messages(EventType.SESSION_UPDATED))
        .containsExactly((Observed.Message) SEEN.get(0));
    assertThat(trace.messages(EventType.PING)).isEmpty();
  }

  private static String cutNote(int line) {
    return "t.ndjson:"
        + line
        + ": the last line is cut and left out; the trace ends with the one before";
  }

  private static byte[] written() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(out, HEADER)) {
      SEEN.forEach(writer::write);
    }
    return out.toByteArray();
  }

  private static Trace read(byte[] bytes) throws IOException {
    return TraceReader.read("t.ndjson", new ByteArrayInputStream(bytes));
  }

  private static Observed message(long at, Origin from, String json) {
    var event = Json.mapper().readTree(json);
    return new Observed.Message(micros(at), 1, from, event.path("type").asString(), event);
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }
}
