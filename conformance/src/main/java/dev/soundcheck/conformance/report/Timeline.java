package dev.soundcheck.conformance.report;

import dev.soundcheck.conformance.hearing.Sides;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What was said in a conversation, in lines that a person can read: sound, pieces of text and pings
 * that one side sends in a row are one line, unless one of them is marked.
 */
final class Timeline implements Observed.Cases<Growing> {
  private final Set<Integer> marked;
  private final Sides sides;
  private final List<Growing> lines = new ArrayList<>();
  private final Map<String, Growing> open = new HashMap<>();
  private int line = 1;

  private Timeline(Trace trace, Set<Integer> marked) {
    this.marked = marked;
    sides = new Sides(trace.header().audio());
  }

  /**
   * The lines of a trace.
   *
   * @param marked the lines of the trace that must stay lines of their own
   */
  static List<Entry> of(Trace trace, Set<Integer> marked) {
    Timeline timeline = new Timeline(trace, marked);
    trace.seen().forEach(timeline::add);
    return timeline.lines.stream().map(Growing::entry).toList();
  }

  /**
   * At most so many lines: those around the marked ones and the first ones; a line of its own
   * stands for others.
   */
  static List<Entry> cut(List<Entry> all, Set<Integer> marked, int most, int around) {
    if (all.size() <= most) {
      return all;
    }
    Set<Integer> kept = new TreeSet<>();
    for (int i = 0; i < all.size() && kept.size() < most; i++) {
      if (marked.contains(all.get(i).line())) {
        for (int near = Math.max(0, i - around);
            near <= Math.min(all.size() - 1, i + around);
            near++) {
          kept.add(near);
        }
      }
    }
    for (int i = 0; kept.size() < most; i++) {
      kept.add(i);
    }
    return withGaps(all, kept);
  }

  /** So many lines before and after this line of the trace; all of it in order. */
  static List<Entry> around(List<Entry> all, int line, int near) {
    int middle = 0;
    while (middle < all.size() - 1 && all.get(middle + 1).line() <= line) {
      middle++;
    }
    return all.subList(Math.max(0, middle - near), Math.min(all.size(), middle + near + 1));
  }

  private static List<Entry> withGaps(List<Entry> all, Set<Integer> kept) {
    List<Entry> lines = new ArrayList<>();
    int next = 0;
    for (int index : kept) {
      if (index > next) {
        lines.add(gap(all.get(next), index - next));
      }
      lines.add(all.get(index));
      next = index + 1;
    }
    if (next < all.size()) {
      lines.add(gap(all.get(next), all.size() - next));
    }
    return lines;
  }

  private static Entry gap(Entry first, int count) {
    return new Entry(
        Entry.Kind.GAP,
        first.line(),
        count,
        first.at(),
        first.at(),
        first.connection(),
        Optional.empty(),
        String.format(Locale.ROOT, "%,d more left out here", count),
        "",
        "");
  }

  private void add(Observed seen) {
    line++;
    Optional<Sides.Piece> piece = sides.hear(seen);
    if (piece.isPresent()) {
      sound(seen, piece.get());
    } else {
      Growing next = seen.match(this);
      next.takes(seen);
    }
  }

  private void sound(Observed seen, Sides.Piece piece) {
    String name = seen instanceof Observed.Message event ? event.type() : "(binary)";
    Growing run =
        joined(
            key(seen, piece.from(), name),
            () ->
                seen instanceof Observed.Message event
                    ? Growing.event(Entry.Kind.SOUND, line, event)
                    : Growing.other(
                        Entry.Kind.SOUND, line, seen, Optional.of(piece.from()), name, ""));
    run.sounds(piece);
    run.takes(seen);
  }

  @Override
  public Growing message(Observed.Message event) {
    if (event.type().equals("ping") || event.type().equals("pong")) {
      return joined(
          key(event, event.from(), event.type()),
          () -> Growing.event(Entry.Kind.KEEPALIVE, line, event));
    }
    if (event.type().endsWith(".delta") && event.json().path("delta").isString()) {
      Growing run =
          joined(
              key(event, event.from(), event.type()),
              () -> Growing.event(Entry.Kind.TEXT, line, event));
      run.says(event.json().path("delta").stringValue());
      return run;
    }
    open.keySet()
        .removeIf(
            key -> key.startsWith(side(event.connection(), event.from())) && !isKeepAlive(key));
    return whole(Growing.event(Entry.Kind.EVENT, line, event));
  }

  private static boolean isKeepAlive(String key) {
    return key.endsWith(" ping") || key.endsWith(" pong");
  }

  @Override
  public Growing binary(Observed.Binary frame) {
    return whole(
        Growing.other(Entry.Kind.SOUND, line, frame, Optional.of(frame.from()), "(binary)", ""));
  }

  @Override
  public Growing malformed(Observed.Malformed text) {
    String gist = TraceText.broken(text.why() + ": " + text.text());
    return whole(
        Growing.other(
            Entry.Kind.MALFORMED, line, text, Optional.of(text.from()), "(malformed)", gist));
  }

  @Override
  public Growing closed(Observed.Closed closed) {
    String gist = (closed.code() + " " + TraceText.words(closed.reason())).strip();
    return whole(
        Growing.other(Entry.Kind.CLOSED, line, closed, Optional.of(closed.from()), "closes", gist));
  }

  @Override
  public Growing silence(Observed.Silence silence) {
    return whole(
        Growing.other(
            Entry.Kind.SILENCE,
            line,
            silence,
            Optional.empty(),
            "nothing for " + Times.seconds(silence.lasted()),
            ""));
  }

  private Growing joined(String key, Supplier<Growing> first) {
    if (marked.contains(line)) {
      open.remove(key);
      return whole(first.get());
    }
    Growing run = open.get(key);
    if (run == null) {
      run = whole(first.get());
      open.put(key, run);
    }
    return run;
  }

  private Growing whole(Growing line) {
    lines.add(line);
    return line;
  }

  private static String key(Observed seen, Origin from, String name) {
    return side(seen.connection(), from) + name;
  }

  private static String side(int connection, Origin from) {
    return connection + " " + from + " ";
  }
}
