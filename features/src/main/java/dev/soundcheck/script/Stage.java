package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What beats act on while one thing that was seen is played out; it becomes one move. */
final class Stage {
  /** Of a client these come by themselves and say nothing about what it is at. */
  private static final Set<String> NO_SIGNS = Set.of("ping", "pong", "input_audio_buffer.append");

  /**
   * What the session says by itself comes at most this long after what made it say so; the slowest
   * that was captured took 0.7 s (live-behaviour.md §2.1).
   */
  static final Duration REACTION = Duration.ofMillis(800);

  private final Standing to;
  private final Duration now;
  private final List<Act> acts = new ArrayList<>();
  private final List<Unmet> unmet = new ArrayList<>();
  private long since;
  private boolean inAnswer;
  private int jump = NOWHERE;

  private static final int NOWHERE = -1;

  private Stage(Standing to, Duration now) {
    this.to = to;
    this.now = now;
  }

  /** The position with this taken in; nothing has been played yet. */
  static Stage after(Position position, Seen seen, Heed heed) {
    var stage = new Stage(new Standing((Standing) position), seen.at());
    if (seen instanceof Seen.Wire wire) {
      stage.hear(wire, heed);
    } else if (seen instanceof Seen.Asked asked) {
      stage.to.turns = appended(stage.to.turns, asked.turn());
    } else if (seen instanceof Seen.Answered answered) {
      stage.answered(answered.reply());
    } else if (seen instanceof Seen.Opened opened) {
      stage.to.call = opened.call();
    } else if (seen instanceof Seen.Closed closed) {
      stage.to.closed = closed;
    }
    stage.to.wakeAt = Optional.empty();
    stage.to.passing = false;
    stage.to.waitsFor = "";
    return stage;
  }

  private void hear(Seen.Wire wire, Heed heed) {
    to.client = to.client.after(wire);
    to.hearing.hear(wire, heed);
    if (wire.from() == Origin.CLIENT && wire.type().equals("session.update")) {
      to.clientMet = now;
    }
    boolean ofOther = wire.from() == Origin.SERVER || to.role == Role.SERVER;
    if (ofOther && !NO_SIGNS.contains(wire.type())) {
      progressedUntil(now);
    }
    List<Watch> left = new ArrayList<>();
    for (Watch watch : to.watches) {
      watch.brokenBy(wire).ifPresent(this::unmet);
      if (watch.goesOnAfter(wire)) {
        left.add(watch);
      }
    }
    to.watches = List.copyOf(left);
  }

  private void answered(Reply reply) {
    if (!to.hearing.claimCut()) {
      to.replies = appended(to.replies, reply);
    }
  }

  static <T> List<T> appended(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }

  Standing to() {
    return to;
  }

  Duration now() {
    return now;
  }

  Hearing hearing() {
    return to.hearing;
  }

  void act(Act act) {
    acts.add(act);
  }

  void unmet(Unmet line) {
    unmet.add(line.among(to.hearing.recent().lines()));
  }

  void unmet(List<Unmet> lines) {
    lines.forEach(this::unmet);
  }

  /** Only events that came after that many count for the line that is played. */
  void countFrom(long number) {
    since = number;
  }

  long since() {
    return since;
  }

  /** The line that is played happens in the answer that runs, and does not wait for its end. */
  void inAnswer(boolean is) {
    inAnswer = is;
  }

  /** Whether a line has to wait because an answer runs. */
  boolean busy() {
    return to.hearing.answering() && !inAnswer;
  }

  boolean isInAnswer() {
    return inAnswer;
  }

  /** The next line to be played is not the one below, but the one after this label. */
  void jump(int label) {
    jump = label;
  }

  /** Where to go on instead of the line below; asked once for each line. */
  OptionalInt takeJump() {
    int label = jump;
    jump = NOWHERE;
    return label == NOWHERE ? OptionalInt.empty() : OptionalInt.of(label);
  }

  /** Waits for something to happen; always false, so that a beat can return it. */
  boolean waits(Line line) {
    to.waitsFor = line.toString();
    return false;
  }

  boolean waitsUntil(Line line, Duration at) {
    to.wakeAt = Optional.of(at);
    return waits(line);
  }

  /** Lets time pass until then; nobody has to do anything, so virtual time moves by itself. */
  boolean passesUntil(Line line, Duration at) {
    to.passing = true;
    return waitsUntil(line, at);
  }

  /** Waits for a line of the other role no longer than the limit, then ends the play. */
  boolean waitsWithin(Line line, String expected) {
    Duration latest = later(to.entered, to.progress);
    Duration deadline = latest.plus(to.patience);
    if (now.compareTo(deadline) < 0) {
      return waitsUntil(line, deadline);
    }
    String found = "nothing within " + Spelling.shown(to.patience);
    unmet(line.unmet(expected, found + to.hearing.lastError()));
    to.over = true;
    return false;
  }

  /** When the present beat came, or the answer before it was over, whichever was later. */
  Duration sinceAnswer() {
    return later(to.entered, to.hearing.answered());
  }

  /** When the present beat came, or the turn before it was over, whichever was later. */
  Duration sinceTurn() {
    Duration ended = to.hearing.turnEnded();
    boolean told = ended.compareTo(to.saidFrom) >= 0;
    return later(to.entered, told ? ended : to.saidUntil);
  }

  /** Our own turn begins now and takes about that long. */
  void says(Duration length) {
    to.saidFrom = now;
    to.saidUntil = now.plus(length);
    progressedUntil(to.saidUntil);
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Something that shows that the server is at it, or will be then. */
  void progressedUntil(Duration at) {
    to.progress = later(to.progress, at);
  }

  /** The oldest turn that waits for an answer, taken away; checks the session at the first. */
  Optional<Turn> takeTurn() {
    if (to.turns.isEmpty()) {
      return Optional.empty();
    }
    Turn turn = to.turns.get(0);
    to.turns = to.turns.subList(1, to.turns.size());
    to.filling = to.filling.afterTurn(turn.words(), turn.spoken());
    to.clientMet = now;
    to.owed = false;
    to.hearing.answerEnds();
    checkSession();
    return Optional.of(turn);
  }

  private void checkSession() {
    SessionBeat asked = to.session;
    if (!to.sessionChecked && asked != null) {
      unmet(asked.missingIn(to.client.settled()));
    }
    to.sessionChecked = true;
  }

  /** The oldest answer that no line has claimed, taken away. */
  Optional<Reply> takeReply() {
    if (to.replies.isEmpty()) {
      return Optional.empty();
    }
    Reply reply = to.replies.get(0);
    to.replies = to.replies.subList(1, to.replies.size());
    return Optional.of(reply);
  }

  Move move(Optional<String> speech, List<String> phrases) {
    boolean server = to.role == Role.SERVER;
    return new Move(
        to,
        acts,
        to.wakeAt,
        to.passing,
        to.waitsFor,
        speech,
        unmet,
        to.over,
        server ? phrases : List.of());
  }
}
