package dev.soundcheck.server.play;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.Refusal;
import dev.soundcheck.server.session.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds both sides' events against the contract, journals what breaks it and words the refusals.
 */
final class Contract {
  private static final int NAMED_AT_ONCE = 5;

  private final EventValidator validator;
  private final Journal journal;

  Contract(EventValidator validator, Journal journal) {
    this.validator = validator;
    this.journal = journal;
  }

  /**
   * What the contract says of an event of the client's.
   *
   * @param refusal why it is refused, if it is; what it has beyond the contract is no reason
   * @param known the event without what it has beyond the contract
   */
  record Judgement(Optional<Refusal> refusal, JsonNode known) {}

  /** Judges an event of the client's and journals what is wrong with it. */
  Judgement judge(Duration at, JsonNode event) {
    List<Finding> findings = validator.validate(Origin.CLIENT, event);
    if (findings.isEmpty()) {
      return new Judgement(Optional.empty(), event);
    }
    List<Finding> breaking = breaking(at, findings);
    return breaking.isEmpty()
        ? new Judgement(Optional.empty(), validator.known(event))
        : new Judgement(Optional.of(refused(breaking, event)), event);
  }

  private List<Finding> breaking(Duration at, List<Finding> findings) {
    List<Finding> breaking = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.kind() == Finding.Kind.UNKNOWN_MEMBER) {
        journal.foundOnce(at, Kind.CLIENT_UNKNOWN_MEMBER, finding);
      } else {
        breaking.add(finding);
        journal.found(at, Kind.CLIENT, finding.message());
      }
    }
    return breaking;
  }

  /** Journals what of our own event breaks the contract. */
  void judgeOurs(Duration at, Kind kind, JsonNode event) {
    validator
        .validate(Origin.SERVER, event)
        .forEach(finding -> journal.foundOnce(at, kind, finding));
  }

  private static Refusal refused(List<Finding> findings, JsonNode event) {
    String message =
        findings.stream()
            .limit(NAMED_AT_ONCE)
            .map(f -> "%s: expected %s, got %s".formatted(f.param(), f.expected(), f.found()))
            .collect(Collectors.joining("; "));
    String more =
        findings.size() > NAMED_AT_ONCE
            ? "; and %d more".formatted(findings.size() - NAMED_AT_ONCE)
            : "";
    Finding first = findings.get(0);
    String why = message + more + ".";
    Optional<String> eventId = event.path("event_id").stringValueOpt();
    return first.kind() == Finding.Kind.UNKNOWN_EVENT
        ? Refusals.DEFAULT.unknownEvent(why, eventId)
        : Refusals.DEFAULT.invalid(first.param(), why, eventId);
  }
}
