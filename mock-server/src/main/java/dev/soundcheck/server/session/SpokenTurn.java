package dev.soundcheck.server.session;

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
  private Optional<ObjectNode> metadata = Optional.empty();
  private boolean wantsAnswer = true;
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
  static void reportPartial(Stage stage, String itemId, Optional<String> words) {
    words.ifPresent(
        some -> {
          stage.say(event -> new Meaning.TranscriptUpdated(event, itemId, some));
          stage.say(
              event ->
                  new Meaning.TranscriptCompleted(event, itemId, some, Item.Status.IN_PROGRESS));
        });
  }

  /** The detector heard the end. */
  void endBySilence() {
    switch (stage.dialect().turnOrder()) {
      case RESPONSE_FIRST -> {
        reportLastPartial();
        ask(this::closeAfterResponse);
      }
      case TRANSCRIPT_FIRST -> {
        reportLastPartial();
        closeBeforeResponse();
      }
    }
  }

  /** The client said that it is the end. */
  void endByCommit(Optional<ObjectNode> givenMetadata, boolean answers) {
    metadata = givenMetadata;
    wantsAnswer = answers;
    stage.agenda().in(stage.pace().commit(), this::closeBeforeResponse);
  }

  /** A {@code response.create} for the answer that is coming anyway; false when it is too late. */
  boolean join(Optional<ObjectNode> givenMetadata) {
    if (asked || !wantsAnswer) {
      return false;
    }
    metadata = givenMetadata.or(() -> metadata);
    return true;
  }

  void forgoAnswer() {
    wantsAnswer = false;
  }

  private void report(List<Transcript.Report> told) {
    for (Transcript.Report one : told) {
      if (one.bare()) {
        completed(one.words(), Item.Status.IN_PROGRESS);
      } else {
        reportPartial(stage, utterance.itemId(), Optional.of(one.words()));
      }
    }
  }

  private void reportLastPartial() {
    utterance.toldWhileSpeaking().ifPresentOrElse(this::report, this::reportOwnLastPartial);
  }

  private void reportOwnLastPartial() {
    if (!stage.configuration().partialTranscripts()) {
      return;
    }
    boolean first = utterance.nothingShown();
    String words = utterance.lastPartial();
    if (first) {
      reportPartial(stage, utterance.itemId(), Optional.of(words));
    }
    if (stage.dialect().lastPartial() == Dialect.LastPartial.BARE_REPEAT) {
      completed(words, Item.Status.IN_PROGRESS);
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
      reportPartial(stage, utterance.itemId(), Optional.of(utterance.almostAll()));
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
      return;
    }
    asked = true;
    stage.ask(news.asTurn(utterance.words(), utterance.lasting(), utterance.interrupting()), then);
  }

  private Reply open(Intent.Answer answer) {
    UsageMeter.In in = UsageMeter.spoken(utterance.words(), heard);
    return answering.open(ReplyOrder.answering(answer, in, metadata));
  }

  private void commit() {
    String id = utterance.itemId();
    stage.say(event -> new Meaning.SpeechStopped(event, id, shownEnd));
    stage.say(event -> new Meaning.Committed(event, id, utterance.previousOfUser()));
    Item.Message whole =
        new Item.Message(
            id, Item.Status.COMPLETED, "user", List.of(Item.Content.inputAudio(utterance.words())));
    stage.log().change(whole, utterance.lasting());
  }

  private void finish() {
    completed(utterance.words(), Item.Status.COMPLETED);
  }

  private void completed(String words, Item.Status status) {
    stage.say(event -> new Meaning.TranscriptCompleted(event, utterance.itemId(), words, status));
  }
}
