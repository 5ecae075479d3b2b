package dev.soundcheck.conformance.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HAR 1.2 with WebSocket messages, as libraries.md 6 describes what tools write. */
class HarTest {
  private static final String URL = "https://api.x.ai/v1/realtime?model=grok-voice-latest";

  private static final String SENT =
      "{'type':'send','time':%s,'opcode':1,'data':'{\\'type\\':\\'response.create\\'}'}";

  /** Chrome and mitmproxy write seconds with an http address, Playwright milliseconds with ws. */
  @ParameterizedTest
  @CsvSource({
    "https://api.x.ai/v1/realtime, 1795175984.990, 1795175985.240",
    "wss://api.x.ai/v1/realtime, 1795175984990, 1795175985240"
  })
  void times_and_addresses_of_either_tool_are_understood(String url, String one, String other) {
    Trace trace = read(entry(url, SENT.formatted(one), SENT.formatted(other)));

    assertThat(trace.header().startedAt()).isEqualTo(Instant.ofEpochMilli(1_795_175_984_990L));
    assertThat(trace.header().target()).isEqualTo("wss://api.x.ai/v1/realtime");
    assertThat(trace.header().audio()).isEqualTo(TraceAudio.KEPT);
    assertThat(trace.seen())
        .extracting(Observed::at)
        .containsExactly(Duration.ZERO, Duration.ofMillis(250));
  }

  @Test
  void text_binary_and_broken_messages_are_told_apart() {
    Trace trace =
        read(
            entry(
                URL,
                SENT.formatted("1"),
                "{'type':'receive','time':1,'opcode':2,'data':'AP9/'}",
                "{'type':'receive','time':1,'opcode':1,'data':'{'}",
                "{'type':'receive','time':1,'opcode':9,'data':''}"));

    assertThat(trace.seen()).hasSize(3);
    assertThat(trace.seen().get(0))
        .isInstanceOfSatisfying(
            Observed.Message.class,
            event -> {
              assertThat(event.from()).isEqualTo(Origin.CLIENT);
              assertThat(event.type()).isEqualTo("response.create");
            });
    assertThat(trace.seen().get(1))
        .isEqualTo(new Observed.Binary(Duration.ZERO, 1, Origin.SERVER, new byte[] {0, -1, 127}));
    assertThat(trace.seen().get(2)).isInstanceOf(Observed.Malformed.class);
  }

  @Test
  void each_socket_is_a_connection_and_sockets_that_carry_no_voice_are_left_out() {
    Trace trace =
        read(
            entry(URL, SENT.formatted("1"))
                + ","
                + entry("ws://127.0.0.1:5173/reload", SENT.formatted("2"))
                + ",{'request':{'url':'https://x/'}},"
                + entry(URL, SENT.formatted("3")));

    assertThat(trace.seen()).extracting(Observed::connection).containsExactly(1, 2);
    assertThat(trace.notes()).containsExactly("h.har: 1 other WebSocket connections are left out");
  }

  @Test
  void a_har_without_web_sockets_says_so() {
    assertThatThrownBy(() -> read("{'request':{'url':'https://x/'}}"))
        .hasMessageStartingWith(
            "h.har: expected entries with WebSocket messages (_webSocketMessages),"
                + " found none among 1 entries");
  }

  @Test
  void messages_that_are_no_list_are_none() {
    assertThatThrownBy(() -> read("{'_webSocketMessages':{'type':'send','time':1}}"))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("expected entries with WebSocket messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'sent','time':1,'opcode':1,'data':'{}'}",
        "{'type':'send','opcode':1,'data':'{}'}",
        "{'type':'send','time':1e400,'opcode':1,'data':'{}'}",
        "{'type':'send','time':1,'opcode':2,'data':'%'}"
      })
  void a_message_that_is_none_is_named(String message) {
    assertThatThrownBy(() -> read(entry(URL, message)))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("h.har: connection 1, message 1: expected ");
  }

  private static String entry(String url, String... messages) {
    return "{'request':{'url':'%s'},'_resourceType':'websocket','_webSocketMessages':[%s]}"
        .formatted(url, String.join(",", messages));
  }

  private static Trace read(String entries) {
    String json = "{'log':{'version':'1.2','entries':[" + entries + "]}}";
    return Import.read("h.har", json.replace("\\'", "\\\"").replace('\'', '"'), "test");
  }
}
