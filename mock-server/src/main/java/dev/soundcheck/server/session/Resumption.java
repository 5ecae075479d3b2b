package dev.soundcheck.server.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Goes on with a conversation of an earlier connection, and leaves this one for a later
 * (live-behaviour.md 2.12). Both connections have to enable it.
 *
 * <pre>
 * open with a known id ----> same conversation id, nothing said about its items
 * update that enables it --> conversation.item.added for what the assistant said, before the echo;
 *                            from now on what it says is kept
 * </pre>
 */
final class Resumption {
  private static final String ASSISTANT = "assistant";

  private final Stage stage;
  private final UsageMeter meter;
  private final Map<String, String> untold = new LinkedHashMap<>();
  private Optional<Memory.Kept> before = Optional.empty();
  private String conversationId = "";
  private boolean enabled;

  Resumption(Stage stage, UsageMeter meter) {
    this.stage = stage;
    this.meter = meter;
  }

  /** The conversation of this connection: the one asked for if it is still known, else a new. */
  String open(String newId) {
    Optional<String> asked = stage.setup().past().conversation();
    before = asked.flatMap(id -> memory().recall(id, stage.wall()));
    before.ifPresent(kept -> meter.goOnFrom(kept.billed()));
    conversationId =
        before.flatMap(kept -> asked).or(() -> stage.setup().past().call()).orElse(newId);
    return conversationId;
  }

  private Memory memory() {
    return stage.setup().past().memory();
  }

  /** A {@code session.update}; replays before it is echoed. */
  void update(JsonNode session) {
    JsonNode wanted = session.path("resumption").path("enabled");
    boolean was = enabled;
    enabled = wanted.booleanValue(enabled);
    if (enabled && !was) {
      bill();
      before.ifPresent(kept -> kept.lines().forEach(this::replay));
      before = Optional.empty();
      untold.forEach(this::keep);
      untold.clear();
    }
  }

  private void replay(Memory.Line line) {
    Item.Content words = new Item.Content("text", Item.Content.Form.TEXT, line.words());
    String id = stage.ids().uuid();
    Item.Message item = new Item.Message(id, Item.Status.COMPLETED, ASSISTANT, List.of(words));
    Optional<String> previous = stage.log().add(item);
    stage.say(event -> new Meaning.ItemReplayed(event, item, previous));
    memory().forget(conversationId, line.itemId());
    keep(id, line.words());
  }

  /** A message is complete, or was cut. */
  void said(Item.Message message) {
    if (!message.role().equals(ASSISTANT)) {
      return;
    }
    String words =
        String.join(" ", message.content().stream().map(Item.Content::words).toList()).strip();
    if (enabled) {
      keep(message.id(), words);
    } else {
      untold.put(message.id(), words);
    }
  }

  /** An item was deleted. */
  void unsaid(String itemId) {
    untold.remove(itemId);
    memory().forget(conversationId, itemId);
  }

  /** An answer is over. */
  void bill() {
    if (enabled) {
      memory().bill(conversationId, meter.billed(stage.agenda().now()), stage.wall());
    }
  }

  private void keep(String itemId, String words) {
    memory().keep(conversationId, new Memory.Line(itemId, words), stage.wall());
  }

  @Override
  public String toString() {
    return enabled ? "conversation kept" : "conversation not kept";
  }
}
