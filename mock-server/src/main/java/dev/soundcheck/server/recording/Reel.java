package dev.soundcheck.server.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Gives each client that connects the part of the recording that is its: a client that names the
 * conversation goes on with it, else the one whose connection ended first is gone on with, else it
 * begins anew. Safe for use by many threads.
 */
public final class Reel {
  private final Recording recording;
  private final long seed;
  private final List<Recording.Conversation> begun = new ArrayList<>();
  private final List<Recording.Conversation> interrupted = new ArrayList<>();
  private int conversations;

  public Reel(Recording recording, long seed) {
    this.recording = recording;
    this.seed = seed;
  }

  /**
   * What is played to the next client.
   *
   * @param number what its connection is called
   * @param conversation the id of the conversation that it wants to go on with
   */
  public synchronized Recital next(int number, Optional<String> conversation) {
    Recording.Conversation part =
        conversation
            .flatMap(id -> begun.stream().filter(one -> one.knows(id)).findFirst())
            .or(() -> interrupted.stream().findFirst())
            .orElseGet(this::another);
    interrupted.remove(part);
    begun.remove(part);
    Recital recital = part.connect(number, () -> ended(part));
    if (part.goesOn()) {
      begun.add(part);
    }
    return recital;
  }

  private synchronized void ended(Recording.Conversation part) {
    if (part.goesOn()) {
      interrupted.add(part);
    }
  }

  private Recording.Conversation another() {
    conversations++;
    return recording.begin(new SplittableRandom(seed).nextLong() + conversations);
  }
}
