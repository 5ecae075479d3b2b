package dev.soundcheck.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Keys and tokens never reach a trace (design.md, Trace; live-behaviour.md 7.1 for their forms).
 */
class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Bearer abc | Authorization: Bearer [redacted]",
        "use bearer s3cr3t.t0ken now | use bearer [redacted] now",
        "realtime, xai-client-secret.abc-1 | realtime, xai-client-secret.[redacted]",
        "xai-realtime-client-secret-Ab_9.x | xai-realtime-client-secret-[redacted]",
        "realtime,openai-insecure-api-key.K | realtime,openai-insecure-api-key.[redacted]",
        "key xai-0123456789abcdefghijKLMN ends | key xai-[redacted] ends",
        "ws://h/v1/realtime?key=abc&model=m | ws://h/v1/realtime?key=[redacted]&model=m",
        "ws://h/?model=m&access_token=a#b | ws://h/?model=m&access_token=[redacted]#b",
        "ws://h/?client_secret=abc&a=b | ws://h/?client_secret=[redacted]&a=b",
        "wss://me:s3cr3t@h/v1 and http://t0ken@h:80/ | wss://[redacted]@h/v1 and http://[redacted]@h:80/",
        "key sk-proj_0123456789abcdefghij ends | key sk-[redacted] ends",
        "{\"api_key\": \"abc\"} | {\"api_key\": \"[redacted]\"}"
      })
  void a_secret_is_replaced_wherever_it_stands_in_text(String text, String clean) {
    assertThat(Secrets.hide(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bearer of this letter is a friend.",
        "What is the key?",
        "xai-latest",
        "UklGRiQAAABXQVZFZm10IBAAAAABAAEA+/==",
        "authorization: given by the king"
      })
  void what_people_say_stays_as_it_is(String text) {
    assertThat(Secrets.hide(text)).isSameAs(text);
  }

  @Test
  void a_header_line_in_broken_text_loses_its_value() {
    assertThat(Secrets.hideInBroken("GET / HTTP/1.1\r\nAuthorization: Basic abc=\r\nHost: h"))
        .isEqualTo("GET / HTTP/1.1\r\nAuthorization: [redacted]\r\nHost: h");
    assertThat(Secrets.hideInBroken("{\"type\":\"x\",\"authorization\":\"abc\","))
        .isEqualTo("{\"type\":\"x\",\"authorization\":\"[redacted]\",");
  }

  /** events.yaml session.tools: an MCP tool carries an authorization and headers. */
  @Test
  void the_credentials_of_an_mcp_tool_are_replaced_and_the_event_itself_is_left_alone() {
    JsonNode event =
        json(
            "{'type':'session.update','session':{'tools':[{'type':'mcp','server_label':'docs',"
                + "'server_url':'https://m/?token=abc','authorization':'abc',"
                + "'headers':{'X-Team':'abc','X-Key':'abc'}},"
                + "{'type':'function','name':'f','parameters':{'properties':"
                + "{'api_key':{'type':'string'}}}}]}}");
    JsonNode before = event.deepCopy();

    assertThat(new Redaction(List.of()).event(event))
        .isEqualTo(
            json(
                "{'type':'session.update','session':{'tools':[{'type':'mcp','server_label':'docs',"
                    + "'server_url':'https://m/?token=[redacted]','authorization':'[redacted]',"
                    + "'headers':{'X-Team':'[redacted]','X-Key':'[redacted]'}},"
                    + "{'type':'function','name':'f','parameters':{'properties':"
                    + "{'api_key':{'type':'string'}}}}]}}"));
    assertThat(event).isEqualTo(before);
  }

  @Test
  void an_event_without_secrets_is_not_copied() {
    JsonNode event = json("{'type':'ping','event_id':'e','list':['a',{'b':null}]}");

    assertThat(new Redaction(List.of()).event(event)).isSameAs(event);
  }

  @Test
  void no_kind_of_line_lets_a_secret_through() {
    String secret = "xai-client-secret.SESAME";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "ws://h/?key=SESAME", Profile.LIVE, "0.1.0");
    Duration now = Duration.ZERO;
    try (TraceWriter writer = new TraceWriter(out, header)) {
      JsonNode event = json("{'type':'x','list':['" + secret + "'],'authorization':'SESAME'}");
      writer.write(new Observed.Message(now, 1, Origin.CLIENT, "x", event));
      writer.write(new Observed.Malformed(now, 1, Origin.CLIENT, secret, "found " + secret));
      writer.write(new Observed.Closed(now, 1, Origin.SERVER, 1008, "no " + secret));
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("SESAME")
        .contains("\"redacted\":[\"authorization and api-key members\",\"header values\"");
  }

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }
}
