package dev.soundcheck.script;

import static dev.soundcheck.schemas.Origin.CLIENT;

import java.util.List;
import java.util.function.Function;

/** What the app does by itself. */
final class ClientPhrases {
  static final List<Phrase> ALL =
      List.of(
          client(
              "cancels after {duration}",
              "cancels after 800 ms",
              "`response.cancel` so long after the running answer was first heard",
              said -> new CancelBeat(said.line(), said.duration(0))),
          client(
              "answers {name} with {words}",
              "answers \"get_weather\" with \"foggy\"",
              "what a tool returned; several in a row are given together",
              Beats::output),
          client(
              "sends {event}",
              "sends \"input_audio_buffer.commit\"",
              "an event by its name",
              ClientPhrases::clientEvent),
          client(
              "sends {event} with",
              "sends \"session.update\" with",
              "an event with at least these members",
              ClientPhrases::clientEvent),
          client(
              "sends the unknown event {name}",
              "sends the unknown event \"session.rename\"",
              "an event that the protocol does not have",
              said -> new ClientEventBeat(said.line(), said.unknownEvent(0), said.json())),
          client(
              "closes the connection with {code} {words}",
              "closes the connection with 4000 \"bored\"",
              "the client closes the connection",
              said -> WirePhrases.closed(said, Side.CLIENT)),
          client(
              "hangs up",
              "hangs up",
              "the client closes the connection with 1000",
              said -> new CloseBeat(said.line(), Side.CLIENT, 1000, "")),
          client(
              "is cut off",
              "is cut off",
              "the client is gone without a word; the server sees 1006",
              said -> CloseBeat.breaking(said.line(), Side.CLIENT)),
          client(
              "comes back",
              "comes back",
              "after the end of the connection: the client connects again with the"
                  + " `conversation_id` it heard, and the lines below are played there",
              said -> new ReturnBeat(said.line())));

  private ClientPhrases() {}

  private static Phrase client(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.CLIENT, "the client " + rest, "the client " + example, meaning, beat);
  }

  private static Beat clientEvent(Said said) {
    return new ClientEventBeat(said.line(), said.event(0, CLIENT), said.json());
  }
}
