package dev.soundcheck.script;

import dev.soundcheck.script.Mark.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out the lines of one scenario: repeats them, and sets labels for choices. */
final class Blocks {
  private static final int MOST_LINES = 10_000;

  private final LineCompiler lines;
  private final Mistakes mistakes;
  private final Heard heard;
  private final Labels labels;
  private final List<Written> written;
  private final List<Optional<Kind>> kinds;
  private final List<Beat> beats = new ArrayList<>();
  private boolean tooMany;

  Blocks(LineCompiler lines, Heard heard, Labels labels, List<Written> written) {
    this.lines = lines;
    this.heard = heard;
    mistakes = heard.mistakes();
    this.labels = labels;
    this.written = written;
    kinds = written.stream().map(one -> BlockPhrases.kind(one.pickled().getText())).toList();
  }

  List<Beat> beats() {
    lay(0, written.size(), Map.of());
    return beats;
  }

  private void lay(int from, int to, Map<String, String> names) {
    int at = from;
    while (at < to && !tooMany) {
      at = next(at, to, names);
    }
  }

  /** Lays out one line or one block, and says where it goes on. */
  private int next(int at, int to, Map<String, String> names) {
    Optional<Beat> beat = compiled(at, names);
    if (beat.isEmpty()) {
      return at + 1;
    }
    if (!(beat.get() instanceof Mark mark)) {
      beats.add(beat.get());
      tooMany = beats.size() > MOST_LINES;
      if (tooMany) {
        mistakes.add(
            beat.get().line(),
            "expected at most %d lines with all repetitions, got more".formatted(MOST_LINES));
      }
      return at + 1;
    }
    return switch (mark.kind()) {
      case REPEAT, REPEAT_FOR_EACH -> repeat(mark, at, to, names);
      case EITHER -> choose(mark, at, to, names);
      case END_OF_REPEAT, OR, OTHERWISE, IN_ANY_CASE -> stray(mark, at);
    };
  }

  private Optional<Beat> compiled(int at, Map<String, String> names) {
    return lines.compile(written.get(at).pickled(), written.get(at).step(), names);
  }

  private int repeat(Mark mark, int at, int to, Map<String, String> names) {
    int end = end(at, to, Kind.END_OF_REPEAT);
    for (Map<String, String> row : rows(mark, at)) {
      Map<String, String> all = new LinkedHashMap<>(names);
      all.putAll(row);
      lay(at + 1, end, all);
    }
    return Math.min(end + 1, to);
  }

  private List<Map<String, String>> rows(Mark mark, int at) {
    if (mark.kind() == Kind.REPEAT_FOR_EACH) {
      return Rows.of(written.get(at).pickled());
    }
    List<Map<String, String>> times = new ArrayList<>();
    for (int time = 1; time <= mark.count(); time++) {
      times.add(Map.of("time", Integer.toString(time)));
    }
    return times;
  }

  /** Where the block ends that begins there: at its mark, or with the lines around it. */
  private int end(int at, int to, Kind kind) {
    int depth = 0;
    for (int index = at + 1; index < to; index++) {
      Kind here = kinds.get(index).orElse(null);
      if (here == kind && depth == 0) {
        return index;
      }
      depth += here == kinds.get(at).orElse(null) || opensLike(kind, here) ? 1 : 0;
      depth -= here == kind ? 1 : 0;
    }
    return to;
  }

  private static boolean opensLike(Kind end, @org.jspecify.annotations.Nullable Kind kind) {
    return end == Kind.END_OF_REPEAT && (kind == Kind.REPEAT || kind == Kind.REPEAT_FOR_EACH);
  }

  private int stray(Mark mark, int at) {
    String above =
        mark.kind() == Kind.END_OF_REPEAT
            ? "'repeat … times' or 'repeat for each of'"
            : "'either …'";
    mistakes.add(
        mark.line(), "expected %s above '%s', got none".formatted(above, mark.line().text()));
    return at + 1;
  }

  private int choose(Mark mark, int at, int to, Map<String, String> names) {
    int end = end(at, to, Kind.IN_ANY_CASE);
    var choice = new Choice(mark, heard, labels);
    int from = at;
    for (int index = at + 1; index <= end; index++) {
      if (index == end || isNextChoice(at, index)) {
        branch(choice, from, index, names);
        from = index;
      }
    }
    beats.addAll(choice.laidOut());
    return Math.min(end + 1, to);
  }

  private boolean isNextChoice(int either, int index) {
    Kind kind = kinds.get(index).orElse(null);
    boolean divides = kind == Kind.OR || kind == Kind.OTHERWISE;
    long opened =
        kinds.subList(either + 1, index).stream().filter(Optional.of(Kind.EITHER)::equals).count();
    long closed =
        kinds.subList(either + 1, index).stream()
            .filter(Optional.of(Kind.IN_ANY_CASE)::equals)
            .count();
    return divides && opened == closed;
  }

  private void branch(Choice choice, int head, int to, Map<String, String> names) {
    Optional<Beat> beat = compiled(head, names);
    int from = beats.size();
    lay(head + 1, to, names);
    List<Beat> inside = List.copyOf(beats.subList(from, beats.size()));
    beats.subList(from, beats.size()).clear();
    if (beat.isPresent() && beat.get() instanceof Mark mark) {
      choice.add(mark, inside);
    }
  }
}
