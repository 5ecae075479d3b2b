package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schema of traces says what our tools write, and its page says what the schema says. */
class TraceFormatTest {
  private static final Path PAGE = Path.of("../docs/trace-format.md");

  @Test
  void the_schema_keeps_the_rules_for_schemas() {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(Json.mapper().readTree(TraceFormat.schema()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_line_that_we_write_is_as_the_schema_says(TraceAudio audio) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "ws://h/", Profile.LIVE, "0.1.0");
    try (TraceWriter writer = new TraceWriter(out, header.with(audio))) {
      seen().forEach(writer::write);
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

    assertThat(lines).hasSize(seen().size() + 1);
    assertThat(lines).allSatisfy(line -> assertThat(TraceFormat.problems(line)).as(line).isEmpty());
  }

  /** What TraceTest says of the reader, by the schema. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'soundcheck_trace':2}",
        "{'at':-5,'connection':1,'from':'server','event':{'type':'ping'}}",
        "{'at':5,'connection':1.5,'from':'server','event':{'type':'ping'}}",
        "{'at':5,'connection':1,'from':'sever','event':{'type':'ping'}}",
        "{'at':5,'connection':1,'event':{'type':'ping'}}",
        "{'at':5,'connection':1,'from':'server','event':{}}",
        "{'at':5,'connection':1,'from':'server'}",
        "{'at':5,'connection':1,'from':'server','binary':'AA==','silence':1}",
        "{'at':5,'connection':1,'from':'server','binary':'?'}",
        "{'at':5,'connection':1,'from':'server','closed':1000}",
        "{'at':5,'connection':1,'from':'server','closed':65536,'reason':''}",
        "{'at':5,'connection':1,'silence':1,'from':'server'}",
        "{'at':5,'connection':1,'silence':1,'hashed':{'':{'bytes':1,'sha256':'00'}}}"
      })
  void what_is_no_line_of_a_trace_is_refused_by_the_schema(String line) {
    assertThat(TraceFormat.problems(line.replace('\'', '"'))).isNotEmpty();
  }

  @Test
  void the_lines_on_the_page_are_a_trace() throws IOException {
    List<String> lines = examples();
    assertThat(lines).allSatisfy(line -> assertThat(TraceFormat.problems(line)).as(line).isEmpty());

    byte[] page = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Trace trace = TraceReader.read("page", new ByteArrayInputStream(page));

    assertThat(trace.seen()).hasSize(lines.size() - 1).hasSizeGreaterThan(6);
  }

  @Test
  void the_page_explains_each_member_of_the_schema() throws IOException {
    String page = Files.readString(PAGE);
    JsonNode schema = Json.mapper().readTree(TraceFormat.schema());
    List<String> members = new ArrayList<>();
    schema.at("/$defs/header/properties").propertyStream().forEach(it -> members.add(it.getKey()));
    schema.at("/$defs/seen/properties").propertyStream().forEach(it -> members.add(it.getKey()));

    assertThat(members).hasSizeGreaterThan(15);
    assertThat(members).allSatisfy(member -> assertThat(page).contains("`" + member + "`"));
  }

  @Test
  void a_member_that_nobody_knows_is_read_past() throws IOException {
    String trace = examples().get(0) + "\n{'at':0,'connection':1,'silence':1,'new':2}\n";

    assertThat(read(trace.replace('\'', '"')).seen()).hasSize(1);
  }

  @Test
  void line_ends_of_all_sorts_and_a_byte_order_mark_are_read() throws IOException {
    String line = "{\"at\":0,\"connection\":1,\"silence\":1}";
    Trace trace = read("\ufeff" + examples().get(0) + "\r\n" + line + "\n\r\n\n" + line + "\r\n");

    assertThat(trace.seen()).hasSize(2);
    assertThat(trace.notes()).isEmpty();
  }

  @Test
  void a_file_of_something_else_is_refused_by_its_first_line() {
    assertThatThrownBy(() -> read("dear diary\nnothing\n"))
        .isInstanceOf(TraceException.class)
        .hasMessage("t.ndjson:1: expected a JSON object on one line, found \"dear diary\"");
  }

  @Test
  void only_the_first_hundred_wrong_lines_are_told() throws IOException {
    String trace = examples().get(0) + "\n" + "wrong\n".repeat(1_000);

    assertThatThrownBy(() -> read(trace))
        .isInstanceOfSatisfying(
            TraceException.class,
            wrong ->
                assertThat(wrong.problems())
                    .hasSize(101)
                    .last()
                    .isEqualTo("more lines may be wrong; reading ended here"));
  }

  private static Trace read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TraceReader.read("t.ndjson", new ByteArrayInputStream(bytes));
  }

  private static List<String> examples() throws IOException {
    return Files.readString(PAGE).lines().filter(line -> line.startsWith("{")).toList();
  }

  private static List<Observed> seen() {
    return List.of(
        new Observed.Message(Duration.ofNanos(1_999), 1, Origin.CLIENT, "append", append()),
        new Observed.Binary(Duration.ZERO, 2, Origin.SERVER, new byte[] {0, -1, 127}),
        new Observed.Binary(Duration.ZERO, 2, Origin.SERVER, new byte[0]),
        new Observed.Malformed(Duration.ZERO, 1, Origin.CLIENT, "\0", "it is no JSON"),
        new Observed.Closed(Duration.ZERO, 1, Origin.SERVER, 1006, ""),
        new Observed.Silence(Duration.ZERO, 2, Duration.ofSeconds(20)));
  }

  private static JsonNode append() {
    return Json.mapper()
        .createObjectNode()
        .put("type", "input_audio_buffer.append")
        .put("audio", "AP9/");
  }
}
