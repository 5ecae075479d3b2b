package dev.soundcheck.conformance.cucumber.line;

import dev.soundcheck.script.Excerpt;
import dev.soundcheck.script.Move;
import dev.soundcheck.script.Program;
import dev.soundcheck.script.Programs;
import dev.soundcheck.script.Unmet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The script of a scenario, and how far its play has got: over all connections, because a client
 * may call again. Played by the threads of whoever plays a role and waited for by the suite's.
 */
public final class Script {
  private final String shown;
  private final Excerpt.Part part;
  private final String other;
  private final List<Unmet> unmet = new ArrayList<>();
  private long reached;
  private boolean over;
  private Optional<String> broken = Optional.empty();
  private String waitsFor = "";

  Script(String shown, Excerpt.Part part, String other) {
    this.shown = shown;
    this.part = part;
    this.other = other;
  }

  /** What was written. */
  public Excerpt.Part part() {
    return part;
  }

  /** What is to be played by the role whose progress counts. */
  public Program program() {
    return Programs.watched(part.program(), this::moved);
  }

  private synchronized void moved(Move move, boolean end) {
    unmet.addAll(move.unmet());
    over |= end;
    waitsFor = move.waitsFor();
    line(waitsFor).ifPresent(line -> reached = Math.max(reached, line));
    notifyAll();
  }

  /**
   * Nothing more will be played.
   *
   * @param why what was in the way of the lines that are left, if something was
   */
  public synchronized void ended(Optional<String> why) {
    broken = why;
    over |= why.isEmpty();
    notifyAll();
  }

  /** What a program waits for begins with its place. */
  private Optional<Long> line(String place) {
    String begin = shown + ":";
    int end = place.indexOf(':', begin.length());
    return place.startsWith(begin) && end > 0
        ? Optional.of(Long.valueOf(place.substring(begin.length(), end)))
        : Optional.empty();
  }

  /**
   * Waits until the play has gone past this line.
   *
   * @return what is wrong: this line or one before was not met, or not in time
   */
  public synchronized Optional<String> passes(long line, Duration limit) {
    return await(() -> reached > line, line, limit);
  }

  /**
   * Waits until the play is over.
   *
   * @return what is wrong: a line was not met, or not in time
   */
  public synchronized Optional<String> ends(Duration limit) {
    return await(() -> false, Long.MAX_VALUE, limit);
  }

  private synchronized Optional<String> await(Condition enough, long line, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!over && !enough.met() && missed(line).isEmpty() && broken.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return Optional.of(
              "Within %d ms the %s did not get there; the script waits for %s."
                  .formatted(limit.toMillis(), other, waitsFor));
        }
        wait(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Waiting for the %s was interrupted.".formatted(other), stopped);
    }
    return missed(line).or(() -> over || enough.met() ? Optional.empty() : broken);
  }

  private Optional<String> missed(long line) {
    return unmet.stream()
        .filter(one -> line(one.where() + ":").filter(at -> at <= line).isPresent())
        .map(Unmet::message)
        .findFirst();
  }

  /** Something that is looked at again whenever the play has moved. */
  private interface Condition {
    boolean met();
  }
}
