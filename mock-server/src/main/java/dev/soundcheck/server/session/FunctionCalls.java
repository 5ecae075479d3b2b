package dev.soundcheck.server.session;

import dev.soundcheck.server.session.Item.Status;
import java.util.Optional;

/** The function calls of one answer: one batch, numbered from 0 (live-behaviour.md 1.1). */
final class FunctionCalls {
  private final Stage stage;
  private final String responseId;
  private final String batch;
  private int count;

  FunctionCalls(Stage stage, String responseId) {
    this.stage = stage;
    this.responseId = responseId;
    this.batch = stage.ids().uuid();
  }

  /** Says all events of a call, in the same instant (live-behaviour.md 2.5). */
  Item say(Intent.Call wanted) {
    String callId = "call-%s-%d".formatted(batch, count++);
    String itemId = stage.ids().uuid();
    Item.Call begun = new Item.Call(itemId, Status.IN_PROGRESS, callId, wanted.tool(), "");
    Item.Call done =
        new Item.Call(itemId, Status.COMPLETED, callId, wanted.tool(), wanted.arguments());
    stage.say(event -> new Meaning.OutputItemAdded(event, responseId, begun));
    stage.log().add(done);
    stage.log().calls().add(callId, wanted.tool());
    if (stage.dialect().reporting().answerItems() == Reporting.AnswerItems.IN_CONVERSATION_TOO) {
      stage.say(event -> new Meaning.ItemAdded(event, begun, Optional.empty()));
    }
    stage.say(event -> new Meaning.ArgumentsDelta(event, responseId, done));
    stage.say(event -> new Meaning.ArgumentsDone(event, responseId, done));
    stage.say(event -> new Meaning.OutputItemDone(event, responseId, done));
    return done;
  }
}
