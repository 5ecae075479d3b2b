package dev.soundcheck.server.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a telephone. They become a text of the user's on {@code #}, after 2.5 s without
 * another, or when the caller speaks (live-behaviour.md 7.3); what that text is like:
 * docs/decisions/calls.md.
 */
final class Keypad {
  private static final Duration PATIENCE = Duration.ofMillis(2500);
  private static final String LAST = "#";

  private final Stage stage;
  private final Answering answering;
  private final News news;
  private final Silence silence;
  private final StringBuilder pressed = new StringBuilder();
  private Agenda.@Nullable Task flush;

  Keypad(Stage stage, Answering answering, News news, Silence silence) {
    this.stage = stage;
    this.answering = answering;
    this.news = news;
    this.silence = silence;
  }

  void press(String key) {
    stage.say(event -> new Meaning.KeyPressed(event, key, stage.wall()));
    pressed.append(key);
    silence.beginsAnew();
    forgetPatience();
    Duration wait = key.equals(LAST) ? Duration.ZERO : PATIENCE;
    flush = stage.agenda().in(wait, this::flushAndAsk);
  }

  private void forgetPatience() {
    if (flush != null) {
      stage.agenda().cancel(flush);
      flush = null;
    }
  }

  /** The caller speaks: what was pressed so far stands before that. */
  void flush() {
    forgetPatience();
    if (!pressed.isEmpty()) {
      String keys = pressed.toString();
      pressed.setLength(0);
      say(keys);
      news.typed(keys);
    }
  }

  private void flushAndAsk() {
    flush();
    Cue.Asked turn = news.asTurn();
    stage.ask(turn, answer -> answered(turn, answer));
  }

  private void answered(Cue.Asked turn, Optional<Intent.Answer> answer) {
    answer.ifPresentOrElse(
        given ->
            answering.begin(
                ReplyOrder.answering(given, UsageMeter.typed(turn.words()), Optional.empty())),
        news::nudge);
  }

  private void say(String keys) {
    Item.Content text = new Item.Content("input_text", Item.Content.Form.TEXT, keys);
    Item.Message item =
        new Item.Message(stage.ids().uuid(), Item.Status.COMPLETED, "user", List.of(text));
    Optional<String> previous = stage.log().add(item);
    stage.log().ofUser(item.id());
    stage.say(event -> new Meaning.ItemAdded(event, item, previous));
  }
}
