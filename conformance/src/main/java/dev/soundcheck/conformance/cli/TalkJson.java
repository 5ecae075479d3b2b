package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Drop;
import dev.soundcheck.conformance.client.Exchange;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.tool.Use;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of a talk, for programs; docs/talk-json.md has every member. */
final class TalkJson {
  private final Outcome outcome;
  private final List<Use> uses;
  private final int status;

  TalkJson(Outcome outcome, List<Use> uses, int status) {
    this.outcome = outcome;
    this.uses = List.copyOf(uses);
    this.status = status;
  }

  ObjectNode all() {
    ObjectNode all = Json.mapper().createObjectNode();
    ArrayNode turns = all.putArray("turns");
    outcome.exchanges().forEach(turn -> describe(turns.addObject(), turn));
    latency(all.putObject("latency"), new Latencies(outcome.exchanges()));
    ArrayNode tools = all.putArray("tools");
    uses.forEach(use -> describe(tools.addObject(), use));
    findings(all.putArray("findings"));
    ArrayNode unmet = all.putArray("unmet");
    outcome.unmet().forEach(line -> describe(unmet.addObject(), line));
    ArrayNode drops = all.putArray("drops");
    outcome.drops().forEach(drop -> describe(drops.addObject(), drop));
    text(all, "conversation", outcome.conversation());
    text(all, "failure", outcome.failure());
    return all.put("events", outcome.seen().size()).put("status", status);
  }

  private static void describe(ObjectNode into, Exchange turn) {
    into.put("kind", turn.said() instanceof Act.Type ? "typed" : "spoken");
    String said = "";
    if (turn.said() instanceof Act.Type typed) {
      said = typed.words();
    } else if (turn.said() instanceof Act.Say say) {
      said = say.wav().map(Path::toString).orElse(say.words());
    }
    into.put("said", said).put("heard", turn.heard());
    millis(into, "firstAudioMs", turn.delay());
    millis(into, "firstPlayedMs", turn.delayUntilPlayed());
    ArrayNode answers = into.putArray("answers");
    turn.answers().forEach(answer -> describe(answers.addObject(), answer));
  }

  private static void describe(ObjectNode into, Answer answer) {
    into.put("status", answer.status()).put("transcript", answer.transcript());
    into.put("seconds", TalkTable.seconds(List.of(answer)));
    into.put("dbfs", Math.round(TalkTable.level(List.of(answer)) * 10) / 10.0);
    into.put("playedMs", answer.played().length().toMillis());
    into.put("underRuns", answer.played().underRuns());
    into.put("starvedMs", answer.played().starved().toMillis());
    if (answer.interruption().isPresent()) {
      ObjectNode cut = into.putObject("interrupted");
      cut.put("playedMs", answer.played().length().toMillis());
      millis(cut, "stoppedArrivingMs", answer.stoppedArrivingAfter());
      millis(cut, "stoppedPlayingMs", answer.stoppedPlayingAfter());
    } else {
      into.putNull("interrupted");
    }
    ArrayNode calls = into.putArray("calls");
    answer
        .calls()
        .forEach(
            call -> calls.addObject().put("tool", call.tool()).put("arguments", call.arguments()));
  }

  private static void latency(ObjectNode into, Latencies all) {
    statistics(into.putObject("firstAudioMs"), all.received());
    statistics(into.putObject("firstPlayedMs"), all.played());
    statistics(into.putObject("stoppedPlayingMs"), all.stopped());
  }

  private static void statistics(ObjectNode into, List<Long> values) {
    into.put("count", values.size());
    number(into, "median", Latencies.median(values));
    number(into, "p95", Latencies.p95(values));
  }

  private static void describe(ObjectNode into, Use use) {
    into.put("callId", use.callId()).put("tool", use.tool());
    into.put("arguments", use.arguments()).put("output", use.output());
    text(into, "failure", use.failure());
    into.put("tookMs", use.took().toMillis());
  }

  private void findings(ArrayNode findings) {
    outcome
        .findings()
        .forEach(
            it ->
                findings
                    .addObject()
                    .put("kind", it.kind().name().toLowerCase(Locale.ROOT))
                    .put("event", it.event())
                    .put("path", it.path())
                    .put("expected", it.expected())
                    .put("found", it.found()));
  }

  private static void describe(ObjectNode into, Unmet line) {
    into.put("where", line.where()).put("line", line.line());
    into.put("expected", line.expected()).put("found", line.found());
    ArrayNode around = into.putArray("around");
    line.around().forEach(around::add);
  }

  private static void describe(ObjectNode into, Drop drop) {
    into.put("atMs", drop.at().toMillis()).put("why", drop.why());
    into.put("attempt", drop.attempt()).put("waitedMs", drop.waited().toMillis());
  }

  private static void millis(ObjectNode into, String member, Optional<Duration> time) {
    number(into, member, time.map(Duration::toMillis));
  }

  private static void number(ObjectNode into, String member, Optional<Long> value) {
    value.ifPresentOrElse(it -> into.put(member, it), () -> into.putNull(member));
  }

  private static void text(ObjectNode into, String member, Optional<String> value) {
    value.ifPresentOrElse(it -> into.put(member, it), () -> into.putNull(member));
  }
}
