package dev.soundcheck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Beats in the order in which they are played, and how a role goes through them. */
final class Course {
  /** What a client hears that goes on after the last line. */
  static final Act.Answer AFTERWARDS =
      new Act.Answer(List.of(new Act.Speech("The scenario is over.", Optional.empty())));

  private final List<Beat> beats;
  private final List<Optional<Beat>> listeners;

  Course(List<Beat> beats) {
    this.beats = List.copyOf(beats);
    this.listeners =
        IntStream.range(0, beats.size())
            .mapToObj(from -> ahead(from).filter(beat -> beat.speech().isPresent()).findFirst())
            .toList();
  }

  List<Beat> beats() {
    return beats;
  }

  /** Events that a role has to keep in mind. */
  Heed heed() {
    return Heed.of(beats);
  }

  /** Goes as far as can be gone now. */
  void play(Stage stage) {
    Standing to = stage.to();
    while (!to.over && to.beat < beats.size() && to.closed == null && advanced(stage)) {
      OptionalInt label = stage.takeJump();
      enter(stage, label.isPresent() ? place(label.getAsInt()) : to.beat + 1);
    }
    if (to.closed != null && !to.over) {
      afterClosing(stage, to.closed);
    }
  }

  void enter(Stage stage, int beat) {
    Standing to = stage.to();
    to.beat = beat;
    to.entered = stage.now();
    to.acted = false;
    to.met = stage.hearing().claimed().map(Window.Event::number).orElse(stage.hearing().number());
    to.beforeEnteredAfter = to.enteredAfter;
    to.enteredAfter = stage.hearing().number();
    if (beat < beats.size()) {
      if (!(beats.get(beat) instanceof RememberBeat)) {
        stage.hearing().claimNothing();
      }
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
    Optional<Beat> next =
        ahead(to.beat)
            .filter(beat -> beat.side() == other && !beat.mayEndWithIt(stage))
            .findFirst();
    if (next.isPresent() && next.get().closes()) {
      Beat closing = next.get();
      var unused = to.role == Role.SERVER ? closing.byServer(stage) : closing.byClient(stage);
    } else {
      next.ifPresent(beat -> stage.unmet(beat.line().unmet("this line", CloseBeat.shown(closed))));
    }
    to.over = true;
  }

  /** What follows from there when nobody decides otherwise. */
  private Stream<Beat> ahead(int from) {
    List<Beat> path = new ArrayList<>();
    int at = from;
    while (at < beats.size()) {
      Beat beat = beats.get(at);
      path.add(beat);
      at = beat instanceof JumpBeat jump ? place(jump.label()) : at + 1;
    }
    return path.stream();
  }

  /** Where the label stands; labels lie behind the beats that lead to them. */
  private int place(int label) {
    for (int index = 0; index < beats.size(); index++) {
      if (beats.get(index) instanceof LabelBeat here && here.label() == label) {
        return index;
      }
    }
    throw new IllegalStateException("no label " + label + " in " + beats);
  }

  /** The transcript that speech gets: the words of the next line that is the user's. */
  Optional<String> speech(Stage stage) {
    return listener(stage).flatMap(Beat::speech);
  }

  /** What speech has to be told apart by at the next line that is the user's. */
  List<String> phrases(Stage stage) {
    return listener(stage).map(Beat::phrases).orElse(List.of());
  }

  /** The next line that is the user's. */
  private Optional<Beat> listener(Stage stage) {
    int beat = stage.to().beat;
    return beat < listeners.size() ? listeners.get(beat) : Optional.empty();
  }

  /** The words of all lines that are the user's. */
  List<String> turns() {
    return ahead(0).map(Beat::speech).flatMap(Optional::stream).toList();
  }

  /** What goes wrong from the opening on. */
  List<Fault> openingFaults() {
    return beats.stream()
        .filter(FaultBeat.class::isInstance)
        .map(FaultBeat.class::cast)
        .filter(FaultBeat::opening)
        .map(FaultBeat::fault)
        .toList();
  }

  boolean misbehaves() {
    return beats.stream().anyMatch(FaultBeat.class::isInstance);
  }

  /** The first line that only a server can meet that does as it is told. */
  Optional<String> staged() {
    return beats.stream().filter(Beat::staged).findFirst().map(beat -> beat.line().toString());
  }

  /** The call that it is about. */
  Optional<IncomingCall> call() {
    return !beats.isEmpty() && beats.get(0) instanceof CallBeat call
        ? Optional.of(call.call())
        : Optional.empty();
  }

  /** Whether a beat from this one on is about events of this name. */
  boolean awaits(int from, String type) {
    return beats.subList(Math.min(from, beats.size()), beats.size()).stream()
        .anyMatch(beat -> beat.types().contains(type));
  }

  /** At which pace the mock answers. */
  Optional<Pacing> pacing() {
    return beats.stream()
        .filter(PacingBeat.class::isInstance)
        .map(beat -> ((PacingBeat) beat).pacing())
        .findFirst();
  }

  /** How long the session lasts. */
  Endurance endurance() {
    SessionBeat session = session();
    return session == null ? Endurance.OPEN : session.endurance();
  }

  @Nullable SessionBeat session() {
    return beats.stream()
        .filter(SessionBeat.class::isInstance)
        .map(SessionBeat.class::cast)
        .findFirst()
        .orElse(null);
  }
}
