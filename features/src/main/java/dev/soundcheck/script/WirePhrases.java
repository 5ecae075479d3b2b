package dev.soundcheck.script;

import static dev.soundcheck.schemas.Origin.SERVER;

import java.util.List;

/** What the server does on the wire. */
final class WirePhrases {
  static final List<Phrase> ALL =
      List.of(
          Phrase.of(
              Side.SERVER,
              "the server sends {event}",
              "the server sends \"ping\"",
              "an event by its name; what the server sends by itself counts",
              WirePhrases::serverEvent),
          Phrase.of(
              Side.SERVER,
              "the server sends {event} with",
              "the server sends \"error\" with",
              "an event with at least these members",
              WirePhrases::serverEvent),
          Phrase.of(
              Side.SERVER,
              "the connection closes with {code} {words}",
              "the connection closes with 1011 \"gone\"",
              "the server closes the connection",
              said -> new CloseBeat(said.line(), said.closeCode(0), said.closeReason(1))));

  private WirePhrases() {}

  private static Beat serverEvent(Said said) {
    return new ServerEventBeat(said.line(), said.event(0, SERVER), said.json());
  }
}
