package dev.soundcheck.conformance.client;

import dev.soundcheck.schemas.EventValidator;
import dev.soundcheck.schemas.Finding;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One conversation on one connection: gives what happens to the core and does what it says. */
final class LiveCall implements Ear {
  /**
   * Close codes of a server that may be there again soon, as clients see them (live-behaviour.md
   * 5.4); the others blame what the client sent.
   */
  private static final Set<Integer> PASSING =
      Set.of(1000, 1001, 1005, 1006, 1011, 1012, 1013, 1014);

  private final Conversation conversation;
  private final Pace pace;
  private final Watcher watcher;
  private final EventValidator validator;
  private final int number;
  private final Optional<LiveCall> before;
  private final Remembered seen = new Remembered(Remembered.MOST);
  private final List<Finding> findings = new ArrayList<>();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private Optional<Wire> wire = Optional.empty();
  private Duration openedAt = Duration.ZERO;
  private Optional<Duration> alarm = Optional.empty();
  private Optional<String> conversationId = Optional.empty();
  private boolean resumption;
  private boolean mayPass;

  /** A call of its own, or the one with which the client comes back after that before. */
  LiveCall(Mind mind, Manner manner, Watcher watcher, Pace pace, Optional<LiveCall> before) {
    Headset headset = manner.headset();
    Loudspeaker shared = new Earshot(headset.loudspeaker(), watcher, this::later);
    this.conversation =
        new Conversation(
            mind,
            manner.with(headset.with(shared, headset.microphone())),
            new Later(watcher, this::later));
    this.number = before.map(call -> call.number + 1).orElse(1);
    this.before = before;
    this.pace = pace;
    this.watcher = watcher;
    this.validator = EventValidator.of(manner.profile());
  }

  /** How long after the first call of the conversation this one opened. */
  private Duration later() {
    return before
        .map(call -> call.later().plus(openedAt).minus(call.openedAt))
        .orElse(Duration.ZERO);
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  @Override
  public void opened(Wire opened) {
    pace.soon(
        () -> {
          wire = Optional.of(opened);
          openedAt = pace.now();
          perform(() -> conversation.opened(Duration.ZERO));
        });
  }

  @Override
  public void text(String text) {
    pace.soon(() -> perform(() -> parsed(text)));
  }

  @Override
  public void binary(byte[] bytes) {
    pace.soon(
        () -> {
          saw(new Observed.Binary(told(), number, Origin.SERVER, bytes), List.of());
          perform(() -> withUnheard(conversation.heard(now(), bytes)));
        });
  }

  @Override
  public void caughtUp(Runnable next) {
    pace.soon(next);
  }

  @Override
  public void answered(String action, int status) {
    pace.soon(() -> perform(() -> conversation.answered(now(), action, status)));
  }

  @Override
  public void closed(int code, String reason) {
    pace.soon(
        () -> {
          Origin from = conversation.hungUp() ? Origin.CLIENT : Origin.SERVER;
          saw(new Observed.Closed(told(), number, from, code, reason), List.of());
          mayPass = from == Origin.SERVER && PASSING.contains(code);
          perform(() -> conversation.closed(now(), from, code, reason));
        });
  }

  @Override
  public void failed(String why, boolean passing) {
    pace.soon(
        () -> {
          mayPass = passing;
          finish(Optional.of(why));
        });
  }

  /** Whether the connection is lost for a reason that may pass. */
  boolean mayPass() {
    return mayPass;
  }

  /** The conversation that another connection can go on with, if this one asked for that. */
  Optional<String> resumable() {
    return conversationId.filter(id -> resumption);
  }

  private List<Deed> parsed(String text) {
    try {
      JsonNode event = Json.mapper().readTree(text);
      if (event.isObject() && event.path("type").isString()) {
        return heard(event.path("type").stringValue(), event);
      }
      return malformed(text, "expected a JSON object with a string \"type\"");
    } catch (JacksonException broken) {
      return malformed(text, broken.getOriginalMessage());
    }
  }

  private List<Deed> heard(String type, JsonNode event) {
    List<Finding> wrong = validator.validate(Origin.SERVER, event);
    findings.addAll(wrong);
    saw(new Observed.Message(told(), number, Origin.SERVER, type, event), wrong);
    if ("conversation.created".equals(type)) {
      conversationId = event.at("/conversation/id").stringValueOpt().filter(id -> !id.isEmpty());
    }
    return withUnheard(conversation.heard(now(), type, event));
  }

  /** Tells, after what the client does now, what of the sound it could not play. */
  private List<Deed> withUnheard(List<Deed> deeds) {
    for (Finding unheard : conversation.unheard()) {
      findings.add(unheard);
      watcher.unheard(told(), unheard);
    }
    return deeds;
  }

  private List<Deed> malformed(String text, String why) {
    String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    Finding wrong =
        new Finding(Finding.Kind.MALFORMED, "", "$", "a JSON object with a type", start);
    findings.add(wrong);
    saw(new Observed.Malformed(told(), number, Origin.SERVER, text, why), List.of(wrong));
    return List.of();
  }

  private void advance() {
    alarm = Optional.empty();
    perform(() -> conversation.advance(now()));
  }

  private void perform(Supplier<List<Deed>> step) {
    if (outcome.isDone()) {
      return;
    }
    try {
      step.get().forEach(this::perform);
    } catch (RuntimeException broken) {
      wire.ifPresent(open -> open.close(1000, ""));
      outcome.completeExceptionally(broken);
      return;
    }
    if (conversation.finished()) {
      finish(conversation.failure());
    } else {
      setAlarm();
    }
  }

  private void perform(Deed deed) {
    if (deed instanceof Deed.Send send) {
      String type = send.event().path("type").asString("");
      resumption =
          send.event().at("/session/resumption/enabled").booleanValueOpt().orElse(resumption);
      saw(new Observed.Message(told(), number, Origin.CLIENT, type, send.event()), List.of());
    } else if (deed instanceof Deed.SendSound sound) {
      saw(new Observed.Binary(told(), number, Origin.CLIENT, sound.sound()), List.of());
    }
    wire.ifPresent(deed::onto);
  }

  /** One alarm is enough: it is set again whenever an earlier one is wanted. */
  private void setAlarm() {
    Optional<Duration> due = conversation.wakeAt().map(openedAt::plus);
    if (due.isPresent() && alarm.filter(set -> set.compareTo(due.orElseThrow()) <= 0).isEmpty()) {
      alarm = due;
      pace.at(due.orElseThrow(), this::advance);
    }
  }

  private void saw(Observed observed, List<Finding> wrong) {
    seen.add(observed);
    watcher.saw(observed, wrong);
  }

  /** The time since the first call of the conversation opened. */
  Duration told() {
    return wire.isPresent()
        ? now().plus(later())
        : before.map(LiveCall::told).orElse(Duration.ZERO);
  }

  private Duration now() {
    return pace.now().minus(openedAt);
  }

  private void finish(Optional<String> failure) {
    outcome.complete(
        new Outcome(
            seen.all(),
            conversation.exchanges(),
            conversation.answers(),
            findings,
            conversation.unmet(),
            failure,
            List.of(),
            conversationId));
  }
}
