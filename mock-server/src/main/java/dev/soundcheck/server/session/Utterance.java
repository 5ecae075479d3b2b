package dev.soundcheck.server.session;

import dev.soundcheck.server.session.Transcript.Report;
import dev.soundcheck.server.session.Transcript.Reports;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One stretch of the user's speech, from its beginning to its end. */
final class Utterance {
  /** How fast the words of the transcript come to light. */
  private static final double WORDS_PER_SECOND = 2.6;

  private static final Duration BETWEEN_PARTIALS = Duration.ofMillis(600);

  private final String itemId;
  private String words;
  private final Optional<Reports> reports;
  private final Duration from;
  private final Optional<String> previousOfUser;
  private final boolean interrupting;
  private final Deque<String> misheard = new ArrayDeque<>();
  private boolean reported = true;
  private Duration to;
  private boolean silent;
  private int shown;
  private Duration shownAt;

  /**
   * Speech that has just begun.
   *
   * @param from where in the sound sent
   * @param transcript what it is understood as
   * @param interrupting whether it broke into an answer
   */
  Utterance(
      String itemId,
      Transcript transcript,
      Duration from,
      Optional<String> previousOfUser,
      boolean interrupting) {
    this.itemId = itemId;
    this.words = transcript.words();
    this.reports = transcript.reports();
    this.from = from;
    this.previousOfUser = previousOfUser;
    this.interrupting = interrupting;
    this.to = from;
    this.shownAt = from;
  }

  String itemId() {
    return itemId;
  }

  String words() {
    return words;
  }

  /** Its words are known only now. */
  void understoodAs(String told) {
    words = told;
  }

  Duration from() {
    return from;
  }

  Duration to() {
    return to;
  }

  Duration lasting() {
    return to.minus(from);
  }

  Optional<String> previousOfUser() {
    return previousOfUser;
  }

  boolean interrupting() {
    return interrupting;
  }

  /** Whether its beginning was reported. */
  boolean reported() {
    return reported;
  }

  /** It is taken for this first, before its own words come to light. */
  void misheardAs(String other) {
    misheard.add(other);
  }

  /** What it was taken for and nobody was told yet. */
  Optional<String> mishearing() {
    return Optional.ofNullable(misheard.poll());
  }

  /** Nothing is said of it before it is committed. */
  Utterance unreported() {
    reported = false;
    return this;
  }

  /** Speech has paused, or is over. */
  void pause(Duration at) {
    to = at;
    silent = true;
  }

  /** Speech goes on after a pause. */
  void goOn() {
    silent = false;
  }

  /** The client commits, whether speech has paused or not. */
  void end(Duration position) {
    if (!silent) {
      to = position;
    }
  }

  /** The words that have come to light by now, when it is time to report them. */
  Optional<String> partial(Duration position) {
    if (reports.isPresent()) {
      return Optional.empty();
    }
    int known = (int) (position.minus(from).toMillis() / 1000.0 * WORDS_PER_SECOND);
    int unfinished = Math.min(known, Phrases.countWords(words) - 1);
    boolean due = position.minus(shownAt).compareTo(BETWEEN_PARTIALS) >= 0;
    if (due && !misheard.isEmpty()) {
      shownAt = position;
      return mishearing();
    }
    if (unfinished <= shown || !due) {
      return Optional.empty();
    }
    shown = unfinished;
    shownAt = position;
    return Optional.of(Phrases.firstWords(words, shown));
  }

  /** What somebody else has decided to report before the turn is closed; empty when nobody has. */
  Optional<List<Report>> toldWhileSpeaking() {
    return reports.map(Reports::speaking);
  }

  /** The same, after it is closed. */
  Optional<List<Report>> toldWhenClosed() {
    return reports.map(Reports::closed);
  }

  /** What was reported last; the first word when nothing was. */
  String lastPartial() {
    shown = Math.max(shown, 1);
    return Phrases.firstWords(words, shown);
  }

  boolean nothingShown() {
    return shown == 0;
  }

  /** All but the last word, as a transcript just before its end. */
  String almostAll() {
    return Phrases.firstWords(words, Math.max(1, Phrases.countWords(words) - 1));
  }

  @Override
  public String toString() {
    return "speech %s since %d ms".formatted(itemId, from.toMillis());
  }
}
