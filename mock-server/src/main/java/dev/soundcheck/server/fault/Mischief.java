package dev.soundcheck.server.fault;

import dev.soundcheck.script.Fault;
import dev.soundcheck.server.session.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that goes wrong on one connection: what the server sends goes through one misbehaviour after
 * the other, in the order of the catalogue, and leaves by the door. Without faults it leaves at
 * once. Confined to one caller at a time.
 */
public final class Mischief {
  private final Exit door;
  private final Ids ids;
  private final Workshop workshop;
  private final List<Link> links = new ArrayList<>();
  private boolean over;

  /** A fault of this connection, and whether it has begun. */
  private record Link(Fault fault, Misbehaviour misbehaviour, Trigger trigger) {}

  /**
   * Nothing goes wrong yet.
   *
   * @param door where everything leaves in the end; after the end of a connection nothing does
   */
  public Mischief(Exit door, Ids ids) {
    this.door = door;
    this.ids = ids;
    this.workshop = new Workshop(ids);
  }

  /** This goes wrong too, if it strikes this connection; its moment counts from now. */
  public void add(Duration now, Fault fault) {
    if (ids.random().nextDouble() >= fault.chance()) {
      return;
    }
    Link link = new Link(fault, workshop.of(fault), new Trigger(fault.moment(), now));
    links.add(link);
    links.sort(Comparator.comparing(one -> one.fault().kind()));
    if (link.trigger().pulledAt(now)) {
      begin(now, link);
    }
  }

  /** What goes wrong or will do so, in the order in which it takes effect. */
  public List<Fault> faults() {
    return links.stream().map(Link::fault).toList();
  }

  /** Something is to leave. */
  public void send(Duration now, Outgoing one) {
    pass(0, now, one);
  }

  /** An event of the client, with which something may begin. */
  public void overhear(Duration now, String type) {
    pull(now, type);
  }

  /** When {@link #wake} has something to do next; empty when nothing will happen by itself. */
  public Optional<Duration> wakeAt() {
    return over || links.isEmpty()
        ? Optional.empty()
        : links.stream()
            .flatMap(link -> Stream.of(link.trigger().wakeAt(), link.misbehaviour().wakeAt()))
            .flatMap(Optional::stream)
            .min(Duration::compareTo);
  }

  /** Does what is due. */
  public void wake(Duration now) {
    for (Link link : List.copyOf(links)) {
      if (link.trigger().pulledAt(now)) {
        begin(now, link);
      }
      link.misbehaviour().wake(now, after(link));
    }
  }

  /** Whether the connection has ended or gone dead, as far as we are concerned. */
  public boolean over() {
    return over;
  }

  private void pass(int from, Duration now, Outgoing one) {
    if (from == 0 && !links.isEmpty() && !one.type().isEmpty()) {
      pull(now, one.type());
    }
    for (int index = from; index < links.size(); index++) {
      Link link = links.get(index);
      if (link.trigger().pulled()) {
        link.misbehaviour().pass(now, one, after(link));
        return;
      }
    }
    leave(now, one);
  }

  private void pull(Duration now, String type) {
    for (Link link : List.copyOf(links)) {
      if (link.trigger().pulledBy(type)) {
        begin(now, link);
      }
    }
  }

  private void begin(Duration now, Link link) {
    link.misbehaviour().begin(now, after(link));
  }

  private Exit after(Link link) {
    return (now, one) -> pass(links.indexOf(link) + 1, now, one);
  }

  private void leave(Duration now, Outgoing one) {
    if (over) {
      return;
    }
    over =
        one instanceof Outgoing.Close
            || one instanceof Outgoing.Reset
            || one instanceof Outgoing.Freeze;
    door.leave(now, one);
  }
}
