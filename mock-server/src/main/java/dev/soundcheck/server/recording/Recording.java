package dev.soundcheck.server.recording;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceAudio;
import dev.soundcheck.server.session.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A trace, read as a play for one of its sides. Safe for use by many threads: each {@link #begin}
 * starts the conversation anew, with ids of its own.
 */
public final class Recording {
  private final Origin own;
  private final Recital.Manner manner;
  private final Names names;
  private final List<Score> scores;

  private Recording(Origin own, Recital.Manner manner, Names names, List<Score> scores) {
    this.own = own;
    this.manner = manner;
    this.names = names;
    this.scores = List.copyOf(scores);
  }

  /**
   * Reads a trace.
   *
   * @param own the side to be played
   * @throws RecordingException when that side says nothing in it
   */
  public static Recording of(Trace trace, Origin own, Policy policy, Speed speed) {
    Sound sound = trace.header().audio() == TraceAudio.SHORTENED ? Sound.PIECES : Sound.BYTES;
    TreeMap<Integer, List<Observed>> connections = new TreeMap<>();
    for (Observed seen : trace.seen()) {
      connections.computeIfAbsent(seen.connection(), number -> new ArrayList<>()).add(seen);
    }
    List<Score> scores = new ArrayList<>();
    for (List<Observed> one : connections.values()) {
      Duration openedAt = scores.isEmpty() ? Duration.ZERO : one.get(0).at();
      scores.add(Score.of(one, own, sound, openedAt));
    }
    boolean says =
        scores.stream()
            .flatMap(score -> score.lines().stream())
            .anyMatch(line -> !(line.said() instanceof Observed.Closed));
    if (!says) {
      throw new RecordingException(
          "The trace of '%s' holds no message of the %s, so there is nothing to play."
              .formatted(trace.header().target(), own == Origin.SERVER ? "server" : "client"));
    }
    return new Recording(
        own, new Recital.Manner(policy, speed, sound), new Names(trace.seen()), scores);
  }

  /** How many connections the conversation has. */
  public int connections() {
    return scores.size();
  }

  /**
   * The conversation from its beginning; the same seed gives the same ids, but others than a
   * scenario that was recorded with that seed.
   */
  public Conversation begin(long seed) {
    Ids ids = new Ids(~new SplittableRandom(seed).nextLong());
    return new Conversation(new Bindings(own, names, ids));
  }

  /** One conversation: its connections follow each other and share their ids. */
  public final class Conversation {
    private final Bindings bindings;
    private int next;

    private Conversation(Bindings bindings) {
      this.bindings = bindings;
    }

    /** Whether there are connections left. */
    public synchronized boolean goesOn() {
      return next < scores.size();
    }

    /** Whether this id stands for something in it. */
    public boolean knows(String id) {
      return bindings.knows(id);
    }

    /**
     * What the recorded id of the conversation is called, and any other id in such text.
     *
     * @param recorded text of the recording
     */
    public String now(String recorded) {
      return bindings.nowText(recorded);
    }

    /**
     * The next connection, to be called only while there is one.
     *
     * @param number what it is called in what comes out
     * @param ends is run once, when it is over
     */
    public synchronized Recital connect(int number, Runnable ends) {
      return new Recital(number, own, scores.get(next++), manner, bindings, ends);
    }
  }
}
