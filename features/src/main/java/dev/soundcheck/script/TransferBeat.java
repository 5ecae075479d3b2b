package dev.soundcheck.script;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The client transfers the call, over HTTP.
 *
 * @param ringing how long it takes
 * @param transfer how it ends
 */
record TransferBeat(Line line, String target, Duration ringing, Transfer transfer) implements Beat {
  /** What a line says about a transfer; alone it means nothing. */
  record Answer(Line line, Duration ringing, Optional<Transfer> transfer) implements Remark {
    @Override
    public Side side() {
      return Side.SERVER;
    }
  }

  @Override
  public Side side() {
    return Side.CLIENT;
  }

  @Override
  public Optional<Beat> joined(Beat next) {
    return next instanceof Answer answer
        ? Optional.of(
            new TransferBeat(
                line, target, ringing.plus(answer.ringing()), answer.transfer().orElse(transfer)))
        : Optional.empty();
  }

  @Override
  public boolean byServer(Stage stage) {
    if (stage.to().callDue == null) {
      if (!new ClientEventBeat(line, Seen.REFER, asked()).byServer(stage)) {
        return false;
      }
      if (stage.to().owed) {
        return true;
      }
      stage.to().callDue = stage.now().plus(ringing);
    }
    Duration due = stage.to().callDue;
    if (due != null && stage.now().compareTo(due) < 0) {
      return stage.passesUntil(line, due);
    }
    stage.to().callDue = null;
    stage.act(new Act.AnswerTransfer(transfer));
    return true;
  }

  private ObjectNode asked() {
    return JsonNodeFactory.instance.objectNode().put("target_uri", target);
  }

  /** Asks, and checks the answer once it is there. */
  @Override
  public boolean byClient(Stage stage) {
    if (stage.to().callDue == null) {
      stage.to().callDue = stage.now();
      stage.act(new Act.Refer(target));
      stage.progressedUntil(stage.now().plus(ringing));
    }
    int status = transfer.outcome().status();
    Optional<ObjectNode> answer =
        stage
            .hearing()
            .takeFromServer(Seen.REFERRED, JsonNodeFactory.instance.objectNode())
            .map(ObjectNode.class::cast);
    if (answer.isEmpty()) {
      return stage.waitsWithin(line, "an answer to the transfer");
    }
    stage.to().callDue = null;
    if (answer.get().path("status").asInt(0) != status) {
      stage.unmet(line.unmet("the transfer answered with " + status, answer.get().toString()));
    }
    return true;
  }

  @Override
  public Set<String> types() {
    return Set.of(Seen.REFER, Seen.REFERRED);
  }
}
