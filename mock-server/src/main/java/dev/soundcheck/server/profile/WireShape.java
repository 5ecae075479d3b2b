package dev.soundcheck.server.profile;

import dev.soundcheck.server.session.Meaning;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The shape captured from the live service: one row for each thing a server says. */
final class WireShape implements Shape {
  private final Map<Class<? extends Meaning>, Function<Meaning, ObjectNode>> rows = new HashMap<>();

  WireShape(Spelling spelling) {
    ItemFrames items = new ItemFrames(spelling);
    about(new SessionFrames(spelling));
    about(new InputFrames(spelling, items));
    about(new ResponseFrames(spelling, items));
    about(new SpeechFrames(spelling));
    about(new ToolFrames(spelling));
    row(Meaning.Refused.class, new ErrorFrames(spelling)::refused);
  }

  private void about(SessionFrames session) {
    row(Meaning.SessionCreated.class, session::created);
    row(Meaning.ConversationCreated.class, session::conversation);
    row(Meaning.Pinged.class, session::ping);
    row(Meaning.SessionUpdated.class, session::updated);
  }

  private void about(InputFrames input) {
    row(Meaning.SpeechStarted.class, input::speechStarted);
    row(Meaning.SpeechStopped.class, input::speechStopped);
    row(Meaning.Committed.class, input::committed);
    row(Meaning.TimeoutTriggered.class, input::timeout);
    row(Meaning.Cleared.class, input::cleared);
    row(Meaning.KeyPressed.class, input::keyPressed);
    row(Meaning.ItemAdded.class, input::added);
    row(Meaning.ItemReplayed.class, input::replayed);
    row(Meaning.ItemRetrieved.class, input::retrieved);
    row(Meaning.ItemDeleted.class, input::deleted);
    row(Meaning.ItemTruncated.class, input::truncated);
    row(Meaning.TranscriptUpdated.class, input::transcriptUpdated);
    row(Meaning.TranscriptCompleted.class, input::transcriptCompleted);
  }

  private void about(ResponseFrames response) {
    row(Meaning.ResponseCreated.class, response::created);
    row(Meaning.ResponseDone.class, response::done);
    row(Meaning.TooManySessions.class, response::failed);
    row(Meaning.OutputItemAdded.class, response::itemAdded);
    row(Meaning.OutputItemDone.class, response::itemDone);
    row(Meaning.ArgumentsDelta.class, response::argumentsDelta);
    row(Meaning.ArgumentsDone.class, response::argumentsDone);
  }

  private void about(SpeechFrames speech) {
    row(Meaning.PartAdded.class, speech::partAdded);
    row(Meaning.PartDone.class, speech::partDone);
    row(Meaning.TextDelta.class, speech::textDelta);
    row(Meaning.AudioDelta.class, speech::audioDelta);
    row(Meaning.AudioDone.class, speech::audioDone);
    row(Meaning.TranscriptDelta.class, speech::transcriptDelta);
    row(Meaning.TranscriptDone.class, speech::transcriptDone);
  }

  private void about(ToolFrames tools) {
    row(Meaning.McpToolsListed.class, tools::listed);
    row(Meaning.McpArgumentsDelta.class, tools::argumentsDelta);
    row(Meaning.McpArgumentsDone.class, tools::argumentsDone);
    row(Meaning.McpCalled.class, tools::called);
  }

  private <M extends Meaning> void row(Class<M> kind, Function<M, ObjectNode> writer) {
    rows.put(kind, meaning -> writer.apply(kind.cast(meaning)));
  }

  @Override
  public ObjectNode write(Meaning meaning) {
    Function<Meaning, ObjectNode> writer = rows.get(meaning.getClass());
    if (writer == null) {
      throw new IllegalArgumentException(
          "nobody writes %s; add its row to WireShape".formatted(meaning));
    }
    return writer.apply(meaning);
  }
}
