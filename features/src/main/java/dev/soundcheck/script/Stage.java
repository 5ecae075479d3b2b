package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What beats act on while one thing that was seen is played out; it becomes one move. */
final class Stage {
  /** How long the client role waits for a line of the server without any sign of it. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  /**
   * What the session says by itself comes at most this long after what made it say so; the slowest
   * that was captured took 0.7 s (live-behaviour.md §2.1).
   */
  static final Duration REACTION = Duration.ofMillis(800);

  private final Standing to;
  private final Duration now;
  private final List<Act> acts = new ArrayList<>();
  private final List<Unmet> unmet = new ArrayList<>();

  private Stage(Standing to, Duration now) {
    this.to = to;
    this.now = now;
  }

  /** The position with this taken in; nothing has been played yet. */
  static Stage after(Position position, Seen seen, Set<String> named) {
    var stage = new Stage(new Standing((Standing) position), seen.at());
    if (seen instanceof Seen.Wire wire) {
      stage.hear(wire, named);
    } else if (seen instanceof Seen.Asked asked) {
      stage.to.turns = appended(stage.to.turns, asked.turn());
    } else if (seen instanceof Seen.Answered answered) {
      stage.answered(answered.reply());
    } else if (seen instanceof Seen.Closed closed) {
      stage.to.closed = closed;
    }
    stage.to.wakeAt = Optional.empty();
    stage.to.passing = false;
    stage.to.waitsFor = "";
    return stage;
  }

  private void hear(Seen.Wire wire, Set<String> named) {
    to.client = to.client.after(wire);
    to.hearing.hear(wire, named);
    if (wire.from() == Origin.SERVER && !wire.type().equals("ping")) {
      progressedUntil(now);
    }
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
    unmet.add(line);
  }

  void unmet(List<Unmet> lines) {
    unmet.addAll(lines);
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

  /** Waits for a line of the server no longer than the limit, then ends the play. */
  boolean waitsWithin(Line line, String expected) {
    Duration since = to.entered.compareTo(to.progress) < 0 ? to.progress : to.entered;
    Duration deadline = since.plus(LIMIT);
    if (now.compareTo(deadline) < 0) {
      return waitsUntil(line, deadline);
    }
    unmet(
        line.unmet(
            expected,
            "nothing within %d s%s".formatted(LIMIT.toSeconds(), to.hearing.lastError())));
    to.over = true;
    return false;
  }

  /** When the present beat came, or the answer before it was over, whichever was later. */
  Duration sinceAnswer() {
    Duration answered = to.hearing.answered();
    return to.entered.compareTo(answered) < 0 ? answered : to.entered;
  }

  /** Something that shows that the server is at it, or will be then. */
  void progressedUntil(Duration at) {
    to.progress = to.progress.compareTo(at) < 0 ? at : to.progress;
  }

  /** The oldest turn that waits for an answer, taken away; checks the session at the first. */
  Optional<Turn> takeTurn() {
    if (to.turns.isEmpty()) {
      return Optional.empty();
    }
    Turn turn = to.turns.get(0);
    to.turns = to.turns.subList(1, to.turns.size());
    to.filling = new Filling(turn.words(), turn.spoken());
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

  Move move(Optional<String> speech) {
    return new Move(to, acts, to.wakeAt, to.passing, to.waitsFor, speech, unmet, to.over);
  }
}
