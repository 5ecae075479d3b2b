package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The server misbehaves from here on.
 *
 * @param opening whether it stands before all that happens, so that it is there from the opening on
 */
record FaultBeat(Line line, Fault fault, boolean opening) implements Beat {
  /** Without one of these nobody can tell that an answer is over. */
  private static final Set<String> FRAME = Set.of("response.created", "response.done");

  /** The faults under which the answer at this place comes to the client. */
  static List<Fault> striking(List<Beat> beats, int answer) {
    List<Fault> striking = new ArrayList<>();
    boolean answeredBetween = false;
    for (int before = answer - 1; before >= 0; before--) {
      if (beats.get(before) instanceof FaultBeat there && there.fault.kind().hurtsAnswers()) {
        boolean lasts = there.fault.times() == Fault.ALWAYS;
        if (lasts || !answeredBetween) {
          striking.add(there.fault);
        }
      }
      answeredBetween |= beats.get(before).bare() instanceof AnswerBeat;
    }
    return striking;
  }

  /** Whether the client may never hear that an answer under this is over. */
  static boolean hidesTheEnd(Fault fault) {
    return switch (fault.kind()) {
      case NO_DONE, CLOSE, RESET, HALF_OPEN -> true;
      case STALL -> !fault.has(0);
      case DROP, RENAME, MALFORMED, MISSING, NULL -> FRAME.contains(fault.text(0));
      default -> false;
    };
  }

  /** Faults that stand with what the session is like, behind it; a misplaced one is a mistake. */
  static List<Beat> arranged(List<Beat> beats, Mistakes mistakes) {
    List<Beat> sessions = new ArrayList<>();
    List<Beat> faults = new ArrayList<>();
    int next = 0;
    while (next < beats.size() && (beats.get(next) instanceof SessionBeat || fault(beats, next))) {
      Beat beat = beats.get(next++);
      if (beat instanceof FaultBeat there) {
        faults.add(new FaultBeat(there.line, there.fault, true));
      } else {
        sessions.add(beat);
      }
    }
    List<Beat> others = beats.subList(next, beats.size());
    others.forEach(beat -> checkPlace(beat, mistakes));
    sessions.addAll(faults);
    sessions.addAll(others);
    return sessions;
  }

  private static boolean fault(List<Beat> beats, int index) {
    return beats.get(index) instanceof FaultBeat;
  }

  private static void checkPlace(Beat beat, Mistakes mistakes) {
    if (beat instanceof FaultBeat late && late.fault.opening()) {
      mistakes.add(
          late.line,
          "expected this before all that happens, got it after it: '%s'"
              .formatted(late.line.text()));
    }
  }

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean staged() {
    return true;
  }

  /** A line after an answer belongs after it. */
  @Override
  public boolean byServer(Stage stage) {
    if (opening) {
      return true;
    }
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    stage.act(new Act.Misbehave(fault));
    return true;
  }

  /** Only the end of a connection can be waited for; all else shows in what comes later. */
  @Override
  public boolean byClient(Stage stage) {
    return !closes() || stage.to().closed != null || stage.waitsWithin(line, "the end");
  }

  @Override
  public boolean mayEndWithIt(Stage stage) {
    return !closes();
  }

  @Override
  public boolean closes() {
    boolean ends = fault.kind() == FaultKind.CLOSE || fault.kind() == FaultKind.RESET;
    return ends && fault.chance() >= 1 && fault.moment().equals(Moment.NOW);
  }
}
