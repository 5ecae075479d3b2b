package dev.soundcheck.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What time does, and when a line has to happen. */
final class TimePhrases {
  static final List<Phrase> ALL =
      List.of(
          row(
              "after {duration}",
              "after 300 ms",
              "time passes before the next line; also in seconds, `3 s`",
              said -> new PauseBeat(said.line(), said.duration(0), Side.EITHER)),
          row(
              "a patience of {duration}",
              "a patience of 5 s",
              "from here on nobody waits longer than this for a line of the other side",
              said -> new PatienceBeat(said.line(), said.duration(0))),
          Phrase.of(
              Side.SESSION,
              "the pace {words}",
              "the pace \"20ms/20ms\"",
              "how fast the mock answers, as with `--pace`: " + Pacing.EXPECTED,
              TimePhrases::pace),
          row(
              "within {duration}, {line}",
              "within 2 s, the assistant says \"Hello.\"",
              "the line has to be met so soon after the turn, the answer or the line before it; an"
                  + " answer by its first sound, speech by its first word",
              said -> new WithinBeat(said.duration(0), timed(said))),
          row(
              "before {event}, {line}",
              "before \"response.done\", the client sends \"response.cancel\"",
              "the line has to be met before that event comes from whoever sends it",
              said -> new BeforeBeat(said.anyEvent(0), timed(said))),
          row(
              "while the assistant is speaking, {line}",
              "while the assistant is speaking, the server sends \"ping\"",
              "the line happens in the answer above it, as soon as that is heard",
              said -> inAnswer(said, Duration.ZERO)),
          row(
              "{duration} into the answer, {line}",
              "800 ms into the answer, the connection closes with 1011 \"gone\"",
              "the line happens in the answer above it, so long after it was first heard",
              said -> inAnswer(said, said.duration(0))));

  private TimePhrases() {}

  private static Beat pace(Said said) {
    Optional<Pacing> pacing = Pacing.parse(said.text(0));
    if (pacing.isEmpty()) {
      said.wrong(0, "expected %s, got '%s'".formatted(Pacing.EXPECTED, said.text(0)));
    }
    return new PacingBeat(said.line(), pacing.orElse(Pacing.LIVE));
  }

  private static Phrase row(
      String expression, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.EITHER, expression, example, meaning, beat);
  }

  private static Beat timed(Said said) {
    Beat inner = said.innerBeat();
    if (inner.side() == Side.SESSION || inner.side() == Side.EITHER) {
      said.wrongLine(
          "expected what one side does after the time, got '%s'".formatted(said.line().text()));
    }
    return inner;
  }

  private static Beat inAnswer(Said said, Duration after) {
    Beat inner = timed(said);
    if (inner instanceof TurnBeat turn && turn.spoken()) {
      return new InterruptionBeat(turn, after);
    }
    boolean ofAnswers =
        inner instanceof ClientTurn || inner.bare() instanceof AnswerBeat || inner.inAnswer();
    if (ofAnswers) {
      said.wrongLine(
          "expected a line that can happen in an answer, got '%s'; what the user types is answered"
                  .formatted(said.line().text())
              + " after it: use 'the client sends \"conversation.item.create\" with'");
    }
    return new InAnswerBeat(after, inner);
  }
}
