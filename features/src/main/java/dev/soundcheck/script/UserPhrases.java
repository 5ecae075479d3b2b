package dev.soundcheck.script;

import dev.soundcheck.script.TurnBeat.Manner;
import java.util.List;
import java.util.function.Function;

/** What the person does who speaks with the app. */
final class UserPhrases {
  static final List<Phrase> ALL =
      List.of(
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
          user(
              "interrupts after {duration} with {words} from {file}",
              "interrupts after 800 ms with \"Stop.\" from \"stop.wav\"",
              "the same, spoken from a recording",
              Beats::interruptionFromFile),
          user(
              "speaks anything",
              "speaks anything",
              "a spoken turn of any words",
              said -> Beats.anything(said, Manner.SPEAKS)),
          user(
              "stays silent for {duration}",
              "stays silent for 3 s",
              "nothing is said for so long after the answer; the microphone stays open",
              said -> new SilenceBeat(said.line(), said.duration(0))));

  private UserPhrases() {}

  private static Phrase user(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.CLIENT, "the user " + rest, "the user " + example, meaning, beat);
  }
}
