package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What clients do to the items of the conversation: create, delete, truncate. */
final class Items {
  private final Stage stage;
  private final News news;
  private final Answering answering;
  private final Listening listening;

  Items(Stage stage, News news, Answering answering, Listening listening) {
    this.stage = stage;
    this.news = news;
    this.answering = answering;
    this.listening = listening;
  }

  void create(ClientEvent event) {
    int most = stage.setup().lifespan().items();
    if (stage.log().size() >= most) {
      stage.refuse(stage.setup().refusals().tooManyItems(most, event.eventId()));
      return;
    }
    JsonNode item = event.json().path("item");
    Optional<String> given = item.path("id").stringValueOpt().filter(id -> !id.isEmpty());
    if (given.filter(stage.log()::has).isPresent()) {
      stage.refuse(stage.setup().refusals().knownItem(given.get(), event.eventId()));
      return;
    }
    String type = item.path("type").asString("");
    switch (type) {
      case "message" -> message(event, given);
      case "function_call" -> call(event, given);
      case "function_call_output" -> output(event, given);
      case "force_message" -> force(item, given);
      default -> {
        String message = "The item type \"%s\" is not known.".formatted(type);
        stage.refuse(stage.setup().refusals().invalid("item.type", message, event.eventId()));
      }
    }
  }

  private void message(ClientEvent event, Optional<String> given) {
    JsonNode item = event.json().path("item");
    String role = item.path("role").asString("user");
    List<Item.Content> content = content(item.path("content"));
    Item.Message message = new Item.Message(newId(given), Item.Status.COMPLETED, role, content);
    Optional<String> previous = add(message, event);
    stage.say(id -> new Meaning.ItemAdded(id, message, previous));
    stage.resumption().said(message);
    if (role.equals("user")) {
      stage.log().ofUser(message.id());
      news.typed(words(content));
    } else {
      news.nudge();
    }
  }

  private Optional<String> add(Item item, ClientEvent event) {
    return event
        .json()
        .path("previous_item_id")
        .stringValueOpt()
        .map(id -> stage.log().addAfter(item, id))
        .orElseGet(() -> stage.log().add(item));
  }

  private String newId(Optional<String> given) {
    return given.orElseGet(stage.ids()::uuid);
  }

  private static List<Item.Content> content(JsonNode parts) {
    List<Item.Content> content = new ArrayList<>();
    parts.forEach(part -> content.add(Item.Content.of(part)));
    return content;
  }

  private static String words(List<Item.Content> content) {
    return content.stream().map(Item.Content::words).collect(Collectors.joining(" ")).strip();
  }

  /** The echo loses the arguments (live-behaviour.md 1.4). */
  private void call(ClientEvent event, Optional<String> given) {
    JsonNode item = event.json().path("item");
    String callId =
        item.path("call_id")
            .stringValueOpt()
            .orElseGet(() -> "call-%s-0".formatted(newId(Optional.empty())));
    String tool = item.path("name").asString("");
    Item.Call call =
        new Item.Call(
            newId(given), Item.Status.COMPLETED, callId, tool, item.path("arguments").asString(""));
    add(call, event);
    stage.log().calls().add(callId, tool);
    Item.Call shown = new Item.Call(call.id(), call.status(), callId, tool, "");
    stage.say(id -> new Meaning.ItemAdded(id, shown, Optional.empty()));
  }

  private void output(ClientEvent event, Optional<String> given) {
    JsonNode item = event.json().path("item");
    String callId = item.path("call_id").asString("");
    Optional<CalledTools.Called> call = stage.log().calls().find(callId);
    if (call.isEmpty() && stage.dialect().unknownCall() == Dialect.UnknownCall.REFUSED) {
      stage.refuse(stage.setup().refusals().unknownCall(callId, event.eventId()));
      return;
    }
    String returned = item.path("output").asString("");
    Item.Output output = new Item.Output(newId(given), Item.Status.COMPLETED, callId, returned);
    add(output, event);
    stage.say(id -> new Meaning.ItemAdded(id, output, Optional.empty()));
    CalledTools.Called answered = call.orElse(new CalledTools.Called(callId, ""));
    news.returned(new Cue.ToolOutput(answered.id(), answered.tool(), returned));
  }

  /** Is an answer by itself (live-behaviour.md 2.11). */
  private void force(JsonNode item, Optional<String> given) {
    String words = words(content(item.path("content")));
    Optional<String> voice =
        item.path("voice").stringValueOpt().filter(id -> !id.isBlank()).map(Voices::id);
    answering.begin(ReplyOrder.forced(words, given, voice));
    if (!item.path("interruptible").booleanValue(true)) {
      Duration playing =
          Diction.of(stage.setup().voice(), voice, stage.configuration()).lasting(words);
      Duration begins = stage.agenda().now().plus(stage.pace().item()).plus(stage.pace().sound());
      listening.beDeafUntil(begins.plus(playing));
    }
  }

  void delete(ClientEvent event) {
    String itemId = event.json().path("item_id").asString("");
    if (stage.log().remove(itemId)) {
      stage.resumption().unsaid(itemId);
      stage.say(id -> new Meaning.ItemDeleted(id, itemId));
    } else {
      stage.refuse(stage.setup().refusals().unknownItem(event.eventId()));
    }
  }

  /** Shows an item again; only some profiles have the event (decisions.md "Errors"). */
  void retrieve(ClientEvent event) {
    String itemId = event.json().path("item_id").asString("");
    stage
        .log()
        .find(itemId)
        .ifPresentOrElse(
            item -> stage.say(id -> new Meaning.ItemRetrieved(id, item)),
            () -> stage.refuse(stage.setup().refusals().unknownItem(event.eventId())));
  }

  /** Cuts what was spoken; only what is over can be cut (decisions.md "Orders"). */
  void truncate(ClientEvent event) {
    String itemId = event.json().path("item_id").asString("");
    int part = event.json().path("content_index").asInt(0);
    long end = event.json().path("audio_end_ms").asLong(0);
    Optional<String> obstacle = obstacle(itemId, part);
    if (obstacle.isPresent()) {
      stage.refuse(
          stage.setup().refusals().cannotTruncate(itemId, obstacle.get(), event.eventId()));
      return;
    }
    String kept = cut(itemId, Duration.ofMillis(end));
    stage.say(id -> new Meaning.ItemTruncated(id, itemId, part, end, kept));
  }

  private Optional<String> obstacle(String itemId, int part) {
    Optional<Item> item = stage.log().find(itemId);
    if (item.isEmpty()) {
      return Optional.of(
          "the conversation holds none; an answer that is broken off leaves none behind");
    }
    if (item.get().status() == Item.Status.IN_PROGRESS) {
      return Optional.of("it is still being spoken");
    }
    if (part != 0) {
      return Optional.of("it has no content at index %d".formatted(part));
    }
    return stage.log().sound(itemId).isZero() ? Optional.of("it has no sound") : Optional.empty();
  }

  private String cut(String itemId, Duration end) {
    Duration sound = stage.log().sound(itemId);
    Item.Message item = (Item.Message) stage.log().find(itemId).orElseThrow();
    String words = words(item.content());
    double share = Math.min(1, end.toNanos() / (double) sound.toNanos());
    String kept = Phrases.firstWords(words, (int) (Phrases.countWords(words) * share));
    Item.Content content = item.content().get(0);
    List<Item.Content> rest = List.of(new Item.Content(content.type(), content.form(), kept));
    Duration remaining = end.compareTo(sound) < 0 ? end : sound;
    Item.Message shorter = new Item.Message(itemId, item.status(), item.role(), rest);
    stage.log().change(shorter, remaining);
    stage.resumption().said(shorter);
    return kept;
  }
}
