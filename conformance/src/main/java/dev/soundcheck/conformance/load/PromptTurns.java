package dev.soundcheck.conformance.load;

import java.util.List;

/**
 * A user whose turns are said at once: an item and {@code response.create}, or speech as fast as it
 * can be sent. The next follows when the answer is there.
 */
final class PromptTurns implements Turns {
  private final List<byte[]> said;
  private final Clockwork clockwork;
  private final Reply reply;
  private final Tallies tallies;
  private final Mouth mouth;
  private final long patience;
  private long since;
  private long deadline = Talker.NEVER;

  /**
   * Turns that are all alike.
   *
   * @param said the events of a turn
   * @param patience how long an answer is waited for, in nanoseconds
   */
  PromptTurns(
      List<byte[]> said,
      Clockwork clockwork,
      Reply reply,
      Tallies tallies,
      Mouth mouth,
      long patience) {
    this.said = said;
    this.clockwork = clockwork;
    this.reply = reply;
    this.tallies = tallies;
    this.mouth = mouth;
    this.patience = patience;
  }

  @Override
  public void begin(long now) {
    clockwork.start(now);
    advance(now);
  }

  @Override
  public void hear(long now, Glance event) {
    switch (event.type()) {
      case "response.created" -> reply.created();
      case "response.done" -> done(now);
      default -> delta(now, event);
    }
  }

  private void delta(long now, Glance event) {
    boolean part = Reply.isText(event.type()) || Reply.isSound(event.type());
    if (part && reply.delta(now, event) && waits()) {
      tallies.now().time(Measure.FIRST_DELTA, now - since);
    }
  }

  private void done(long now) {
    reply.done();
    if (waits()) {
      deadline = Talker.NEVER;
      tallies.now().time(Measure.TURN, now - since);
      tallies.now().turn();
      if (clockwork.over(now)) {
        advance(now);
      } else {
        mouth.hangUp();
      }
    }
  }

  @Override
  public void advance(long now) {
    if (waits()) {
      giveUpIf(now >= deadline);
    } else if (!reply.going() && now >= clockwork.due()) {
      since = clockwork.begin();
      deadline = now + patience;
      said.forEach(mouth::say);
    }
  }

  private void giveUpIf(boolean late) {
    if (late) {
      tallies.now().error("no answer in time");
      mouth.hangUp();
    }
  }

  private boolean waits() {
    return deadline != Talker.NEVER;
  }

  @Override
  public long wakeAt() {
    return waits() ? deadline : reply.going() ? Talker.NEVER : clockwork.due();
  }
}
