package dev.soundcheck.server.play;

import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.ConnectionFinding.Kind;
import dev.soundcheck.server.session.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds both sides' events against the contract, journals what breaks it and words the refusals.
 */
final class Contract {
  private static final String REFUSED = "invalid_request_error";
  private static final int NAMED_AT_ONCE = 5;
  private static final int LONGEST_NAME = 60;
  private static final List<String> CLIENT_EVENTS =
      Arrays.stream(EventType.values())
          .filter(type -> type.origin() == Origin.CLIENT)
          .map(EventType::wire)
          .toList();

  private final EventValidator validator;
  private final Journal journal;

  Contract(EventValidator validator, Journal journal) {
    this.validator = validator;
    this.journal = journal;
  }

  /** Why this event of the client's is refused, if it is. */
  Optional<Refusal> refusal(Duration at, String type, JsonNode event) {
    Optional<EventType> known =
        EventType.named(type).filter(named -> named.origin() == Origin.CLIENT);
    Optional<Refusal> refusal =
        known.isEmpty() ? Optional.of(unknown(type, event)) : invalid(at, event);
    refusal.ifPresent(why -> journal.found(at, Kind.CLIENT, why.message()));
    return refusal;
  }

  /** Journals what of our own event breaks the contract. */
  void judgeOurs(Duration at, Kind kind, JsonNode event) {
    validator
        .validate(Origin.SERVER, event)
        .forEach(finding -> journal.foundOnce(at, kind, finding.message()));
  }

  private Optional<Refusal> invalid(Duration at, JsonNode event) {
    List<Finding> findings = validator.validate(Origin.CLIENT, event);
    findings.stream()
        .filter(finding -> finding.kind() == Finding.Kind.UNKNOWN_MEMBER)
        .forEach(finding -> journal.foundOnce(at, Kind.CLIENT_UNKNOWN_MEMBER, finding.message()));
    List<Finding> breaking =
        findings.stream().filter(finding -> finding.kind() != Finding.Kind.UNKNOWN_MEMBER).toList();
    return breaking.isEmpty() ? Optional.empty() : Optional.of(refused(breaking, event));
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
    Optional<String> param = Optional.of(findings.get(0).param());
    return new Refusal(REFUSED, "invalid_value", message + more + ".", param, eventId(event));
  }

  private static Refusal unknown(String type, JsonNode event) {
    String what =
        EventType.named(type).isPresent()
            ? "'%s' is an event of the server; clients do not send it.".formatted(type)
            : "There is no client event '%s'.".formatted(shortened(type));
    String meant =
        Nearest.to(shortened(type), CLIENT_EVENTS)
            .map(" Did you mean '%s'?"::formatted)
            .orElse(" There are: " + String.join(", ", CLIENT_EVENTS) + ".");
    return new Refusal(REFUSED, "invalid_event", what + meant, Optional.of("type"), eventId(event));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private static Optional<String> eventId(JsonNode event) {
    return event.path("event_id").stringValueOpt();
  }
}
