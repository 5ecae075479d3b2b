package dev.soundcheck.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds lines that are right by themselves and stand in the wrong place. */
final class Places {
  private final List<Beat> beats;
  private final Mistakes mistakes;

  Places(List<Beat> beats, Mistakes mistakes) {
    this.beats = beats;
    this.mistakes = mistakes;
  }

  void check() {
    for (int index = 0; index < beats.size(); index++) {
      checkBeginning(index);
      checkEnd(index);
      checkAnswer(index);
    }
    checkNames();
  }

  private void checkBeginning(int index) {
    boolean late =
        beats.get(index) instanceof SessionBeat
            && !beats.subList(0, index).stream()
                .allMatch(it -> it instanceof PatienceBeat || it instanceof CallBeat);
    if (late) {
      mistakes.add(
          beats.get(index).line(),
          "expected what the session is like before all other lines, got it after them");
    }
  }

  private void checkEnd(int index) {
    Beat beat = beats.get(index);
    boolean line = !(beat instanceof LabelBeat || beat instanceof JumpBeat);
    if (line && index > 0 && beats.get(index - 1).closes()) {
      mistakes.add(
          beat.line(),
          "expected no line after the connection closed, got '%s'".formatted(beat.line().text()));
    }
  }

  private void checkAnswer(int index) {
    Beat beat = beats.get(index);
    int before = index - 1;
    while (before >= 0 && beats.get(before).inAnswer() && !beats.get(before).cuts()) {
      before--;
    }
    boolean answer = before >= 0 && beats.get(before).bare() instanceof AnswerBeat;
    boolean spoken = answer && ((AnswerBeat) beats.get(before).bare()).speaks();
    if (beat.inAnswer() && !spoken) {
      String found = index == 0 ? "none" : "'%s'".formatted(beats.get(index - 1).line().text());
      mistakes.add(
          beat.line(), "expected an answer to break into in the line before, got " + found);
    }
    if (beat.bare() instanceof AnswerBeat && beat != beat.bare() && before == index - 1 && answer) {
      mistakes.add(
          beat.line(), "expected the time at the first line of the answer, got it at another");
    }
  }

  private void checkNames() {
    Set<String> known = new HashSet<>(Blank.names());
    known.addAll(Filling.OWN);
    for (int index = 0; index < beats.size(); index++) {
      Beat beat = beats.get(index);
      for (String name : beat.names()) {
        checkName(beat.line(), name, known);
      }
      if (beat instanceof RememberBeat remember) {
        known.add(remember.name());
        checkRemembered(remember, index);
      }
    }
  }

  private void checkName(Line line, String name, Set<String> known) {
    if (!known.contains(name)) {
      mistakes.add(
          line,
          "expected a place such as {any string}, or a name that a line above remembers, got {%s}%s"
              .formatted(name, Hint.at(name, known)));
    }
  }

  private void checkRemembered(RememberBeat remember, int index) {
    if (remember.ofLineBefore() && Arrangement.eventBefore(beats, index).isEmpty()) {
      mistakes.add(
          remember.line(),
          "expected a line about an event above, or 'remember … of \"an.event\" as …', got '%s'"
              .formatted(remember.line().text()));
    }
  }
}
