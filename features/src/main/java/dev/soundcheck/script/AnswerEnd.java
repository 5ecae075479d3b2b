package dev.soundcheck.script;

import java.util.Optional;

/** The rest of an answer in which other lines happened. */
record AnswerEnd(AnswerBeat answer) implements Beat {
  @Override
  public Line line() {
    return answer.line();
  }

  @Override
  public Side side() {
    return Side.SERVER;
  }

  @Override
  public boolean byServer(Stage stage) {
    return true;
  }

  @Override
  public boolean byClient(Stage stage) {
    Optional<Reply> reply = stage.takeReply();
    if (reply.isEmpty()) {
      return stage.waitsWithin(line(), "the rest of the answer");
    }
    answer.judge(stage, reply.get());
    return true;
  }
}
