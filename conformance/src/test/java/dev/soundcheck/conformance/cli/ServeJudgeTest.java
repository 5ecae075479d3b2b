package dev.soundcheck.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.server.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the page is told of rules (docs/decisions/server-page.md). */
final class ServeJudgeTest {
  private final ServeJudge judge = new ServeJudge();

  @Test
  void a_broken_rule_is_told_with_who_asks_for_it() {
    Trace trace =
        trace(
            said(Origin.SERVER, "{\"type\":\"ping\",\"event_id\":\"a\",\"timestamp\":1}"),
            said(Origin.CLIENT, "{\"type\":\"pong\"}"));

    Judge.Offence offence =
        judge.offences(trace).stream()
            .filter(one -> one.rule().equals("a-ping-needs-no-answer"))
            .findFirst()
            .orElseThrow();
    assertThat(offence.level()).isEqualTo("warning");
    assertThat(offence.line()).isEqualTo(3);
    assertThat(offence.from()).isEqualTo(Origin.CLIENT);
    assertThat(offence.sources()).isNotEmpty();
    assertThat(offence.text()).startsWith("expected ");
  }

  @Test
  void two_sessions_are_compared_as_diff_does_it() {
    Trace one = trace(said(Origin.SERVER, "{\"type\":\"ping\",\"event_id\":\"a\"}"));
    Trace other =
        trace(
            said(Origin.SERVER, "{\"type\":\"ping\",\"event_id\":\"b\"}"),
            said(Origin.CLIENT, "{\"type\":\"response.create\"}"));

    assertThat(json(judge.difference(one, one)).path("different")).isEmpty();
    JsonNode different = json(judge.difference(one, other)).at("/different/0");
    assertThat(different.path("event").asString()).isEqualTo("response.create");
    assertThat(different.path("right").asInt()).isEqualTo(3);
  }

  private static JsonNode json(String text) {
    return Json.parse(text).orElseThrow();
  }

  private static Observed said(Origin from, String json) {
    JsonNode event = json(json);
    return new Observed.Message(Duration.ZERO, 1, from, event.path("type").asString(), event);
  }

  private static Trace trace(Observed... seen) {
    TraceHeader header = TraceHeader.of(Instant.EPOCH, "mock", Profile.LIVE, "test");
    return new Trace(header, List.of(seen), List.of());
  }
}
