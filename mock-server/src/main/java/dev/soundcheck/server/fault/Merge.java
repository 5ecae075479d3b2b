package dev.soundcheck.server.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A delta waits for so many others of its kind, which all come as one; text between pieces of sound
 * does not part them, the end of the answer does.
 */
final class Merge implements Misbehaviour {
  private final Target target;
  private final int others;
  private final List<Outgoing> waiting = new ArrayList<>();

  Merge(Target target, int others) {
    this.target = target;
    this.others = others;
  }

  @Override
  public void pass(Duration now, Outgoing one, Exit exit) {
    boolean more = !waiting.isEmpty() && waiting.get(0).type().equals(one.type());
    if (more || (waiting.isEmpty() && target.strikes(one))) {
      waiting.add(one);
      if (waiting.size() > others) {
        go(now, exit);
      }
      return;
    }
    if (!one.type().endsWith(".delta")) {
      go(now, exit);
    }
    exit.leave(now, one);
  }

  private void go(Duration now, Exit exit) {
    if (!waiting.isEmpty()) {
      exit.leave(now, joined());
      waiting.clear();
    }
  }

  private Outgoing joined() {
    if (waiting.get(0) instanceof Outgoing.Event first) {
      return first.with(
          Deltas.joined(
              waiting.stream()
                  .filter(Outgoing.Event.class::isInstance)
                  .map(one -> ((Outgoing.Event) one).json())
                  .toList()));
    }
    return new Outgoing.Sound(
        Deltas.joinedBytes(
            waiting.stream()
                .filter(Outgoing.Sound.class::isInstance)
                .map(one -> ((Outgoing.Sound) one).bytes())
                .toList()));
  }
}
