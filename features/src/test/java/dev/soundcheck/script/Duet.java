package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import tools.jackson.databind.JsonNode;

/** Both roles of one program at the two ends of a wire that lives in memory and in virtual time. */
final class Duet {
  private record Due(Duration at, int order, Runnable action) {}

  private static final Duration CURTAIN = Duration.ofMinutes(3);

  /** One role at its end of the wire. */
  private final class End {
    private final Role role;
    Position position;
    Move last;
    int wakes;

    End(Role role) {
      this.role = role;
      position = program.start(role);
      last = program.see(position, new Seen.Opened(Duration.ZERO));
    }

    void see(Seen seen) {
      Move move = program.see(position, seen);
      position = move.position();
      last = move;
      unmet.addAll(move.unmet());
      move.acts().forEach(act -> later(Duration.ZERO, () -> session.perform(role, act)));
      int wake = ++wakes;
      move.wakeAt().ifPresent(at -> at(at, () -> wake(wake)));
    }

    private void wake(int wake) {
      if (wake == wakes) {
        see(new Seen.Passed(now));
      }
    }
  }

  final List<Unmet> unmet = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  private final Program program;
  private final WireInMemory session;
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::order));
  private final End server;
  private final End client;
  private Duration now = Duration.ZERO;
  private int order;

  Duet(Program program) {
    this(program, WireInMemory.Sin.NONE);
  }

  Duet(Program program, WireInMemory.Sin sin) {
    this.program = program;
    session = new WireInMemory(this, sin);
    server = new End(Role.SERVER);
    client = new End(Role.CLIENT);
  }

  /** Until both have played every line. */
  Duet play() {
    client.see(new Seen.Opened(now));
    server.see(new Seen.Opened(now, program.call().map(IncomingCall::from)));
    later(Duration.ZERO, session::greet);
    session.lasts(program.endurance());
    while (!agenda.isEmpty() && now.compareTo(CURTAIN) < 0 && !(clientOver() && serverOver())) {
      Due due = agenda.remove();
      now = due.at();
      due.action().run();
    }
    return this;
  }

  boolean clientOver() {
    return client.last.over();
  }

  boolean serverOver() {
    return server.last.over();
  }

  String speech() {
    return server.last.speech().orElse("");
  }

  Duration now() {
    return now;
  }

  void at(Duration at, Runnable action) {
    agenda.add(new Due(at, order++, action));
  }

  void later(Duration delay, Runnable action) {
    at(now.plus(delay), action);
  }

  /** An event on the wire, seen at both ends before anything that it brings about. */
  void wire(Origin from, JsonNode json) {
    String type = json.path("type").asString();
    log.add(from + " " + type);
    later(Duration.ZERO, () -> both(new Seen.Wire(now, from, type, json)));
  }

  /** What was sent before is seen before. */
  void closed(Role role, int code, String reason) {
    Origin from = role == Role.SERVER ? Origin.SERVER : Origin.CLIENT;
    later(Duration.ZERO, () -> both(new Seen.Closed(now, from, code, reason)));
  }

  void both(Seen seen) {
    server.see(seen);
    client.see(seen);
  }

  void asked(Turn turn) {
    later(Duration.ZERO, () -> server.see(new Seen.Asked(now, turn)));
  }

  void answered(Reply reply) {
    later(Duration.ZERO, () -> client.see(new Seen.Answered(now, reply)));
  }
}
