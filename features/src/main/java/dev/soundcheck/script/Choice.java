package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The branches of one choice, as they are found. */
final class Choice {
  private final Mark either;
  private final Heard heard;
  private final Mistakes mistakes;
  private final Labels labels;
  private final int end;
  private final List<ChoiceBeat.Branch> branches = new ArrayList<>();
  private final List<Beat> inside = new ArrayList<>();
  private OptionalInt otherwise = OptionalInt.empty();

  Choice(Mark either, Heard heard, Labels labels) {
    this.either = either;
    this.heard = heard;
    mistakes = heard.mistakes();
    this.labels = labels;
    end = labels.next();
  }

  /** A branch with its lines; the first that is added begins with {@code either}. */
  void add(Mark head, List<Beat> lines) {
    int label = labels.next();
    if (otherwise.isPresent()) {
      mistakes.add(
          head.line(),
          "expected 'otherwise' to be the last choice, got '%s' below it"
              .formatted(head.line().text()));
    }
    if (head.kind() == Mark.Kind.OTHERWISE) {
      otherwise = OptionalInt.of(label);
    } else {
      head.choice().ifPresent(beat -> branch(head.line(), beat, label));
    }
    inside.add(new LabelBeat(head.line(), label));
    inside.addAll(lines);
    inside.add(new JumpBeat(head.line(), end));
  }

  private void branch(Line line, Beat beat, int label) {
    if (!(beat instanceof TurnBeat turn)) {
      mistakes.add(
          line,
          "expected a choice by what the user says or types, got '%s'".formatted(line.text()));
      return;
    }
    heard.check(new TurnBeat(line, turn.manner(), turn.words(), turn.wav(), turn.length()));
    branches.add(new ChoiceBeat.Branch(turn, label));
  }

  /** All of it, in the order in which it is played. */
  List<Beat> laidOut() {
    List<Beat> beats = new ArrayList<>();
    if (!branches.isEmpty()) {
      beats.add(new ChoiceBeat(branches, otherwise));
    }
    beats.addAll(inside);
    beats.add(new LabelBeat(either.line(), end));
    return beats;
  }
}
