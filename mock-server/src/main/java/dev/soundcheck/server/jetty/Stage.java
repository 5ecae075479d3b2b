package dev.soundcheck.server.jetty;

import dev.soundcheck.server.play.Show;
import dev.soundcheck.server.play.Wire;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * Where one play is played: its mailbox, its wake-ups, and the time since its connection opened.
 */
final class Stage {
  /** How long a client may take to answer our close before it is dropped. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Backstage backstage;
  private final Session session;
  private final Mailbox mailbox;
  private final Alarm alarm;
  private final Alarm patience;
  private final Show play;
  private final long openedAt;

  Stage(Backstage backstage, Session session, Function<Wire, Show> starts) {
    this.backstage = backstage;
    this.session = session;
    this.mailbox = new Mailbox(backstage.pool());
    this.alarm = new Alarm(backstage.timers(), () -> later((awake, now) -> awake.advance(now)));
    this.patience = new Alarm(backstage.timers(), session::disconnect);
    this.openedAt = backstage.nanos().getAsLong();
    int backlog = backstage.limits().backlog();
    this.play = starts.apply(new Outbox(session, backlog, this::tooSlow, this::farewell));
  }

  /** Does this in its turn. */
  void later(BiConsumer<Show, Duration> deed) {
    mailbox.put(() -> now(deed));
  }

  /** Does this in its turn, and then reads the next message. */
  void thenRead(BiConsumer<Show, Duration> deed) {
    mailbox.put(
        () -> {
          now(deed);
          read();
        });
  }

  /** Does this in its turn, after which the play is over. */
  void last(BiConsumer<Show, Duration> deed) {
    mailbox.put(
        () -> {
          now(deed);
          alarm.set(Duration.ZERO, Optional.empty());
          patience.set(Duration.ZERO, Optional.empty());
        });
  }

  /** Asks for the next part of a message, or for the client's close. */
  void read() {
    session.demand();
  }

  private void now(BiConsumer<Show, Duration> deed) {
    deed.accept(play, backstage.since(openedAt));
    alarm.set(backstage.since(openedAt), play.wakeAt());
  }

  private void farewell() {
    patience.set(Duration.ZERO, Optional.of(FAREWELL));
  }

  private void tooSlow() {
    String why = backstage.limits().tooSlow();
    later((behind, now) -> behind.expel(now, StatusCode.POLICY_VIOLATION, why));
  }
}
