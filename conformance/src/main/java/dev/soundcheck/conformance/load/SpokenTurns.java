package dev.soundcheck.conformance.load;

/**
 * A user who speaks in real time into a microphone that is always open: speech, then silence until
 * the answer is heard to its end, then speech again. A chunk is sent when it is full.
 */
final class SpokenTurns implements Turns {
  /** How much of an answer is heard before it is broken into. */
  private static final long HEARD_FIRST = 1_000_000_000L;

  private final Speaker speaker;
  private final Clockwork clockwork;
  private final Reply reply;
  private final Tallies tallies;
  private final Mouth mouth;
  private final long chunk;
  private Phase phase = Phase.QUIET;
  private long nextChunk = Talker.NEVER;
  private int spoken;
  private long since;
  private long deadline = Talker.NEVER;
  private boolean breaksIn;
  private long onset;
  private boolean unnoticed;
  private boolean cutting;

  private enum Phase {
    QUIET,
    SPEAKING,
    WAITING
  }

  /**
   * What all who speak in a load have in common.
   *
   * @param manual whether turns are ended by hand
   * @param patience how long an answer is waited for, in nanoseconds
   */
  record Speaker(Speech speech, boolean manual, Phrases phrases, long patience) {}

  SpokenTurns(Speaker speaker, Clockwork clockwork, Reply reply, Tallies tallies, Mouth mouth) {
    this.speaker = speaker;
    this.clockwork = clockwork;
    this.reply = reply;
    this.tallies = tallies;
    this.mouth = mouth;
    this.chunk = speaker.speech().chunk().toNanos();
  }

  @Override
  public void begin(long now) {
    clockwork.start(now);
    nextChunk = now + chunk;
  }

  @Override
  public void hear(long now, Glance event) {
    switch (event.type()) {
      case "response.created" -> reply.created();
      case "response.done" -> done(now);
      case "input_audio_buffer.speech_started" -> noticed(now);
      default -> delta(now, event);
    }
  }

  private void delta(long now, Glance event) {
    if (Reply.isSound(event.type()) && reply.delta(now, event) && phase == Phase.WAITING) {
      tallies.now().time(Measure.FIRST_DELTA, now - since);
    }
  }

  private void noticed(long now) {
    if (unnoticed) {
      unnoticed = false;
      tallies.now().time(Measure.NOTICED, now - onset);
    }
  }

  private void done(long now) {
    reply.done();
    if (cutting) {
      cutting = false;
      tallies.now().time(Measure.STOPPED, now - onset);
    } else if (phase == Phase.SPEAKING) {
      tallies.now().error("answered before the user had finished");
    } else if (phase == Phase.WAITING) {
      answered(now);
    }
  }

  private void answered(long now) {
    phase = Phase.QUIET;
    deadline = Talker.NEVER;
    tallies.now().time(Measure.TURN, now - since);
    tallies.now().turn();
    if (!clockwork.over(Math.max(now, reply.playedUntil()))) {
      mouth.hangUp();
    }
  }

  @Override
  public void advance(long now) {
    if (now >= deadline) {
      tallies.now().error("no answer in time");
      mouth.hangUp();
      return;
    }
    while (now >= nextChunk) {
      chunk(nextChunk - chunk);
      nextChunk += chunk;
    }
  }

  /** The chunk that began then is full. */
  private void chunk(long from) {
    if (breaksIn(from)) {
      breakIn(from);
    } else if (isTurn(from)) {
      long due = clockwork.begin();
      speak(from, clockwork.isOpen() ? due : from);
    }
    if (phase == Phase.SPEAKING) {
      say();
    } else {
      mouth.say(speaker.speech().silence());
    }
  }

  private boolean isTurn(long from) {
    boolean free = phase == Phase.QUIET && !reply.going();
    return free && from >= Math.max(clockwork.due(), reply.playedUntil());
  }

  private boolean breaksIn(long from) {
    boolean heard = reply.begun() && from >= reply.firstAt() + HEARD_FIRST;
    return breaksIn && phase != Phase.SPEAKING && heard && from < reply.playedUntil();
  }

  private void breakIn(long from) {
    cutting = reply.going();
    clockwork.begin();
    speak(from, from);
    onset = from + speaker.speech().begins().toNanos();
    unnoticed = true;
  }

  /** Begins to speak; how long an answer takes is counted as if this had been then. */
  private void speak(long from, long counted) {
    Speech speech = speaker.speech();
    phase = Phase.SPEAKING;
    spoken = 0;
    since = counted + speech.ends().toNanos();
    deadline = from + speech.appends().size() * chunk + speaker.patience();
    breaksIn = clockwork.breaksIn();
  }

  private void say() {
    mouth.say(speaker.speech().appends().get(spoken));
    spoken++;
    if (spoken == speaker.speech().appends().size()) {
      phase = Phase.WAITING;
      if (speaker.manual()) {
        mouth.say(speaker.phrases().commit());
        mouth.say(speaker.phrases().respond());
      }
    }
  }

  @Override
  public long wakeAt() {
    return Math.min(nextChunk, deadline);
  }
}
