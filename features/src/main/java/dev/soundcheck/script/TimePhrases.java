package dev.soundcheck.script;

import java.util.List;

/** What time does. */
final class TimePhrases {
  static final List<Phrase> ALL =
      List.of(
          Phrase.of(
              Side.EITHER,
              "after {duration}",
              "after 300 ms",
              "time passes before the next line; also in seconds, `3 s`",
              said -> new PauseBeat(said.line(), said.duration(0), Side.EITHER)));

  private TimePhrases() {}
}
