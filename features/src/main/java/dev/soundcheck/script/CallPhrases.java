package dev.soundcheck.script;

import dev.soundcheck.script.Transfer.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Telephone calls: who calls, what the caller does, and what becomes of the call (§7.3). */
final class CallPhrases {
  private static final int NORMAL = 1000;

  static final List<Phrase> ALL =
      List.of(
          Phrase.of(
              Side.SESSION,
              "a call from {words}",
              "a call from \"+15550100\"",
              "a telephone call; the client joins it with `?call_id=`",
              said -> call(said, Optional.empty())),
          Phrase.of(
              Side.SESSION,
              "a call from {words} to {words}",
              "a call from \"+15550100\" to \"+15550199\"",
              "the same with the number that was called",
              said -> call(said, Optional.of(said.text(1)))),
          Phrase.of(
              Side.SESSION,
              "the SIP header {name} is {words}",
              "the SIP header \"X-Account\" is \"4711\"",
              "a header that the call is announced with",
              said -> new CallBeat.SipHeader(said.line(), said.text(0), said.text(1))),
          caller(
              "says {words}",
              "says \"Is anybody there?\"",
              "the mock plays the caller, once the session is set up",
              said -> speech(said, Optional.empty())),
          caller(
              "interrupts after {duration} with {words}",
              "interrupts after 800 ms with \"Stop.\"",
              "so long after the running answer was first heard",
              said -> speech(said, Optional.of(said.duration(0)))),
          caller(
              "presses {keys}",
              "presses \"12#\"",
              "keys of the telephone; they become a text on `#`, after 2.5 s, or with speech",
              said -> new PressBeat(said.line(), said.text(0))),
          caller(
              "hangs up",
              "hangs up",
              "the connection closes with 1000",
              said -> new CloseBeat(said.line(), Side.SERVER, NORMAL, "The caller hung up.")),
          Phrase.of(
              Side.CLIENT,
              "the client transfers the call to {words}",
              "the client transfers the call to \"tel:+15550123\"",
              "`POST /v1/realtime/calls/{id}/refer`; done unless the next lines say otherwise",
              said ->
                  new TransferBeat(said.line(), said.text(0), Duration.ZERO, Transfer.ACCEPTED)),
          Phrase.of(
              Side.CLIENT,
              "the client hangs up the call",
              "the client hangs up the call",
              "`POST /v1/realtime/calls/{id}/hangup`",
              said -> new HangUpBeat(said.line())),
          Phrase.of(
              Side.SERVER,
              "the transfer rings for {duration}",
              "the transfer rings for 2 s",
              "so long the client waits for its answer",
              said -> new TransferBeat.Answer(said.line(), said.duration(0), Optional.empty())),
          Phrase.of(
              Side.SERVER,
              "the transfer is rejected: {words}",
              "the transfer is rejected: \"SIP 486 Busy\"",
              "502 with these words, and the call goes on",
              said -> ends(said, Transfer.rejected(said.text(0)))),
          transfer("times out", "504", Outcome.TIMED_OUT),
          transfer("fails", "500", Outcome.FAILED),
          transfer("finds no caller", "404", Outcome.NOBODY_THERE));

  private CallPhrases() {}

  private static Phrase caller(
      String rest, String example, String meaning, Function<Said, Beat> beat) {
    return Phrase.of(Side.SERVER, "the caller " + rest, "the caller " + example, meaning, beat);
  }

  private static Phrase transfer(String rest, String status, Outcome outcome) {
    String phrase = "the transfer " + rest;
    String meaning = status + ", and the call goes on";
    return Phrase.of(
        Side.SERVER, phrase, phrase, meaning, said -> ends(said, Transfer.of(outcome)));
  }

  private static Beat ends(Said said, Transfer transfer) {
    return new TransferBeat.Answer(said.line(), Duration.ZERO, Optional.of(transfer));
  }

  private static Beat call(Said said, Optional<String> to) {
    return new CallBeat(said.line(), new IncomingCall(said.text(0), to, Map.of()));
  }

  private static Beat speech(Said said, Optional<Duration> cutting) {
    String words = said.text(said.arguments().size() - 1);
    return new CallerBeat(said.line(), words, Optional.empty(), cutting);
  }
}
