package dev.soundcheck.server;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was seen on one connection, in lines for people: when, who, what, and how the event begins.
 * The same event in a row is one line, without its content. Keys and tokens are replaced, and so is
 * what would move the cursor of a terminal.
 */
public final class SessionLog {
  private static final int WIDTH = 100;
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private SessionLog() {}

  /** At most so many lines, the last ones. */
  public static List<String> last(List<Observed> seen, int most) {
    List<Entry> entries = new ArrayList<>();
    for (Observed one : seen) {
      Entry entry = one.match(new Entries());
      int last = entries.size() - 1;
      if (last >= 0 && entries.get(last).sameAs(entry)) {
        entries.set(last, entries.get(last).again());
      } else {
        entries.add(entry);
      }
    }
    return entries.subList(Math.max(0, entries.size() - most), entries.size()).stream()
        .map(Entry::line)
        .toList();
  }

  private record Entry(Duration at, String who, String what, String content, int times) {
    boolean sameAs(Entry other) {
      return who.equals(other.who) && what.equals(other.what);
    }

    Entry again() {
      return new Entry(at, who, what, content, times + 1);
    }

    String line() {
      String more = times == 1 ? content : "(%d times)".formatted(times);
      return "%7d ms  %s  %s %s".formatted(at.toMillis(), who, what, more).stripTrailing();
    }
  }

  private static final class Entries implements Observed.Cases<Entry> {
    @Override
    public Entry message(Observed.Message message) {
      return entry(
          message.at(), message.from(), message.type(), TraceText.event(message.json()).toString());
    }

    @Override
    public Entry binary(Observed.Binary binary) {
      return entry(binary.at(), binary.from(), "bytes", binary.bytes().length + " bytes");
    }

    @Override
    public Entry malformed(Observed.Malformed malformed) {
      return entry(
          malformed.at(), malformed.from(), "no event", TraceText.broken(malformed.text()));
    }

    @Override
    public Entry closed(Observed.Closed closed) {
      return entry(
          closed.at(),
          closed.from(),
          "closes",
          closed.code() + " " + TraceText.words(closed.reason()));
    }

    @Override
    public Entry silence(Observed.Silence silence) {
      return new Entry(silence.at(), "      ", "silence", silence.lasted().toString(), 1);
    }

    private static Entry entry(Duration at, Origin from, String what, String content) {
      String begin = content.length() <= WIDTH ? content : content.substring(0, WIDTH) + "…";
      return new Entry(at, from.name().toLowerCase(Locale.ROOT), plain(what), plain(begin), 1);
    }

    private static String plain(String text) {
      return CONTROL.matcher(text).replaceAll("\uFFFD");
    }
  }
}
