package dev.soundcheck.server.session;

import dev.soundcheck.server.session.Reporting.Partials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Speech that is over: says so in the dialect's order, and asks for an answer. */
final class SpokenTurn {
  private final Stage stage;
  private final Answering answering;
  private final News news;
  private final Utterance utterance;
  private final Duration shownEnd;
  private final Duration heard;
  private Optional<ObjectNode> wish = Optional.empty();
  private boolean wantsAnswer = true;
  private boolean leftToClient;
  private boolean asked;

  /**
   * A turn.
   *
   * @param shownEnd what {@code audio_end_ms} shows
   * @param heard sound sent since the last commit
   */
  SpokenTurn(
      Stage stage,
      Answering answering,
      News news,
      Utterance utterance,
      Duration shownEnd,
      Duration heard) {
    this.stage = stage;
    this.answering = answering;
    this.news = news;
    this.utterance = utterance;
    this.shownEnd = shownEnd;
    this.heard = heard;
  }

  /** Words so far, and the same as a transcript that is not finished (live-behaviour.md 4). */
  static void reportPartial(Stage stage, Utterance utterance, Optional<String> words) {
    Partials partials = stage.dialect().reporting().partials();
    if (words.isEmpty() || partials == Partials.NONE) {
      return;
    }
    stage.say(event -> new Meaning.TranscriptUpdated(event, utterance.itemId(), words.get()));
    if (partials == Partials.PAIRED) {
      completed(stage, utterance, words.get(), Item.Status.IN_PROGRESS);
    }
  }

  /** The detector heard the end. */
  void endBySilence() {
    if (stage.dialect().autoAnswer() == Dialect.AutoAnswer.AS_SET
        && !stage.configuration().createsResponse()) {
      leaveToClient();
    }
    reportLastPartial();
    if (wantsAnswer && stage.dialect().turnOrder() == Dialect.TurnOrder.RESPONSE_FIRST) {
      ask(this::closeAfterResponse);
    } else {
      closeBeforeResponse();
    }
  }

  private void leaveToClient() {
    wantsAnswer = false;
    leftToClient = true;
  }

  /** The client said that it is the end. */
  void endByCommit(Optional<ObjectNode> given, boolean answers) {
    wish = given;
    if (!answers) {
      leaveToClient();
    }
    stage.agenda().in(stage.pace().commit(), this::closeBeforeResponse);
  }

  /** A {@code response.create} for the answer that is coming anyway; false when it is too late. */
  boolean join(Optional<ObjectNode> given) {
    if (asked || !(wantsAnswer || leftToClient)) {
      return false;
    }
    wantsAnswer = true;
    wish = given.or(() -> wish);
    return true;
  }

  void forgoAnswer() {
    wantsAnswer = false;
    leftToClient = false;
  }

  private void report(List<Transcript.Report> told) {
    for (Transcript.Report one : told) {
      if (one.bare()) {
        repeatBare(one.words());
      } else {
        reportPartial(stage, utterance, Optional.of(one.words()));
      }
    }
  }

  private void repeatBare(String words) {
    if (stage.dialect().reporting().partials() == Partials.PAIRED) {
      completed(stage, utterance, words, Item.Status.IN_PROGRESS);
    }
  }

  private void reportLastPartial() {
    utterance.toldWhileSpeaking().ifPresentOrElse(this::report, this::reportOwnLastPartial);
  }

  private void reportOwnLastPartial() {
    if (!stage.configuration().partialTranscripts()) {
      return;
    }
    Optional<String> misheard = utterance.mishearing();
    while (misheard.isPresent()) {
      reportPartial(stage, utterance, misheard);
      misheard = utterance.mishearing();
    }
    boolean first = utterance.nothingShown();
    String words = utterance.lastPartial();
    if (first) {
      reportPartial(stage, utterance, Optional.of(words));
    }
    if (stage.dialect().lastPartial() == Dialect.LastPartial.BARE_REPEAT) {
      repeatBare(words);
    }
  }

  private void closeAfterResponse(Optional<Intent.Answer> answer) {
    Optional<Reply> reply = opened(answer);
    commit();
    utterance.toldWhenClosed().ifPresent(this::report);
    stage.agenda().in(stage.pace().transcript(), this::finish);
    reply.ifPresent(answering::start);
  }

  private void closeBeforeResponse() {
    commit();
    utterance.toldWhenClosed().ifPresentOrElse(this::report, this::reportOwnWhenClosed);
    stage.agenda().in(stage.pace().transcript(), this::finishThenAsk);
  }

  private void reportOwnWhenClosed() {
    boolean partial =
        stage.configuration().partialTranscripts()
            && stage.dialect().lastPartial() == Dialect.LastPartial.AFTER_COMMIT;
    if (partial) {
      reportPartial(stage, utterance, Optional.of(utterance.almostAll()));
    }
  }

  private void finishThenAsk() {
    finish();
    stage.agenda().in(stage.pace().response(), () -> ask(this::answer));
  }

  private void answer(Optional<Intent.Answer> answer) {
    opened(answer).ifPresent(answering::start);
  }

  /** Who waits with the answer can be asked again by {@code response.create}. */
  private Optional<Reply> opened(Optional<Intent.Answer> answer) {
    if (answer.isEmpty()) {
      news.nudge();
    }
    return answer.map(this::open);
  }

  private void ask(Consumer<Optional<Intent.Answer>> then) {
    if (!wantsAnswer) {
      handToNews();
      return;
    }
    asked = true;
    stage.ask(news.asTurn(utterance.words(), utterance.lasting(), utterance.interrupting()), then);
  }

  /** From now on {@code response.create} asks for the answer. */
  private void handToNews() {
    if (leftToClient) {
      asked = true;
      news.spoken(utterance.words(), utterance.lasting(), utterance.interrupting());
    }
  }

  private Reply open(Intent.Answer answer) {
    UsageMeter.In in = UsageMeter.spoken(utterance.words(), heard);
    return answering.open(ReplyOrder.answering(answer, in, wish));
  }

  private void commit() {
    String id = utterance.itemId();
    if (utterance.reported()) {
      stage.say(event -> new Meaning.SpeechStopped(event, id, shownEnd));
    }
    stage.say(event -> new Meaning.Committed(event, id, utterance.previousOfUser()));
    if (!utterance.reported()) {
      Item.Message item = item("");
      Optional<String> previous = stage.log().add(item);
      stage.log().ofUser(id);
      stage.say(event -> new Meaning.ItemAdded(event, item, previous));
    }
    stage.log().change(item(utterance.words()), utterance.lasting());
  }

  private Item.Message item(String words) {
    List<Item.Content> content = List.of(Item.Content.inputAudio(words));
    return new Item.Message(utterance.itemId(), Item.Status.COMPLETED, "user", content);
  }

  private void finish() {
    completed(stage, utterance, utterance.words(), Item.Status.COMPLETED);
  }

  private static void completed(
      Stage stage, Utterance utterance, String words, Item.Status status) {
    stage.say(
        event ->
            new Meaning.TranscriptCompleted(
                event, utterance.itemId(), words, status, utterance.lasting()));
  }
}
