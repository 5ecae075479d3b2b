package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a role stands. A copy is made for each thing seen and changed only until it is handed out,
 * so the one that others hold never changes.
 */
final class Standing implements Position {
  /** No exchange of a rule is going on. */
  static final int IDLE = -1;

  final Role role;
  Duration patience;
  int exchange = IDLE;
  int beat;
  Duration entered = Duration.ZERO;
  Duration clientMet = Duration.ZERO;
  Duration progress = Duration.ZERO;
  Duration saidFrom = Duration.ZERO;
  Duration saidUntil = Duration.ZERO;

  /** How many events had been seen when the line before the present one was met. */
  long met;

  /** How many events had been seen when the present line came, and the one before it. */
  long enteredAfter;

  long beforeEnteredAfter;
  boolean configured;
  boolean sessionChecked;

  /** A turn came instead of another line of the client, and the next answer is for it. */
  boolean owed;

  boolean over;
  @Nullable SessionBeat session;
  Hearing hearing = new Hearing();
  SessionSeen client = SessionSeen.FRESH;
  List<Turn> turns = List.of();
  List<Reply> replies = List.of();
  List<Reply.Call> calls = List.of();
  Filling filling = Filling.NONE;
  Seen.@Nullable Closed closed;

  /** The telephone call that the client joined. */
  Optional<String> call = Optional.empty();

  /** The caller of the present line speaks, or has spoken. */
  boolean callerSpeaks;

  /** What the client asked of the call over HTTP has its answer then, or was asked then. */
  @Nullable Duration callDue;

  Optional<Duration> wakeAt = Optional.empty();

  /** The time until then is the scenario's own, not a limit of what it waits for. */
  boolean passing;

  String waitsFor = "";

  List<Watch> watches = List.of();

  /** What has to be done only once for the present line was done. */
  boolean acted;

  Standing(Role role, Duration patience) {
    this.role = role;
    this.patience = patience;
  }

  Standing(Standing from) {
    role = from.role;
    patience = from.patience;
    saidFrom = from.saidFrom;
    saidUntil = from.saidUntil;
    met = from.met;
    enteredAfter = from.enteredAfter;
    beforeEnteredAfter = from.beforeEnteredAfter;
    watches = from.watches;
    acted = from.acted;
    exchange = from.exchange;
    beat = from.beat;
    entered = from.entered;
    clientMet = from.clientMet;
    progress = from.progress;
    configured = from.configured;
    sessionChecked = from.sessionChecked;
    owed = from.owed;
    over = from.over;
    session = from.session;
    hearing = new Hearing(from.hearing);
    client = from.client;
    turns = from.turns;
    replies = from.replies;
    calls = from.calls;
    filling = from.filling;
    closed = from.closed;
    call = from.call;
    callerSpeaks = from.callerSpeaks;
    callDue = from.callDue;
    wakeAt = from.wakeAt;
    passing = from.passing;
    waitsFor = from.waitsFor;
  }

  @Override
  public String toString() {
    return "%s at beat %d of exchange %d since %s, waits for %s"
        .formatted(role, beat, exchange, entered, waitsFor);
  }
}
