package dev.soundcheck.server.control;

import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.server.play.Weight;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * What was seen of one session, oldest first. Events are written down as the text that they
 * travelled in, across as many {@link Leaves} as they need; what is no such event lies beside.
 */
final class Scroll {
  /** Longer names are no event's that anybody knows; such an event lies beside. */
  private static final int LONGEST_NAME = 255;

  private static final byte BESIDE = 0;
  private static final byte CLIENT = 1;
  private static final byte SERVER = 2;

  /** Who said it, how long name and text are, and when it was. */
  private static final int HEAD = Byte.BYTES + Byte.BYTES + Integer.BYTES + Long.BYTES;

  private final int connection;
  private final Leaves paper;
  private final Deque<byte[]> leaves = new ArrayDeque<>();
  private final Deque<Observed> beside = new ArrayDeque<>();
  private final byte[] head = new byte[HEAD];
  private int begin;
  private int end = Leaves.SIZE;
  private int size;

  Scroll(int connection, Leaves paper) {
    this.connection = connection;
    this.paper = paper;
  }

  /** Writes it down; returns about how many bytes it is. */
  long add(Observed seen) {
    size++;
    if (seen instanceof Observed.Message message && message.utf8().length > 0) {
      byte[] name = message.type().getBytes(StandardCharsets.UTF_8);
      if (name.length <= LONGEST_NAME && message.hashed().isEmpty()) {
        return write(message, name);
      }
    }
    beside.add(seen);
    write(head(BESIDE, 0, 0, 0));
    return Weight.of(seen);
  }

  private long write(Observed.Message message, byte[] name) {
    byte[] text = message.utf8();
    write(
        head(
            message.from() == Origin.CLIENT ? CLIENT : SERVER,
            name.length,
            text.length,
            message.at().toNanos()));
    write(name);
    write(text);
    return Weight.ofText(text.length);
  }

  private byte[] head(byte who, int name, int text, long at) {
    ByteBuffer.wrap(head).put(who).put((byte) name).putInt(text).putLong(at);
    return head;
  }

  private void write(byte[] bytes) {
    int written = 0;
    while (written < bytes.length) {
      if (end == Leaves.SIZE) {
        leaves.add(paper.take());
        end = 0;
      }
      int fits = Math.min(bytes.length - written, Leaves.SIZE - end);
      System.arraycopy(bytes, written, leaves.getLast(), end, fits);
      written += fits;
      end += fits;
    }
  }

  /** Forgets the oldest; returns what {@link #add} said of it. */
  long dropOldest() {
    Reader reader = new Reader();
    Head oldest = reader.head();
    size--;
    if (oldest.who() == BESIDE) {
      Observed gone = beside.remove();
      forget(HEAD);
      return Weight.of(gone);
    }
    forget(HEAD + oldest.name() + oldest.text());
    return Weight.ofText(oldest.text());
  }

  private void forget(int bytes) {
    begin += bytes;
    while (begin >= Leaves.SIZE) {
      paper.give(leaves.remove());
      begin -= Leaves.SIZE;
    }
    if (size == 0) {
      clear();
    }
  }

  /** Forgets all, and gives its leaves back. */
  void clear() {
    leaves.forEach(paper::give);
    leaves.clear();
    beside.clear();
    begin = 0;
    end = Leaves.SIZE;
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** All that was seen; JSON is not read yet. */
  List<Observed> all() {
    if (size == 0) {
      return List.of();
    }
    List<Observed> all = new ArrayList<>(size);
    Reader reader = new Reader();
    Iterator<Observed> others = beside.iterator();
    for (int i = 0; i < size; i++) {
      Head head = reader.head();
      all.add(head.who() == BESIDE ? others.next() : reader.message(head));
    }
    return all;
  }

  /** Lengths in bytes. */
  private record Head(byte who, int name, int text, Duration at) {}

  /** Reads on from the oldest. */
  private final class Reader {
    private final Iterator<byte[]> next = leaves.iterator();
    private byte[] leaf = next.next();
    private int at = begin;

    Head head() {
      ByteBuffer read = ByteBuffer.wrap(read(HEAD));
      byte who = read.get();
      int name = Byte.toUnsignedInt(read.get());
      int text = read.getInt();
      return new Head(who, name, text, Duration.ofNanos(read.getLong()));
    }

    Observed message(Head head) {
      String name = new String(read(head.name()), StandardCharsets.UTF_8);
      Origin from = head.who() == CLIENT ? Origin.CLIENT : Origin.SERVER;
      return Observed.Message.ofText(head.at(), connection, from, name, read(head.text()));
    }

    private byte[] read(int length) {
      byte[] bytes = new byte[length];
      int done = 0;
      while (done < length) {
        if (at == Leaves.SIZE) {
          leaf = next.next();
          at = 0;
        }
        int here = Math.min(length - done, Leaves.SIZE - at);
        System.arraycopy(leaf, at, bytes, done, here);
        done += here;
        at += here;
      }
      return bytes;
    }
  }
}
