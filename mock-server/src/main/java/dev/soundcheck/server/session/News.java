package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the client said since the last answer; decides whether {@code response.create} has something
 * to answer (live-behaviour.md 2.4; decisions.md "response.create").
 */
final class News {
  private final List<Cue.ToolOutput> outputs = new ArrayList<>();
  private Optional<String> typed = Optional.empty();
  private Optional<Cue.Asked> unanswered = Optional.empty();

  /** At first: a conversation without items may be opened by {@code response.create}. */
  private boolean any = true;

  void typed(String words) {
    typed = Optional.of(words);
    any = true;
  }

  /** A spoken turn that {@code response.create} is to answer. */
  void spoken(String words, Duration lasting, boolean interrupting) {
    unanswered =
        Optional.of(new Cue.Asked(Cue.Kind.SPOKEN, words, lasting, List.of(), interrupting));
    any = true;
  }

  void returned(Cue.ToolOutput output) {
    outputs.add(output);
    any = true;
  }

  /** Something that makes {@code response.create} work again without being a turn by itself. */
  void nudge() {
    any = true;
  }

  boolean any() {
    return any;
  }

  /** All that is new, as a turn; nothing is new after it. */
  Cue.Asked asTurn() {
    if (unanswered.isPresent()) {
      Cue.Asked waiting = unanswered.get();
      return asTurn(waiting.words(), waiting.spoken(), waiting.interrupting());
    }
    Cue.Kind kind =
        typed.isPresent() ? Cue.Kind.TYPED : outputs.isEmpty() ? Cue.Kind.NUDGED : Cue.Kind.TOOLS;
    return turn(kind, typed.orElse(""), Duration.ZERO, false);
  }

  /** A spoken turn, with what else is new; nothing is new after it. */
  Cue.Asked asTurn(String words, Duration spoken, boolean interrupting) {
    return turn(Cue.Kind.SPOKEN, words, spoken, interrupting);
  }

  private Cue.Asked turn(Cue.Kind kind, String words, Duration spoken, boolean interrupting) {
    Cue.Asked turn = new Cue.Asked(kind, words, spoken, outputs, interrupting);
    outputs.clear();
    typed = Optional.empty();
    unanswered = Optional.empty();
    any = false;
    return turn;
  }

  @Override
  public String toString() {
    return any ? "something new" : "nothing new";
  }
}
