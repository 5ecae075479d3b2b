package dev.soundcheck.script;

import dev.soundcheck.schemas.Origin;
import dev.soundcheck.script.AnswerPart.Strictness;
import java.util.List;
import java.util.function.Function;

/** What the assistant does in its answers. */
final class AssistantPhrases {
  static final List<Phrase> ALL =
      List.of(
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
          assistant(
              "first hears {words}",
              "first hears \"Last ones.\"",
              "an unfinished transcript of the speech in the next line, rewritten by those after it",
              said -> new MishearingBeat(said.line(), said.text(0))),
          assistant(
              "says nothing for {duration}",
              "says nothing for 2 s",
              "no answer begins so long after the turn, the answer and the line before",
              said ->
                  new QuietBeat(said.line(), Origin.SERVER, "response.created", said.duration(0))));

  private AssistantPhrases() {}

  private static Phrase assistant(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(
        Side.SERVER, "the assistant " + rest, "the assistant " + example, meaning, beat);
  }
}
