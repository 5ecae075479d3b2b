package dev.soundcheck.server.session;

import dev.soundcheck.schemas.EventType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The client's events, taken one after another: none overtakes one that takes longer. */
final class Inbox {
  /** What an event does, and how long that takes. */
  private record Work(Consumer<ClientEvent> what, boolean takesTime) {}

  private final Stage stage;
  private final Answering answering;
  private final Listening listening;
  private final News news;
  private final Silence silence;
  private final Map<EventType, Work> work = new EnumMap<>(EventType.class);
  private final McpServers servers;
  private Duration free = Duration.ZERO;

  Inbox(Stage stage, Answering answering, Listening listening, News news, Silence silence) {
    this.stage = stage;
    this.answering = answering;
    this.listening = listening;
    this.news = news;
    this.servers = new McpServers(stage);
    this.silence = silence;
    Items items = new Items(stage, news, answering, listening);
    work.put(EventType.SESSION_UPDATE, new Work(this::update, true));
    work.put(EventType.INPUT_AUDIO_BUFFER_APPEND, new Work(listening::append, false));
    work.put(EventType.INPUT_AUDIO_BUFFER_COMMIT, new Work(listening::commit, false));
    work.put(EventType.INPUT_AUDIO_BUFFER_CLEAR, new Work(event -> listening.clear(), false));
    work.put(EventType.CONVERSATION_ITEM_CREATE, new Work(event -> add(items, event), true));
    work.put(EventType.CONVERSATION_ITEM_DELETE, new Work(items::delete, true));
    work.put(EventType.CONVERSATION_ITEM_TRUNCATE, new Work(items::truncate, true));
    work.put(EventType.CONVERSATION_ITEM_RETRIEVE, new Work(items::retrieve, false));
    work.put(EventType.RESPONSE_CREATE, new Work(this::create, true));
    work.put(EventType.RESPONSE_CANCEL, new Work(this::cancel, false));
  }

  /** The MCP servers that updates named. */
  McpServers servers() {
    return servers;
  }

  void take(ClientEvent event) {
    Work wanted = work.get(event.type());
    if (wanted == null) {
      Refusals refusals = stage.setup().refusals();
      String why = "Clients do not send \"%s\".".formatted(event.type().wire());
      take(() -> stage.refuse(refusals.unknownEvent(why, event.eventId())));
      return;
    }
    Duration needed = wanted.takesTime() ? needed(event.type()) : Duration.ZERO;
    inTurn(needed, () -> wanted.what().accept(event));
  }

  /** Anything else that comes from the client. */
  void take(Runnable what) {
    inTurn(Duration.ZERO, what);
  }

  private Duration needed(EventType type) {
    return type == EventType.SESSION_UPDATE
        ? stage.somewhere(stage.pace().updated())
        : stage.pace().request();
  }

  private void inTurn(Duration needed, Runnable what) {
    Duration at = stage.agenda().now().plus(needed);
    free = at.compareTo(free) > 0 ? at : free;
    stage.agenda().at(free, what);
  }

  private void add(Items items, ClientEvent event) {
    silence.beginsAnew();
    items.create(event);
  }

  private void update(ClientEvent event) {
    Refusals refusals = stage.setup().refusals();
    Update update = new Update(stage.configuration(), event.json().path("session"), refusals);
    Configuration merged = update.merged();
    Optional<Refusal> refusal = update.refusal();
    if (refusal.isPresent()) {
      stage.refuse(refusal.get().about(event.eventId()));
      return;
    }
    stage.configure(merged);
    stage.resumption().update(event.json().path("session"));
    stage.say(id -> new Meaning.SessionUpdated(id, merged));
    listening.configured();
    servers.configured(merged);
  }

  /** Five cases, in the order of decisions.md "response.create". */
  private void create(ClientEvent event) {
    Optional<ObjectNode> wish = ReplyOrder.wish(event.json());
    Optional<Reply> active = answering.active();
    if (active.isPresent()) {
      Refusals refusals = stage.setup().refusals();
      stage.refuse(refusals.activeResponse(active.get().id(), event.eventId()));
    } else if (!listening.claims(wish) && isWanted()) {
      Cue.Asked turn = news.asTurn();
      stage.ask(turn, answer -> answered(turn, answer, wish));
    }
  }

  private boolean isWanted() {
    return news.any() || stage.dialect().idleCreate() == Dialect.IdleCreate.ANSWERED;
  }

  private void answered(Cue.Asked turn, Optional<Intent.Answer> answer, Optional<ObjectNode> wish) {
    answer.ifPresentOrElse(
        given -> answering.begin(ReplyOrder.answering(given, in(turn), wish)), news::nudge);
  }

  private static UsageMeter.In in(Cue.Asked turn) {
    return turn.kind() == Cue.Kind.SPOKEN
        ? UsageMeter.spoken(turn.words(), turn.spoken())
        : UsageMeter.typed(turn.words());
  }

  private void cancel(ClientEvent event) {
    Optional<String> meant = event.json().path("response_id").stringValueOpt();
    if (answering.cancel(meant)) {
      news.nudge();
    } else {
      stage.refuse(stage.setup().refusals().nothingToCancel(event.eventId()));
    }
  }
}
