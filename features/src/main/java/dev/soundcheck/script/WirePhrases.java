package dev.soundcheck.script;

import static dev.soundcheck.schemas.Origin.CLIENT;
import static dev.soundcheck.schemas.Origin.SERVER;

import dev.soundcheck.schemas.Origin;
import java.util.List;
import java.util.function.Function;

/** What happens on the wire by name, and what does not. */
final class WirePhrases {
  static final List<Phrase> ALL =
      List.of(
          server(
              "the server sends {event}",
              "the server sends \"ping\"",
              "an event by its name; what the server sends by itself counts",
              WirePhrases::serverEvent),
          server(
              "the server sends {event} with",
              "the server sends \"error\" with",
              "an event with at least these members",
              WirePhrases::serverEvent),
          server(
              "the server does not send {event} for {duration}",
              "the server does not send \"response.created\" for 2 s",
              "so long after the turn, the answer and the line before, this event does not come",
              said -> quiet(said, SERVER)),
          either(
              "the server does not send {event} until {event}",
              "the server does not send \"response.created\" until \"response.create\"",
              "not from here on, while the lines below are played, before the second has come",
              said -> watch(said, SERVER)),
          either(
              "the client does not send {event} until {event}",
              "the client does not send \"input_audio_buffer.append\" until \"session.updated\"",
              "the same about the client",
              said -> watch(said, CLIENT)),
          Phrase.of(
              Side.CLIENT,
              "the client does not send {event} for {duration}",
              "the client does not send \"response.create\" for 500 ms",
              "so long after the answer and the line before, this event does not come",
              said -> quiet(said, CLIENT)),
          either(
              "remember {path} as {name}",
              "remember \"item.id\" as \"question\"",
              "a value of the event in the line above, for `{question}` in the lines below",
              said -> RememberBeat.ofLineBefore(said.line(), said.text(0), said.newName(1))),
          either(
              "remember {path} of {event} as {name}",
              "remember \"response.id\" of \"response.created\" as \"answer\"",
              "a value of the first such event since the line above came; waits for one",
              said ->
                  new RememberBeat(said.line(), said.text(0), said.anyEvent(1), said.newName(2))),
          server(
              "the connection closes with {code} {words}",
              "the connection closes with 1011 \"gone\"",
              "the server closes the connection",
              said -> closed(said, Side.SERVER)),
          server(
              "the connection breaks",
              "the connection breaks",
              "the server is gone without a word; the client sees 1006",
              said -> CloseBeat.breaking(said.line(), Side.SERVER)));

  private WirePhrases() {}

  static Beat closed(Said said, Side side) {
    return new CloseBeat(said.line(), side, said.closeCode(0), said.closeReason(1));
  }

  private static Phrase server(
      String expression, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.SERVER, expression, example, meaning, beat);
  }

  private static Phrase either(
      String expression, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.EITHER, expression, example, meaning, beat);
  }

  private static Beat serverEvent(Said said) {
    return new ServerEventBeat(said.line(), said.event(0, SERVER), said.json());
  }

  private static Beat quiet(Said said, Origin from) {
    return new QuietBeat(said.line(), from, said.event(0, from), said.duration(1));
  }

  private static Beat watch(Said said, Origin from) {
    return new WatchBeat(said.line(), from, said.event(0, from), said.anyEvent(1));
  }
}
