package dev.soundcheck.conformance.tool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a program wrote so far: its first part and its last, when it is too much to keep all. */
final class KeptOutput {
  /** Each of the two; a person reads less, and many programs run at once. */
  static final int PART = 512 * 1024;

  private final ByteArrayOutputStream first = new ByteArrayOutputStream();
  private byte[] last = {};
  private long later;

  synchronized void add(byte[] bytes, int count) {
    int fits = Math.min(count, PART - first.size());
    first.write(bytes, 0, fits);
    if (fits < count && last.length == 0) {
      last = new byte[PART];
    }
    for (int done = fits; done < count; ) {
      int at = (int) (later % PART);
      int some = Math.min(count - done, PART - at);
      System.arraycopy(bytes, done, last, at, some);
      later += some;
      done += some;
    }
  }

  /** As UTF-8; what is none is written as U+FFFD. */
  synchronized String text() {
    byte[] begin = first.toByteArray();
    if (later <= PART) {
      byte[] all = Arrays.copyOf(begin, begin.length + (int) later);
      System.arraycopy(last, 0, all, begin.length, (int) later);
      return text(all, 0, all.length);
    }
    byte[] end = inOrder();
    int until = beforeBrokenCharacter(begin);
    int from = afterBrokenCharacter(end);
    long leftOut = later - PART + begin.length - until + from;
    return text(begin, 0, until)
        + String.format(Locale.ROOT, "\n… %,d bytes are left out here …\n", leftOut)
        + text(end, from, end.length);
  }

  private byte[] inOrder() {
    int oldest = (int) (later % PART);
    byte[] ordered = new byte[PART];
    System.arraycopy(last, oldest, ordered, 0, PART - oldest);
    System.arraycopy(last, 0, ordered, PART - oldest, oldest);
    return ordered;
  }

  private static String text(byte[] bytes, int from, int until) {
    return new String(bytes, from, until - from, StandardCharsets.UTF_8);
  }

  /** Where the last character begins when the cut went through it, else the end. */
  private static int beforeBrokenCharacter(byte[] bytes) {
    int lead = bytes.length - 1;
    while (lead > bytes.length - 4 && continues(bytes[lead])) {
      lead--;
    }
    return lead + length(bytes[lead]) > bytes.length ? lead : bytes.length;
  }

  private static int afterBrokenCharacter(byte[] bytes) {
    int from = 0;
    while (from < 3 && continues(bytes[from])) {
      from++;
    }
    return from;
  }

  private static boolean continues(byte unit) {
    return (unit & 0xC0) == 0x80;
  }

  /** Of the character that begins so. */
  private static int length(byte lead) {
    return Math.max(1, Integer.numberOfLeadingZeros(~lead << 24));
  }
}
