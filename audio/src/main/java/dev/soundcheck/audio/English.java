package dev.soundcheck.audio;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads English as a person would aloud: what is not written in words becomes words. */
final class English {
  /** What is longer and more particular comes first. */
  private static final List<Rewriting> ALL =
      Stream.of(
              Addresses.ALL,
              Moments.ALL,
              Addresses.VERSIONS,
              Quantities.ALL,
              Letters.ALL,
              Quantities.DIGITS)
          .flatMap(List::stream)
          .toList();

  /** The voice takes a small letter for the middle of a sentence. */
  private static final Rewriting SENTENCES =
      Rewriting.of("(?<=[.!?]\\s{1,4})[a-z]", found -> found.group().toUpperCase(Locale.ROOT));

  private English() {}

  /** Letters outside ASCII stay as they are. */
  static String read(String written) {
    String read = written;
    for (Rewriting rewriting : ALL) {
      read = rewriting.in(read);
    }
    return SENTENCES.in(Letters.spelled(read));
  }
}
