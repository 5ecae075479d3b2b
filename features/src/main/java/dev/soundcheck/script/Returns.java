package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Divides the lines of a scenario by its connections, where its client comes back. */
final class Returns {
  /** What is played on one connection, and the line that brings it about. */
  private record Part(Optional<Line> from, List<Beat> beats) {}

  private final Billing billing;
  private final Mistakes mistakes;

  Returns(Billing billing, Mistakes mistakes) {
    this.billing = billing;
    this.mistakes = mistakes;
  }

  /** The program of the first connection; each has the next one as its sequel. */
  Program program(List<Beat> beats) {
    List<Part> parts = parts(beats);
    Optional<Program> sequel = Optional.empty();
    for (int index = parts.size() - 1; index > 0; index--) {
      check(parts.get(index - 1), parts.get(index));
      sequel = Optional.of(compiled(parts.get(index), sequel));
    }
    return compiled(parts.get(0), sequel);
  }

  /** Exchanges of a rule come in any order, so none of them can be on a later connection. */
  static void refuse(List<Beat> beats, Mistakes mistakes) {
    for (Beat beat : beats) {
      if (beat instanceof ReturnBeat) {
        mistakes.add(
            beat.line(),
            "expected '%s' in a scenario, got it in a rule".formatted(beat.line().text()));
      }
    }
  }

  private Program compiled(Part part, Optional<Program> sequel) {
    return new ScenarioProgram(billing, Arrangement.of(part.beats(), mistakes), sequel);
  }

  private static List<Part> parts(List<Beat> beats) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Optional.empty(), new ArrayList<>()));
    for (Beat beat : beats) {
      if (beat instanceof ReturnBeat back) {
        parts.add(new Part(Optional.of(back.line()), new ArrayList<>()));
      } else {
        parts.get(parts.size() - 1).beats().add(beat);
      }
    }
    return parts;
  }

  private void check(Part before, Part after) {
    Line line = after.from().orElseThrow();
    if (!whole(before) || !whole(after)) {
      mistakes.add(line, "expected '%s' outside a choice, got it in one".formatted(line.text()));
    } else if (!ends(before)) {
      mistakes.add(
          line,
          "expected the end of the connection in the line before '%s', such as 'the client is cut"
                  .formatted(line.text())
              + " off'");
    } else if (before.beats().get(0) instanceof CallBeat) {
      mistakes.add(
          line,
          "expected a client that calls by itself, got '%s' in a call".formatted(line.text()));
    } else if (after.beats().isEmpty()) {
      mistakes.add(line, "expected lines after '%s', got none".formatted(line.text()));
    }
  }

  /** Whether all places to go on at that are in a part are in it together. */
  private static boolean whole(Part part) {
    Set<Integer> here = new HashSet<>();
    Set<Integer> wanted = new HashSet<>();
    for (Beat beat : part.beats()) {
      if (beat instanceof LabelBeat label) {
        here.add(label.label());
      } else if (beat instanceof JumpBeat jump) {
        wanted.add(jump.label());
      } else if (beat instanceof ChoiceBeat choice) {
        choice.branches().forEach(branch -> wanted.add(branch.label()));
        choice.otherwise().ifPresent(wanted::add);
      }
    }
    return here.containsAll(wanted);
  }

  private static boolean ends(Part part) {
    return part.beats().stream()
        .filter(beat -> !(beat instanceof LabelBeat || beat instanceof JumpBeat))
        .reduce((one, next) -> next)
        .filter(Beat::closes)
        .isPresent();
  }
}
