package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.conformance.tool.Use;
import dev.soundcheck.schemas.Finding;
import java.util.ArrayList;
import java.util.List;

/** What came of a conversation, for people and for programs. */
final class TalkSummary {
  private final Outcome outcome;
  private final List<Use> uses;
  private final List<String> written;

  /**
   * Of a conversation that is over.
   *
   * @param uses what the client's tools did
   * @param written a line for each file that was written
   */
  TalkSummary(Outcome outcome, List<Use> uses, List<String> written) {
    this.outcome = outcome;
    this.uses = List.copyOf(uses);
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
    List<String> lines = new ArrayList<>(new TalkTable(outcome.exchanges()).lines());
    outcome.findings().forEach(finding -> lines.add("finding: " + finding.message()));
    outcome.unmet().forEach(unmet -> lines.add("unmet: " + unmet.report()));
    uses.forEach(
        use ->
            use.failure()
                .ifPresent(why -> lines.add("the tool %s failed: %s".formatted(use.tool(), why))));
    lines.addAll(written);
    outcome.failure().ifPresent(lines::add);
    if (status() == Soundcheck.FINE) {
      lines.add("Fine: %d events, each as the contract says.".formatted(outcome.seen().size()));
    }
    return System.lineSeparator() + Columns.cleanLines(String.join(System.lineSeparator(), lines));
  }

  String json() {
    return new TalkJson(outcome, uses, status()).all().toString();
  }
}
