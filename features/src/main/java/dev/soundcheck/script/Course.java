package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Beats in the order in which they are played, and how a role goes through them. */
record Course(List<Beat> beats) {
  /** What a client hears that goes on after the last line. */
  static final Act.Answer AFTERWARDS =
      new Act.Answer(List.of(new Act.Speech("The scenario is over.", Optional.empty())));

  Course {
    beats = List.copyOf(beats);
  }

  /** Events that a role has to remember until a line claims them. */
  Set<String> types() {
    return beats.stream()
        .flatMap(beat -> beat.types().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Goes as far as can be gone now. */
  void play(Stage stage) {
    Standing to = stage.to();
    while (!to.over && to.beat < beats.size() && to.closed == null && advanced(stage)) {
      enter(stage, to.beat + 1);
    }
    if (to.closed != null && !to.over) {
      afterClosing(stage, to.closed);
    }
  }

  void enter(Stage stage, int beat) {
    Standing to = stage.to();
    to.beat = beat;
    to.entered = stage.now();
    if (beat < beats.size()) {
      beats.get(beat).enter(stage);
    }
  }

  boolean ended(Stage stage) {
    return stage.to().beat >= beats.size();
  }

  private boolean advanced(Stage stage) {
    Beat beat = beats.get(stage.to().beat);
    return stage.to().role == Role.SERVER ? beat.byServer(stage) : beat.byClient(stage);
  }

  /** Nothing more can happen; what the other side still had to do is not met. */
  private void afterClosing(Stage stage, Seen.Closed closed) {
    Standing to = stage.to();
    Side other = to.role == Role.SERVER ? Side.CLIENT : Side.SERVER;
    List<Beat> left = beats.subList(Math.min(to.beat, beats.size()), beats.size());
    Optional<Beat> next = left.stream().filter(beat -> beat.side() == other).findFirst();
    if (next.isPresent() && next.get() instanceof CloseBeat closing) {
      closing.byClient(stage);
    } else {
      next.ifPresent(beat -> stage.unmet(beat.line().unmet("this line", shown(closed))));
    }
    to.over = true;
  }

  private static String shown(Seen.Closed closed) {
    String who = closed.from().name().toLowerCase(java.util.Locale.ROOT);
    return "closing by the %s with %d \"%s\"".formatted(who, closed.code(), closed.reason());
  }

  /** The transcript that speech gets: the words of the next line that is the user's. */
  Optional<String> speech(Stage stage) {
    int from = Math.min(stage.to().beat, beats.size());
    return beats.subList(from, beats.size()).stream()
        .map(Beat::speech)
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Nullable SessionBeat session() {
    return !beats.isEmpty() && beats.get(0) instanceof SessionBeat session ? session : null;
  }
}
