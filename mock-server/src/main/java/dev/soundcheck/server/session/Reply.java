package dev.soundcheck.server.session;

import dev.soundcheck.server.session.Item.Status;
import dev.soundcheck.server.session.Reporting.AnswerItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it goes out.
 *
 * <pre>
 * announce -> response.created
 * start    -> for each part: an Utterance of the server, or a group of function call events
 *          -> response.done
 * breakOff -> nothing, or what the dialect leaves behind
 * </pre>
 */
final class Reply {
  private final Stage stage;
  private final UsageMeter meter;
  private final ReplyOrder order;
  private final Runnable over;
  private final String id;
  private final FunctionCalls calls;
  private Configuration configuration;
  private final McpCalls uses;
  private final List<Item> finished = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private Duration createdAt = Duration.ZERO;
  private int next;
  private double sent;
  private double made;
  private Duration playsUntil = Duration.ZERO;
  private @Nullable Telling speaking;
  private Agenda.@Nullable Task pending;

  Reply(Stage stage, UsageMeter meter, ReplyOrder order, Runnable over) {
    this.stage = stage;
    this.meter = meter;
    this.order = order;
    this.over = over;
    this.id = stage.ids().uuid();
    this.calls = new FunctionCalls(stage, id);
    this.configuration = stage.configuration();
    this.uses = new McpCalls(stage, id);
  }

  String id() {
    return id;
  }

  /** Says that there will be an answer. */
  void announce() {
    createdAt = stage.agenda().now();
    configuration = stage.configuration();
    stage.say(event -> new Meaning.ResponseCreated(event, id, order.metadata()));
  }

  /** Begins with the parts. */
  void start() {
    later(stage.pace().item(), this::nextPart);
  }

  /** Says that an item of the assistant's begins, with a part in it. */
  void open(Item.Message item, Item.Content.Form form) {
    stage.say(event -> new Meaning.OutputItemAdded(event, id, item));
    Optional<String> before = stage.log().add(item);
    if (stage.dialect().reporting().answerItems() == AnswerItems.IN_CONVERSATION_TOO) {
      stage.say(event -> new Meaning.ItemAdded(event, item, before));
    }
    stage.say(event -> new Meaning.PartAdded(event, id, item.id(), form));
  }

  private void later(Duration delay, Runnable what) {
    pending = stage.agenda().in(delay, what);
  }

  private void nextPart() {
    while (next < order.parts().size()) {
      Intent.Part part = order.parts().get(next++);
      if (part instanceof Intent.Call call) {
        finished.add(calls.say(call));
      } else {
        takeTimeFor(part);
        return;
      }
    }
    finish();
  }

  private void takeTimeFor(Intent.Part part) {
    if (part instanceof Intent.Search search) {
      later(search.lasting(), this::nextPart);
    } else if (part instanceof Intent.Use use) {
      Runnable end = uses.begin(use);
      later(stage.pace().item(), () -> goOnAfter(end));
    } else {
      speak(part);
    }
  }

  private void goOnAfter(Runnable end) {
    end.run();
    nextPart();
  }

  private void speak(Intent.Part part) {
    boolean first = finished.isEmpty();
    String item = first ? order.itemId().orElseGet(stage.ids()::uuid) : stage.ids().uuid();
    Telling begun = told(part, item);
    speaking = begun;
    begun.begin();
    later(stage.pace().sound(), () -> goOn(begun));
  }

  private Telling told(Intent.Part part, String item) {
    if (written()) {
      return new Writing(stage, this, item, part.words());
    }
    Diction diction = Diction.of(stage.setup().voice(), order.voice(), configuration);
    Spoken spoken = Spoken.of(part, diction, configuration.output().format(), stage.ids());
    return new Speaking(stage, this, item, spoken);
  }

  private boolean written() {
    return stage.dialect().textOnly() == Dialect.TextOnly.WRITTEN
        && order.textOnly().orElse(configuration.textOnly());
  }

  private void goOn(Telling told) {
    Optional<Duration> gap = told.beat();
    if (gap.isPresent()) {
      pending = stage.agenda().brieflyIn(gap.get(), () -> goOn(told));
    } else {
      close(told, Status.COMPLETED);
      nextPart();
    }
  }

  private void close(Telling told, Status status) {
    finished.add(told.end(status));
    made += told.seconds();
    speaking = null;
  }

  private void finish() {
    done(Status.COMPLETED, finished, made);
  }

  private void done(Status status, List<Item> output, double soundMade) {
    pending = null;
    Usage usage = meter.of(order.in(), words.toString(), soundMade, sent, stage.agenda().now());
    stage.say(
        event -> new Meaning.ResponseDone(event, id, status, output, order.metadata(), usage));
    stage.resumption().bill();
    over.run();
  }

  /** Whether sound goes as binary frames; fixed when the answer began (events.yaml, transport). */
  boolean binary() {
    return configuration.output().binary();
  }

  /** Time from {@code response.created} until now. */
  Duration latency() {
    return stage.agenda().now().minus(createdAt);
  }

  /** Whether no sound of this answer has gone out yet. */
  boolean unheard() {
    return sent == 0;
  }

  void sent(double seconds) {
    sent += seconds;
    Duration now = stage.agenda().now();
    Duration begins = playsUntil.compareTo(now) < 0 ? now : playsUntil;
    playsUntil = begins.plusNanos((long) (seconds * 1e9));
  }

  /** When a client that plays what it gets has played all; at once when it was broken off. */
  Duration playsUntil() {
    return playsUntil;
  }

  void said(String piece) {
    words.append(piece);
  }

  private boolean nothingBegun() {
    return finished.isEmpty() && speaking == null;
  }

  /** Stops, closing every part that was begun (decisions.md "Orders"). */
  void cancel() {
    stop();
    double soundMade = made + (speaking == null ? 0 : speaking.secondsAhead());
    Telling open = speaking;
    if (open != null) {
      close(open, Status.CANCELLED);
    }
    done(Status.CANCELLED, finished, soundMade);
  }

  /** Stops because the user speaks; under server VAD the dialect decides what is said about it. */
  void breakOff() {
    if (nothingBegun() && stage.dialect().unheard() == Dialect.Unheard.VANISHES) {
      vanish();
      return;
    }
    switch (stage.dialect().bargeIn()) {
      case CANCELLED -> cancel();
      case COMPLETED_EMPTY -> {
        stop();
        double soundMade = made + (speaking == null ? 0 : speaking.secondsAhead());
        forget();
        done(Status.COMPLETED, List.of(), soundMade);
      }
    }
  }

  /** Stops without a word. */
  void vanish() {
    stop();
    forget();
    over.run();
  }

  private void stop() {
    playsUntil = stage.agenda().now();
    if (pending != null) {
      stage.agenda().cancel(pending);
      pending = null;
    }
  }

  /** What nobody was told to be over does not anchor what follows (live-behaviour.md 2.3). */
  private void forget() {
    if (speaking != null) {
      stage.log().remove(speaking.itemId());
      speaking = null;
    }
  }

  @Override
  public String toString() {
    return "answer %s, part %d of %d, %.2f s sent".formatted(id, next, order.parts().size(), sent);
  }
}
