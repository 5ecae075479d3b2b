package dev.soundcheck.conformance.load;

/** Sets a session up as soon as the server greets, then takes turns. */
final class Conversation implements Talker {
  private final byte[] update;
  private final Turns turns;
  private final Tallies tallies;
  private final Mouth mouth;
  private final long due;
  private final long deadline;
  private long updatedAt = NEVER;
  private boolean greeted;
  private boolean ready;

  /**
   * A session that was due to be dialled then.
   *
   * @param update its {@code session.update}
   * @param patience how long it may take until the session is set up
   */
  Conversation(byte[] update, Turns turns, Tallies tallies, Mouth mouth, long due, long patience) {
    this.update = update;
    this.turns = turns;
    this.tallies = tallies;
    this.mouth = mouth;
    this.due = due;
    this.deadline = due + patience;
  }

  @Override
  public void hear(long now, Glance event) {
    if (event.type().equals("error")) {
      tallies.now().error("error " + event.code().orElse("without a code"));
    }
    if (ready) {
      turns.hear(now, event);
    } else {
      setUp(now, event.type());
    }
  }

  private void setUp(long now, String type) {
    if (type.equals("session.created") && !greeted) {
      greeted = true;
      tallies.now().time(Measure.CONNECT, now - due);
      updatedAt = now;
      mouth.say(update);
    } else if (type.equals("session.updated") && greeted) {
      ready = true;
      tallies.now().time(Measure.SETUP, now - updatedAt);
      turns.begin(now);
    }
  }

  @Override
  public void advance(long now) {
    if (ready) {
      turns.advance(now);
    } else if (now >= deadline) {
      tallies.now().error(greeted ? "no session.updated in time" : "no session.created in time");
      mouth.hangUp();
    }
  }

  @Override
  public long wakeAt() {
    return ready ? turns.wakeAt() : deadline;
  }
}
