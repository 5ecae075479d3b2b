package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of the server, by its name on the wire. The server role makes sure that it is sent: what
 * the session says by itself counts, and only where it says nothing the event is sent as written;
 * not, though, to a client that left out its own line before, which this one would react to.
 */
record ServerEventBeat(Line line, String type, ObjectNode body) implements Beat {
  private static final String TIMEOUT = "input_audio_buffer.timeout_triggered";
  private static final String ERROR = "error";
  private static final String UPDATED = "session.updated";

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

  /** What a session sends by its own clock, so that a line for it is never early enough. */
  private static final Set<String> BY_CLOCK = Set.of("ping", TIMEOUT);

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.isInAnswer()) {
      return sent(stage);
    }
    if (stage.hearing().claimFromServer(type, expected(stage), 0)) {
      return true;
    }
    if (stage.to().owed) {
      return true;
    }
    if (stage.hearing().answering()) {
      return stage.waits(line);
    }
    if (beforeSettings(stage)) {
      return stage.waitsWithin(line, "session.update");
    }
    Duration due = cause(stage).plus(patience(stage));
    if (stage.now().compareTo(due) < 0) {
      return stage.passesUntil(line, due);
    }
    return sent(stage);
  }

  private boolean sent(Stage stage) {
    ObjectNode filled = Body.sent(body, stage.to().filling);
    stage.hearing().expectEcho(type, filled);
    stage.act(new Act.Send(type, filled));
    return true;
  }

  /** A session acknowledges by itself, however slow the client is, or the machine. */
  private boolean beforeSettings(Stage stage) {
    boolean unanswered = !stage.hearing().configuring() || stage.to().client.asked() != null;
    return type.equals(UPDATED) && unanswered && stage.to().turns.isEmpty();
  }

  /**
   * A session that is to speak up or to end by itself does so, after what is still to be heard; and
   * words that the client gave it are an answer that no line began.
   */
  private Duration patience(Stage stage) {
    return stage.hearing().running()
        ? LONGEST_ANSWER
        : byItself(stage).map(LONGEST_ANSWER::plus).orElse(Stage.REACTION);
  }

  private Optional<Duration> byItself(Stage stage) {
    SessionBeat session = stage.to().session;
    return switch (type) {
      case TIMEOUT -> stage.to().client.settled().idle();
      case ERROR -> session == null ? Optional.empty() : session.endurance().endedBy(body);
      default -> Optional.empty();
    };
  }

  private ObjectNode expected(Stage stage) {
    return Body.expected(body, stage.to().filling);
  }

  @Override
  public List<String> names() {
    return Body.names(body);
  }

  private Duration cause(Stage stage) {
    return BY_CLOCK.contains(type) ? stage.to().entered : stage.to().clientMet;
  }

  @Override
  public boolean byClient(Stage stage) {
    ObjectNode asked = expected(stage);
    return stage.hearing().claimFromServer(type, asked, stage.since())
        || stage.waitsWithin(line, type + (asked.isEmpty() ? "" : " with " + asked));
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }
}
