package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * An answer under a fault that may keep it from coming whole: the server role gives it as any
 * other, the client role takes whatever comes of it.
 *
 * @param endless whether the client may never hear that it is over
 */
record BrokenAnswerBeat(AnswerBeat answer, boolean endless) implements Beat {
  /** So long after the last sign of it nothing more is expected of an answer. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  @Override
  public Line line() {
    return answer.line();
  }

  @Override
  public Side side() {
    return answer.side();
  }

  @Override
  public void enter(Stage stage) {
    answer.enter(stage);
  }

  @Override
  public boolean byServer(Stage stage) {
    return answer.byServer(stage);
  }

  @Override
  public boolean byClient(Stage stage) {
    Optional<Reply> reply = stage.takeReply();
    if (reply.isPresent()) {
      stage.to().calls = reply.get().calls();
      return true;
    }
    if (!endless || !begun(stage)) {
      return stage.waitsWithin(line(), endless ? "an answer that begins" : "an answer");
    }
    Duration quiet = stage.hearing().heard().plus(QUIET);
    return stage.now().compareTo(quiet) >= 0 || stage.waitsUntil(line(), quiet);
  }

  /** What has begun may end with the connection. */
  @Override
  public boolean mayEndWithIt(Stage stage) {
    return begun(stage);
  }

  private boolean begun(Stage stage) {
    return stage.hearing().heard().compareTo(stage.to().entered) > 0;
  }

  @Override
  public boolean welcomes(Turn turn) {
    return answer.welcomes(turn);
  }

  @Override
  public Set<String> types() {
    return answer.types();
  }
}
