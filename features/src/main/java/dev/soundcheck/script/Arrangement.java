package dev.soundcheck.script;

import dev.soundcheck.script.AnswerBeat.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes beats that belong together one, and tells each what it has to know of its neighbours. */
final class Arrangement {
  private Arrangement() {}

  static Course of(List<Beat> written, Mistakes mistakes) {
    List<Beat> beats = joined(FaultBeat.arranged(written, mistakes));
    new Places(beats, mistakes).check();
    CallPlaces.check(beats, mistakes);
    List<Beat> linked = new ArrayList<>();
    for (int index = 0; index < beats.size(); index++) {
      linked.add(linked(beats, index));
      ended(beats, index).ifPresent(linked::add);
    }
    return new Course(linked);
  }

  private static List<Beat> joined(List<Beat> written) {
    List<Beat> beats = new ArrayList<>();
    for (Beat beat : written) {
      int last = beats.size() - 1;
      Optional<Beat> both = last < 0 ? Optional.empty() : beats.get(last).joined(beat);
      if (both.isPresent()) {
        beats.set(last, both.get());
      } else {
        beats.add(beat);
      }
    }
    return beats;
  }

  private static Beat linked(List<Beat> beats, int index) {
    Beat beat = beats.get(index);
    if (beat.bare() instanceof AnswerBeat answer) {
      boolean asked = index > 0 && beats.get(index - 1).wantsAnswer();
      AnswerBeat linked = new AnswerBeat(answer.parts(), asked, heard(beats, index));
      List<Fault> faults = FaultBeat.striking(beats, index);
      boolean broken = linked.heard() == Heard.ALL && !faults.isEmpty();
      return broken
          ? new BrokenAnswerBeat(linked, faults.stream().anyMatch(FaultBeat::hidesTheEnd))
          : beat.around(linked);
    }
    if (beat instanceof RememberBeat remember && remember.ofLineBefore()) {
      return remember.of(eventBefore(beats, index).orElse(""));
    }
    return beat instanceof PauseBeat pause
        ? new PauseBeat(pause.line(), pause.length(), nextSide(beats, index))
        : beat;
  }

  /** An answer that has to begin in time, or in which something happens, is heard in two parts. */
  private static Heard heard(List<Beat> beats, int answer) {
    List<Beat> inIt = beats.subList(answer + 1, endOfAnswer(beats, answer));
    if (inIt.stream().anyMatch(Beat::cuts)) {
      return Heard.CUT;
    }
    boolean whole = inIt.isEmpty() && beats.get(answer) instanceof AnswerBeat;
    return whole ? Heard.ALL : Heard.BEGINNING;
  }

  /** The rest of an answer comes after the last line that happens in it. */
  private static Optional<Beat> ended(List<Beat> beats, int index) {
    int answer = index;
    while (answer >= 0 && beats.get(answer).inAnswer()) {
      answer--;
    }
    boolean last =
        answer >= 0
            && beats.get(answer).bare() instanceof AnswerBeat
            && endOfAnswer(beats, answer) == index + 1;
    return last && heard(beats, answer) == Heard.BEGINNING
        ? Optional.of(new AnswerEnd((AnswerBeat) beats.get(answer).bare()))
        : Optional.empty();
  }

  private static int endOfAnswer(List<Beat> beats, int answer) {
    int end = answer + 1;
    while (end < beats.size() && beats.get(end).inAnswer()) {
      end++;
    }
    return end;
  }

  /** The event that the line before is about, if it is about one. */
  static Optional<String> eventBefore(List<Beat> beats, int index) {
    int before = index - 1;
    while (before >= 0 && beats.get(before) instanceof RememberBeat) {
      before--;
    }
    return before < 0 ? Optional.empty() : beats.get(before).types().stream().findFirst();
  }

  private static Side nextSide(List<Beat> beats, int index) {
    return beats.subList(index + 1, beats.size()).stream()
        .map(Beat::side)
        .filter(side -> side != Side.EITHER)
        .findFirst()
        .orElse(Side.EITHER);
  }
}
