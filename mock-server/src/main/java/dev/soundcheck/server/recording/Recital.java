package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.recording.Deviation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One recorded connection played: what the other side does goes in, what our side says comes out.
 * It waits for what it answered in the recording, not for the clock. Confined to one caller at a
 * time; times count from the opening of the connection and never go back.
 */
public final class Recital {
  private final int connection;
  private final Origin own;
  private final Score score;
  private final Manner manner;
  private final Bindings bindings;
  private final Progress progress;
  private final Runnable ends;
  private final List<Deviation> deviations = new ArrayList<>();
  private final Set<String> extraPieces = new HashSet<>();
  private int next;
  private Duration lastSaid = Duration.ZERO;
  private Duration lastSign = Duration.ZERO;
  private Duration soundAt = Duration.ZERO;
  private boolean over;

  /** How a recording is played. */
  record Manner(Policy policy, Speed speed, Sound sound) {}

  /**
   * A recital that has not begun.
   *
   * @param connection its number in what comes out
   * @param ends is run once, when the connection is over
   */
  Recital(
      int connection, Origin own, Score score, Manner manner, Bindings bindings, Runnable ends) {
    this.connection = connection;
    this.own = own;
    this.score = score;
    this.manner = manner;
    this.bindings = bindings;
    this.progress = new Progress(score.steps());
    this.ends = ends;
  }

  /** The other side did something. Returns what our side says to it now. */
  public List<Observed> hear(Duration now, Observed said) {
    List<Observed> before = advance(now);
    if (over) {
      return before;
    }
    if (said instanceof Observed.Closed closed) {
      left(now, closed);
      return before;
    }
    if (Sort.of(said) != Sort.IDLE) {
      lastSign = now;
      progress
          .take(now, said, manner.sound().amount(said), next)
          .ifPresentOrElse(taken -> took(now, taken, said), () -> extra(now, said));
    }
    List<Observed> all = new ArrayList<>(before);
    all.addAll(advance(now));
    return all;
  }

  /** What is due up to now, each at its own time; the first call also begins. */
  public List<Observed> advance(Duration now) {
    List<Observed> said = new ArrayList<>();
    Optional<Duration> due = wakeAt();
    while (due.isPresent() && due.get().compareTo(now) <= 0) {
      if (dueAt().isPresent()) {
        said.add(say(due.get()));
      } else {
        goOnWithout(due.get());
      }
      due = wakeAt();
    }
    return said;
  }

  /** When {@link #advance} has something to do; empty while only the other side can go on. */
  public Optional<Duration> wakeAt() {
    if (over || (saidAll() && own == Origin.SERVER)) {
      return Optional.empty();
    }
    return dueAt().or(this::patienceEndsAt);
  }

  /** What the play waits for, in words; empty when it waits for nothing but time, or is over. */
  public String waitsFor() {
    return over || dueAt().isPresent() ? "" : progress.awaited().map(this::words).orElse("");
  }

  /** The same words until something else is waited for, however much of it came meanwhile. */
  private String words(Step awaited) {
    long wanted = awaited.run() && !saidAll() ? score.lines().get(next).amount() : 0;
    return wanted <= progress.amount()
        ? awaited.words()
        : "%s, until %d %s of it have come"
            .formatted(awaited.words(), wanted, manner.sound() == Sound.BYTES ? "bytes" : "pieces");
  }

  /** Whether both sides have done everything that was recorded, or the connection is gone. */
  public boolean complete() {
    return over || (saidAll() && progress.awaited().filter(step -> !restsIn(step)).isEmpty());
  }

  /** The last run of pieces ends when the connection does. */
  private boolean restsIn(Step step) {
    return step.run() && progress.begun() && progress.missing().isEmpty();
  }

  private boolean saidAll() {
    return next >= score.lines().size();
  }

  /** Whether the connection is over. */
  public boolean over() {
    return over;
  }

  /** What was different since the last call. */
  public List<Deviation> deviations() {
    List<Deviation> all = List.copyOf(deviations);
    deviations.clear();
    return all;
  }

  /** Ends it from our side, where the recording does not: what did not come is told. */
  public void end(Duration now) {
    if (!over) {
      progress.missing().forEach(step -> missed(now, step));
      finish();
    }
  }

  private Observed say(Duration due) {
    Line line = score.lines().get(next++);
    lastSaid = due;
    lastSign = due;
    if (line.turns()) {
      progress.turn(due);
    }
    if (line.said() instanceof Observed.Closed) {
      end(due);
    }
    return live(due, line.said());
  }

  private Observed live(Duration at, Observed recorded) {
    if (recorded instanceof Observed.Message kept) {
      Observed.Message message = Sound.whole(kept);
      return new Observed.Message(
          at, connection, own, message.type(), bindings.now(message.type(), message.json()));
    }
    if (recorded instanceof Observed.Binary binary) {
      return new Observed.Binary(at, connection, own, Sound.bytes(binary));
    }
    if (recorded instanceof Observed.Malformed garbled) {
      return new Observed.Malformed(at, connection, own, garbled.text(), garbled.why());
    }
    Observed.Closed closed = (Observed.Closed) recorded;
    return new Observed.Closed(
        at, connection, own, closed.code(), bindings.nowText(closed.reason()));
  }

  private Optional<Duration> dueAt() {
    if (saidAll()) {
      return Optional.empty();
    }
    Line line = score.lines().get(next);
    if (!progress.satisfies(line)) {
      return Optional.empty();
    }
    Duration cause = line.amount() > 0 ? soundAt : progress.takenAt(line.steps());
    Duration due = (line.afterCause() ? cause : lastSaid).plus(manner.speed().of(line.gap()));
    return Optional.of(later(later(due, lastSaid), cause));
  }

  private Optional<Duration> patienceEndsAt() {
    return progress
        .awaited()
        .flatMap(step -> Waiting.of(own).patience(step, progress.begun()))
        .map(lastSign::plus);
  }

  private void goOnWithout(Duration now) {
    Step awaited = progress.awaited().orElseThrow();
    boolean partly = progress.begun();
    progress.giveUp(now);
    lastSign = now;
    if (partly) {
      deviate(
          now, Kind.VALUE, "less sound came than was recorded as %s".formatted(awaited.words()));
    }
  }

  private void took(Duration now, Progress.Taken taken, Observed said) {
    if (Sort.of(said) == Sort.STREAM) {
      soundAt = now;
    }
    if (taken.late()) {
      deviate(now, Kind.ORDER, taken.step().words() + " came later than recorded");
    }
    boolean comparable =
        taken.first()
            && taken.step().first() instanceof Observed.Message
            && said instanceof Observed.Message;
    if (comparable) {
      compare(now, taken.step(), (Observed.Message) said);
    }
  }

  /** Of runs only the first piece is compared, and never its sound. */
  private void compare(Duration now, Step step, Observed.Message said) {
    Comparison.Depth depth = manner.policy().depth(said.from());
    if (step.run() && depth == Comparison.Depth.VALUES) {
      depth = Comparison.Depth.KEYS;
    }
    Observed.Message recorded = (Observed.Message) step.first();
    if (!recorded.type().equals(said.type())) {
      return;
    }
    for (Comparison.Difference one : Comparison.of(bindings, depth, recorded.json(), said.json())) {
      deviate(now, one.kind(), "%s: %s".formatted(step.words(), one.words()));
    }
  }

  /** Pieces come by the hundred; the first of each name is enough. */
  private void extra(Duration now, Observed said) {
    if (Sort.of(said) == Sort.STREAM && !extraPieces.add(Sort.name(said))) {
      return;
    }
    String instead =
        progress.awaited().map(step -> "expected " + step.words()).orElse("nothing was expected");
    deviate(now, Kind.EXTRA, "%s, found %s".formatted(instead, Sort.name(said)));
  }

  private void missed(Duration now, Step step) {
    deviate(now, Kind.MISSING, "expected %s, which did not come".formatted(step.words()));
  }

  /** Lines that come by the clock are not missed by anybody who leaves. */
  private void left(Duration now, Observed.Closed closed) {
    progress.missing().forEach(step -> missed(now, step));
    long unsaid =
        score.lines().subList(next, score.lines().size()).stream()
            .filter(line -> Sort.of(line.said()) != Sort.IDLE)
            .filter(line -> Sort.of(line.said()) != Sort.CLOSE)
            .count();
    if (unsaid > 0) {
      String waits = waitsFor().isEmpty() ? "" : ", while the play waited for " + waitsFor();
      deviate(
          now,
          Kind.LEFT,
          "the %s left with %d%s; %d recorded messages were not said yet"
              .formatted(own == Origin.SERVER ? "client" : "server", closed.code(), waits, unsaid));
    }
    finish();
  }

  private void finish() {
    over = true;
    ends.run();
  }

  private void deviate(Duration now, Kind kind, String message) {
    deviations.add(new Deviation(now, kind, message, manner.policy().allows(kind)));
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
