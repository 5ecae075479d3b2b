package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes beats that belong together one, and tells each what it has to know of its neighbours. */
final class Arrangement {
  private Arrangement() {}

  static Course of(List<Beat> written, Mistakes mistakes) {
    List<Beat> beats = joined(written);
    checkPlaces(beats, mistakes);
    List<Beat> linked = new ArrayList<>();
    for (int index = 0; index < beats.size(); index++) {
      linked.add(linked(beats, index));
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

  private static void checkPlaces(List<Beat> beats, Mistakes mistakes) {
    for (int index = 1; index < beats.size(); index++) {
      Line line = beats.get(index).line();
      if (beats.get(index) instanceof SessionBeat) {
        mistakes.add(
            line, "expected what the session is like before all other lines, got it after them");
      }
      if (beats.get(index - 1) instanceof CloseBeat) {
        mistakes.add(
            line, "expected no line after the connection closed, got '%s'".formatted(line.text()));
      }
      if (cuts(beats.get(index)) && !(beats.get(index - 1) instanceof AnswerBeat)) {
        mistakes.add(
            line,
            "expected an answer to break into in the line before, got '%s'"
                .formatted(beats.get(index - 1).line().text()));
      }
    }
    if (!beats.isEmpty() && cuts(beats.get(0))) {
      mistakes.add(
          beats.get(0).line(), "expected an answer to break into in the line before, got none");
    }
  }

  private static Beat linked(List<Beat> beats, int index) {
    Beat beat = beats.get(index);
    if (beat instanceof AnswerBeat answer) {
      boolean asked =
          index > 0 && beats.get(index - 1) instanceof ClientEventBeat event && event.asks();
      boolean cutShort = index + 1 < beats.size() && cuts(beats.get(index + 1));
      return new AnswerBeat(answer.parts(), asked, cutShort);
    }
    return beat instanceof PauseBeat pause
        ? new PauseBeat(pause.line(), pause.length(), nextSide(beats, index))
        : beat;
  }

  private static Side nextSide(List<Beat> beats, int index) {
    return beats.subList(index + 1, beats.size()).stream()
        .map(Beat::side)
        .filter(side -> side != Side.EITHER)
        .findFirst()
        .orElse(Side.EITHER);
  }

  private static boolean cuts(Beat beat) {
    return beat instanceof InterruptionBeat || beat instanceof CancelBeat;
  }
}
