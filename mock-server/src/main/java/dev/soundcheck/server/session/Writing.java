package dev.soundcheck.server.session;

import dev.soundcheck.server.session.Item.Content.Form;
import dev.soundcheck.server.session.Item.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One written part of an answer as it goes out (events.yaml, {@code response.output_text.delta}).
 */
final class Writing implements Telling {
  private final Stage stage;
  private final Reply reply;
  private final String itemId;
  private final Deque<String> pieces = new ArrayDeque<>();
  private final StringBuilder written = new StringBuilder();

  Writing(Stage stage, Reply reply, String itemId, String words) {
    this.stage = stage;
    this.reply = reply;
    this.itemId = itemId;
    for (String sentence : Phrases.sentences(words)) {
      pieces.addAll(Phrases.cut(sentence, stage.ids().random().nextDouble()));
    }
  }

  @Override
  public String itemId() {
    return itemId;
  }

  @Override
  public void begin() {
    reply.open(item(Status.IN_PROGRESS, List.of()), Form.TEXT);
  }

  @Override
  public Optional<Duration> beat() {
    String piece = pieces.poll();
    if (piece == null) {
      return Optional.empty();
    }
    written.append(piece);
    reply.said(piece);
    stage.say(event -> new Meaning.TextDelta(event, reply.id(), itemId, piece));
    return Optional.of(pieces.isEmpty() ? Duration.ZERO : stage.somewhere(stage.pace().gap()));
  }

  @Override
  public Item end(Status status) {
    String words = written.toString();
    Item.Message whole = item(status, List.of(Item.Content.text(words)));
    stage.say(event -> new Meaning.PartDone(event, reply.id(), itemId, Form.TEXT, words));
    stage.say(event -> new Meaning.OutputItemDone(event, reply.id(), whole));
    stage.resumption().said(whole);
    stage.log().change(whole, Duration.ZERO);
    return whole;
  }

  private Item.Message item(Status status, List<Item.Content> content) {
    return new Item.Message(itemId, status, "assistant", content);
  }

  @Override
  public double seconds() {
    return 0;
  }

  @Override
  public double secondsAhead() {
    return 0;
  }
}
