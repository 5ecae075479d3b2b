package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.replay.ReplayedClient;
import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.server.recording.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of speaking a recorded client's side, for people and for programs. */
final class ReplaySummary {
  private final ReplayedClient replayed;

  ReplaySummary(ReplayedClient replayed) {
    this.replayed = replayed;
  }

  /** Why not even the first connection came about. */
  Optional<String> notConnected() {
    Outcome first = replayed.outcomes().get(0);
    return first.seen().isEmpty() ? first.failure() : Optional.empty();
  }

  /** A member that the contract does not know breaks nothing, as with {@code talk}. */
  int status() {
    boolean broken = broken().anyMatch(it -> it.kind() != Finding.Kind.UNKNOWN_MEMBER);
    return broken || replayed.findings().findAny().isPresent() || failures().findAny().isPresent()
        ? Soundcheck.FOUND
        : Soundcheck.FINE;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    replayed.findings().forEach(it -> lines.add("finding: " + it.message()));
    broken().forEach(it -> lines.add("finding: " + it.message()));
    failures().forEach(lines::add);
    lines.add(
        status() == Soundcheck.FINE
            ? "Fine: %d events, %d differences that the policy allows."
                .formatted(events(), allowed())
            : "%d events; the server does otherwise than recorded.".formatted(events()));
    return System.lineSeparator() + Columns.cleanLines(String.join(System.lineSeparator(), lines));
  }

  String json() {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ArrayNode differences = all.putArray("differences");
    for (int i = 0; i < replayed.deviations().size(); i++) {
      for (Deviation one : replayed.deviations().get(i)) {
        differences
            .addObject()
            .put("connection", i + 1)
            .put("at_ms", one.at().toMillis())
            .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
            .put("allowed", one.allowed())
            .put("message", one.message());
      }
    }
    ArrayNode findings = all.putArray("findings");
    broken().map(Finding::message).forEach(findings::add);
    ArrayNode failures = all.putArray("failures");
    failures().forEach(failures::add);
    return all.put("events", events()).put("status", status()).toString();
  }

  private Stream<Finding> broken() {
    return replayed.outcomes().stream().flatMap(outcome -> outcome.findings().stream());
  }

  private Stream<String> failures() {
    return replayed.outcomes().stream().flatMap(outcome -> outcome.failure().stream());
  }

  private int events() {
    return replayed.outcomes().stream().mapToInt(outcome -> outcome.seen().size()).sum();
  }

  private long allowed() {
    return replayed.deviations().stream().flatMap(List::stream).filter(Deviation::allowed).count();
  }
}
