package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.Levels;
import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Exchange;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Unmet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of a conversation, for people and for programs. */
final class TalkSummary {
  private final Outcome outcome;
  private final List<String> written;

  TalkSummary(Outcome outcome, List<String> written) {
    this.outcome = outcome;
    this.written = List.copyOf(written);
  }

  /**
   * Members the contract does not know are told, but a service that grows is not broken
   * (docs/decisions).
   */
  int status() {
    if (outcome.seen().isEmpty()) {
      return Soundcheck.WRONG_USE;
    }
    boolean broken =
        outcome.findings().stream().anyMatch(it -> it.kind() != Finding.Kind.UNKNOWN_MEMBER);
    boolean unanswered = outcome.exchanges().stream().anyMatch(turn -> !turn.answered());
    return broken || unanswered || !outcome.unmet().isEmpty() || outcome.failure().isPresent()
        ? Soundcheck.FOUND
        : Soundcheck.FINE;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < outcome.exchanges().size(); i++) {
      lines.add(line(i + 1, outcome.exchanges().get(i)));
    }
    outcome.findings().forEach(finding -> lines.add("finding: " + finding.message()));
    outcome.unmet().forEach(unmet -> lines.add("unmet: " + unmet.report()));
    lines.addAll(written);
    outcome.failure().ifPresent(lines::add);
    if (status() == Soundcheck.FINE) {
      lines.add("Fine: %d events, each as the contract says.".formatted(outcome.seen().size()));
    }
    return System.lineSeparator() + String.join(System.lineSeparator(), lines);
  }

  String json() {
    ObjectNode all = Json.mapper().createObjectNode();
    ArrayNode turns = all.putArray("turns");
    outcome.exchanges().forEach(turn -> describe(turns.addObject(), turn));
    ArrayNode findings = all.putArray("findings");
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
    ArrayNode unmet = all.putArray("unmet");
    outcome.unmet().stream().map(Unmet::message).forEach(unmet::add);
    outcome.failure().ifPresentOrElse(why -> all.put("failure", why), () -> all.putNull("failure"));
    return all.put("events", outcome.seen().size()).put("status", status()).toString();
  }

  private static String line(int number, Exchange turn) {
    if (!turn.answered()) {
      return "turn %d: no answer".formatted(number);
    }
    String delay = turn.delay().map(it -> it.toMillis() + " ms").orElse("none");
    double seconds = seconds(turn.answers());
    return String.format(
        Locale.ROOT,
        "turn %d: end of turn to first audio %s, answer %.2f s at %.1f dBFS",
        number,
        delay,
        seconds,
        level(turn.answers()));
  }

  private static void describe(ObjectNode into, Exchange turn) {
    into.put("kind", turn.said() instanceof Act.Type ? "typed" : "spoken")
        .put("heard", turn.heard());
    if (turn.said() instanceof Act.Type typed) {
      into.put("said", typed.words());
    } else if (turn.said() instanceof Act.Say say) {
      into.put("said", say.wav().map(Path::toString).orElse(say.words()));
    }
    turn.delay()
        .ifPresentOrElse(
            it -> into.put("firstAudioMs", it.toMillis()), () -> into.putNull("firstAudioMs"));
    ArrayNode answers = into.putArray("answers");
    turn.answers().forEach(answer -> describe(answers.addObject(), answer));
  }

  private static void describe(ObjectNode into, Answer answer) {
    into.put("status", answer.status()).put("transcript", answer.transcript());
    into.put("seconds", seconds(List.of(answer))).put("dbfs", level(List.of(answer)));
    ArrayNode calls = into.putArray("calls");
    answer
        .calls()
        .forEach(
            call -> calls.addObject().put("tool", call.tool()).put("arguments", call.arguments()));
  }

  private static double seconds(List<Answer> answers) {
    return answers.stream().mapToDouble(it -> it.sound().duration().toMillis() / 1000.0).sum();
  }

  /** The loudest answer's. */
  private static double level(List<Answer> answers) {
    return answers.stream()
        .mapToDouble(it -> Levels.of(it.sound()).rms())
        .max()
        .orElse(Levels.NOTHING);
  }
}
