package dev.soundcheck.script;

import static dev.soundcheck.schemas.Origin.CLIENT;
import static dev.soundcheck.schemas.Origin.SERVER;

import dev.soundcheck.script.AnswerPart.Strictness;
import dev.soundcheck.script.TurnBeat.Manner;
import java.util.List;
import java.util.function.Function;

/** Every line a scenario may contain. What is not here cannot be said. */
final class Phrases {
  static final List<Phrase> ALL =
      List.of(
          session("{turns}", "server VAD", "whether the server finds the turns", Beats::session),
          session(
              "{turns} and the tool {name}",
              "server VAD and the tool \"get_weather\"",
              "also with a tool of the client",
              Beats::session),
          session(
              "{turns} and the tools {name} and {name}",
              "manual turns and the tools \"get_weather\" and \"get_time\"",
              "also with two",
              Beats::session),
          row(
              Side.SESSION,
              "the tool {name} with",
              "the tool \"get_weather\" with",
              "a tool with the JSON Schema of its parameters",
              Beats::tool),
          row(
              Side.SESSION,
              "the session is configured with",
              "the session is configured with",
              "anything else of `session` in `session.update`",
              Beats::configured),
          user(
              "says {words}",
              "says \"What is the weather?\"",
              "a turn, spoken by our client, spoken or typed by others",
              said -> Beats.turn(said, Manner.SAYS)),
          user(
              "says {words} from {file}",
              "says \"What is the weather?\" from \"weather.wav\"",
              "the same, spoken from a recording",
              said -> Beats.turnFromFile(said, Manner.SAYS)),
          user(
              "says anything",
              "says anything",
              "a turn of any words",
              said -> Beats.anything(said, Manner.SAYS)),
          user(
              "types {words}",
              "types \"What is the weather?\"",
              "a typed turn; case, spaces and punctuation at the ends do not count",
              said -> Beats.turn(said, Manner.TYPES)),
          user(
              "types anything",
              "types anything",
              "a typed turn of any words",
              said -> Beats.anything(said, Manner.TYPES)),
          user(
              "speaks {words}",
              "speaks \"What is the weather?\"",
              "a spoken turn; the words are its transcript",
              said -> Beats.turn(said, Manner.SPEAKS)),
          user(
              "speaks {words} from {file}",
              "speaks \"What is the weather?\" from \"weather.wav\"",
              "the same, spoken from a recording",
              said -> Beats.turnFromFile(said, Manner.SPEAKS)),
          user(
              "interrupts after {duration} with {words}",
              "interrupts after 800 ms with \"Stop.\"",
              "a turn so long after the running answer was first heard",
              Beats::interruption),
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
              Phrases::clientEvent),
          client(
              "sends {event} with",
              "sends \"session.update\" with",
              "an event with at least these members",
              Phrases::clientEvent),
          client(
              "sends the unknown event {name}",
              "sends the unknown event \"session.rename\"",
              "an event that the protocol does not have",
              said -> new ClientEventBeat(said.line(), said.unknownEvent(0), said.json())),
          assistant(
              "says {words}",
              "says \"It is foggy.\"",
              "the mock speaks exactly this; a server with its own mind has to speak",
              said -> Beats.spoken(said, Strictness.ANY)),
          assistant(
              "says exactly {words}",
              "says exactly \"It is foggy.\"",
              "every server has to speak exactly this",
              said -> Beats.spoken(said, Strictness.EXACT)),
          assistant(
              "says something containing {words}",
              "says something containing \"foggy\"",
              "every server has to speak something with this in it; the mock speaks this",
              said -> Beats.spoken(said, Strictness.CONTAINING)),
          assistant(
              "says {words} from {file}",
              "says \"It is foggy.\" from \"foggy.wav\"",
              "the mock speaks from a recording",
              Beats::spokenFromFile),
          assistant(
              "calls {name}",
              "calls \"get_time\"",
              "a call of the client's tool without arguments",
              Beats::called),
          assistant(
              "calls {name} with",
              "calls \"get_weather\" with",
              "a call of the client's tool with arguments",
              Beats::called),
          row(
              Side.SERVER,
              "the server sends {event}",
              "the server sends \"ping\"",
              "an event by its name; what the server sends by itself counts",
              Phrases::serverEvent),
          row(
              Side.SERVER,
              "the server sends {event} with",
              "the server sends \"error\" with",
              "an event with at least these members",
              Phrases::serverEvent),
          row(
              Side.SERVER,
              "the connection closes with {code} {words}",
              "the connection closes with 1011 \"gone\"",
              "the server closes the connection",
              said -> new CloseBeat(said.line(), said.closeCode(0), said.closeReason(1))),
          row(
              Side.EITHER,
              "after {duration}",
              "after 300 ms",
              "time passes before the next line; also in seconds, `3 s`",
              said -> new PauseBeat(said.line(), said.duration(0), Side.EITHER)));

  private Phrases() {}

  private static Phrase session(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return row(Side.SESSION, "a session with " + rest, "a session with " + example, meaning, beat);
  }

  private static Phrase user(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return row(Side.CLIENT, "the user " + rest, "the user " + example, meaning, beat);
  }

  private static Phrase client(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return row(Side.CLIENT, "the client " + rest, "the client " + example, meaning, beat);
  }

  private static Phrase assistant(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return row(Side.SERVER, "the assistant " + rest, "the assistant " + example, meaning, beat);
  }

  private static Phrase row(
      Side side, String expression, String example, String meaning, Function<Said, Beat> beat) {
    return new Phrase(side, Parameters.expression(expression), example, meaning, beat);
  }

  private static Beat clientEvent(Said said) {
    return new ClientEventBeat(said.line(), said.event(0, CLIENT), said.json());
  }

  private static Beat serverEvent(Said said) {
    return new ServerEventBeat(said.line(), said.event(0, SERVER), said.json());
  }
}
