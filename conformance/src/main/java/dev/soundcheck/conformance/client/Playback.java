package dev.soundcheck.conformance.client;

import dev.soundcheck.audio.Pcm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is played when, of sound that comes in pieces: a buffer against jitter, and a clock that
 * counts samples. Deterministic; the moments it is told never go back.
 */
final class Playback {
  /** How much is given to the loudspeaker at a time. */
  private static final Duration STEP = Duration.ofMillis(20);

  /** A piece that has come; what is before {@code from} was given already. */
  private record Waiting(Tape tape, Pcm sound, int from) {}

  /** A piece that the loudspeaker has; its first {@code heard} samples were played. */
  private record Given(Tape tape, Duration at, int length, int rate, int heard) {}

  private final Loudspeaker loudspeaker;
  private final Duration buffer;
  private final Duration lead;
  private final SampleClock clock;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Given> given = new ArrayDeque<>();
  private Duration inHand = Duration.ZERO;
  private Optional<Duration> beginsAt = Optional.empty();
  private Optional<Duration> dryAt = Optional.empty();
  private Optional<Tape> last = Optional.empty();
  private boolean running;

  /**
   * Plays on a loudspeaker.
   *
   * @param buffer how much must be there before playing begins, and the longest wait for so much
   * @param speed how much faster than real it plays
   */
  Playback(Loudspeaker loudspeaker, Duration buffer, double speed) {
    this.loudspeaker = loudspeaker;
    this.buffer = buffer;
    this.lead = loudspeaker.lead();
    this.clock = new SampleClock(speed);
  }

  /** More of a tape has come. */
  void arrived(Duration at, Tape tape, Pcm sound) {
    advance(at);
    if (sound.length() == 0) {
      return;
    }
    waiting.add(new Waiting(tape, sound, 0));
    inHand = inHand.plus(sound.duration());
    if (!running) {
      Duration soonest = at.plus(lead);
      Duration latest = at.plus(buffer.compareTo(lead) > 0 ? buffer : lead);
      Duration begins = beginsAt.orElse(latest);
      beginsAt =
          Optional.of(
              inHand.compareTo(buffer) < 0 || begins.compareTo(soonest) < 0 ? begins : soonest);
    }
    advance(at);
  }

  /** Plays what is due up to now. */
  void advance(Duration now) {
    Duration horizon = now.plus(lead);
    if (!running && beginsAt.filter(begin -> begin.compareTo(horizon) <= 0).isPresent()) {
      begin();
    }
    while (running && clock.next().compareTo(horizon) <= 0) {
      give();
    }
    hear(now);
  }

  /** Drops what was not played yet; the tape in the midst of which that was, if it was. */
  Optional<Tape> fallSilent(Duration now) {
    advance(now);
    Optional<Tape> cut =
        Stream.concat(given.stream().map(Given::tape), waiting.stream().map(Waiting::tape))
            .findFirst()
            .filter(tape -> tape.played().from().isPresent());
    waiting.clear();
    given.clear();
    inHand = Duration.ZERO;
    beginsAt = Optional.empty();
    dryAt = Optional.empty();
    running = false;
    loudspeaker.fallSilent(now);
    return cut;
  }

  /** Whether something came that was not played to its end. */
  boolean playing() {
    return !waiting.isEmpty() || !given.isEmpty();
  }

  /** When {@link #advance} has something to do next. */
  Optional<Duration> wakeAt() {
    Optional<Duration> next = running ? Optional.of(clock.next()) : beginsAt;
    Optional<Duration> heard = Optional.ofNullable(given.peekLast()).map(this::end);
    return Stream.of(next.map(due -> due.minus(lead)), heard)
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private void begin() {
    Waiting first = waiting.getFirst();
    Duration begin = beginsAt.orElseThrow();
    dryAt
        .filter(dry -> last.filter(tape -> tape == first.tape()).isPresent())
        .ifPresent(dry -> first.tape().starved(begin.minus(dry)));
    dryAt = Optional.empty();
    beginsAt = Optional.empty();
    clock.start(begin, first.sound().rate());
    running = true;
  }

  private void give() {
    Waiting first = waiting.poll();
    if (first == null) {
      running = false;
      dryAt = Optional.of(clock.next());
      return;
    }
    int rate = first.sound().rate();
    int to = Math.min(first.sound().length(), first.from() + Pcm.samplesIn(STEP, rate));
    if (to < first.sound().length()) {
      waiting.addFirst(new Waiting(first.tape(), first.sound(), to));
    }
    clock.rate(rate);
    Duration at = clock.next();
    Pcm sound = first.sound().slice(first.from(), to);
    clock.count(sound.length());
    inHand = waiting.isEmpty() ? Duration.ZERO : inHand.minus(sound.duration());
    last = Optional.of(first.tape());
    given.add(new Given(first.tape(), at, sound.length(), rate, 0));
    loudspeaker.play(at, sound);
  }

  /** Counts what has been played of what was given. */
  private void hear(Duration now) {
    boolean whole = true;
    while (whole && !given.isEmpty()) {
      Given piece = given.poll();
      int heard = heard(piece, now);
      whole = heard == piece.length();
      if (heard > piece.heard()) {
        piece.tape().heard(piece.at(), after(piece, heard), heard - piece.heard());
      }
      if (!whole) {
        given.addFirst(new Given(piece.tape(), piece.at(), piece.length(), piece.rate(), heard));
      }
    }
  }

  private int heard(Given piece, Duration now) {
    int passed = Math.min(piece.length(), clock.between(piece.at(), now, piece.rate()));
    return Math.max(piece.heard(), passed);
  }

  private Duration end(Given piece) {
    return after(piece, piece.length());
  }

  private Duration after(Given piece, int samples) {
    return piece.at().plus(clock.lasting(samples, piece.rate()));
  }
}
