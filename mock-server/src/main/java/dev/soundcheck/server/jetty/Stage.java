package dev.soundcheck.server.jetty;

import dev.soundcheck.server.Limit;
import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import dev.soundcheck.server.session.Cue;
import dev.soundcheck.server.time.Alarm;
import dev.soundcheck.server.time.Timepiece;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * Where one play is played: its mailbox, its wake-ups, and the time since its connection opened.
 */
final class Stage {
  /**
   * How long a client may take to answer our close before it is dropped; what it has not read by
   * then is lost with it. As long as the usual libraries wait, for a client may be very busy.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** More than any scenario needs at once; one that never ends must not hold a thread for ever. */
  private static final int MOST_STEPS = 100_000;

  /** Enough for an answer that comes at once. */
  private static final int AT_ONCE = 16;

  /** Whoever rings this late has too much to do. */
  private static final Duration LATE = Duration.ofMillis(1);

  /** More bytes than this may take longer to play than to hand to another thread. */
  private static final int LARGE = 64 * 1024;

  private final Backstage backstage;
  private final Timepiece time;
  private final CoreSession session;
  private final Line line;
  private final Mailbox mailbox;
  private final Alarm alarm;
  private final Alarm patience;
  private final Alarm reading;
  private final Rate rate;
  private final Stint stint = new Stint();
  private final Outbox outbox;
  private final Show play;
  private final Duration openedAt;
  private final boolean inRealTime;
  private volatile Duration due = Duration.ZERO;
  private volatile boolean brief;

  Stage(
      Backstage backstage,
      Timepiece time,
      CoreSession session,
      Line line,
      Function<Wire, Show> starts) {
    this.backstage = backstage;
    this.time = time;
    this.session = session;
    this.line = line;
    this.mailbox = new Mailbox(backstage.pool(), backstage.hands());
    this.alarm = time.alarm(this::ring);
    this.patience = backstage.time().alarm(session::abort);
    this.reading = backstage.time().alarm(() -> mailbox.put(session::demand));
    this.inRealTime = time.equals(backstage.time());
    this.rate = inRealTime ? new Rate(backstage.limits().most(Limit.RATE)) : Rate.any();
    this.openedAt = time.now();
    long backlog = backstage.limits().most(Limit.BACKLOG);
    this.outbox = new Outbox(session, line, backlog, this::tooSlow, this::farewell);
    this.play = starts.apply(outbox);
  }

  int number() {
    return play.number();
  }

  /** Does this in its turn. */
  void later(BiConsumer<Show, Duration> deed) {
    mailbox.put(() -> now(deed));
  }

  /** The same, at once where nothing else is being done; for threads of the pool. */
  void here(BiConsumer<Show, Duration> deed) {
    mailbox.here(() -> now(deed));
  }

  /**
   * Does this in its turn, and then reads the next message; for the thread that has read, which
   * reads for others, too, and leaves what takes long to the pool.
   *
   * @param size of the message, in bytes
   */
  void thenRead(int size, BiConsumer<Show, Duration> deed) {
    Runnable all =
        () -> {
          now(deed);
          read();
        };
    if (size > LARGE) {
      mailbox.put(all);
    } else {
      mailbox.here(all);
    }
  }

  /** Does this in its turn, after which the play is over. */
  void last(BiConsumer<Show, Duration> deed) {
    mailbox.put(
        () -> {
          now(deed);
          alarm.set(Optional.empty());
          patience.set(Optional.empty());
          reading.set(Optional.empty());
        });
  }

  /**
   * Asks for the next part of a message, or for the client's close; now and then behind others, so
   * that whoever sends without end does not keep a thread that reads for many.
   */
  void read() {
    if (line.dead()) {
      return;
    }
    Duration now = backstage.time().now();
    Duration at = rate.next(now);
    if (at.compareTo(now) > 0) {
      reading.set(Optional.of(at));
    } else if (stint.over(now, line.wakes())) {
      line.muchComes();
      mailbox.put(session::demand);
    } else {
      session.demand();
    }
  }

  /** The same in the middle of a message, which is a large one. */
  void readPart() {
    stint.partOfMore();
    read();
  }

  /** Answers a ping of the WebSocket itself; who does not read the answer is read no further. */
  void pong(ByteBuffer payload) {
    if (!line.dead()) {
      Frame pong = new Frame(OpCode.PONG, payload);
      session.sendFrame(pong, Callback.from(this::read, failure -> {}), false);
    }
  }

  /**
   * What is soon done is done by the thread that rings; everything else, and what is late because
   * that thread has much to do, by those of the pool.
   */
  private void ring() {
    if (brief && sinceOpening().minus(due).compareTo(LATE) < 0) {
      here(Show::advance);
    } else {
      later(Show::advance);
    }
  }

  private void now(BiConsumer<Show, Duration> deed) {
    outbox.hold();
    try {
      deed.accept(play, sinceOpening());
      letTimePass();
      catchUp();
    } finally {
      outbox.release();
    }
    Optional<Duration> next = play.wakeAt();
    due = next.orElse(Duration.ZERO);
    brief = inRealTime && play.wakesBriefly();
    alarm.set(next.map(openedAt::plus));
    play.heard().ifPresent(this::listen);
  }

  /** What is due already needs no alarm; in virtual time only an alarm says whose turn it is. */
  private void catchUp() {
    if (!inRealTime) {
      return;
    }
    for (int steps = 0; steps < AT_ONCE && isDue(); steps++) {
      play.advance(sinceOpening());
    }
  }

  private boolean isDue() {
    Optional<Duration> due = play.wakeAt();
    return due.isPresent() && due.get().compareTo(sinceOpening()) <= 0;
  }

  /** Nothing goes on here before somebody has told what was said. */
  private void listen(Cue.Heard speech) {
    mailbox.hold(
        backstage
            .earshot()
            .listen(speech)
            .thenApply(
                said -> () -> now((show, time) -> show.understand(said.phrase(), said.trouble()))));
  }

  /** What the scenario lets pass in virtual time takes none of ours. */
  private void letTimePass() {
    Optional<Duration> until = play.passesUntil();
    for (int steps = 0; until.isPresent() && steps < MOST_STEPS; steps++) {
      if (!time.passes(openedAt.plus(until.get()))) {
        return;
      }
      play.advance(sinceOpening());
      until = play.passesUntil();
    }
  }

  private Duration sinceOpening() {
    return time.now().minus(openedAt);
  }

  private void farewell() {
    patience.set(Optional.of(backstage.time().now().plus(FAREWELL)));
  }

  private void tooSlow() {
    String why = new Reasons(backstage.limits()).tooSlow();
    later((behind, now) -> behind.expel(now, CloseStatus.POLICY_VIOLATION, why));
  }
}
