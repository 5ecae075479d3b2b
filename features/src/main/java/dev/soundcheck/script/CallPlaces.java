package dev.soundcheck.script;

import java.util.List;
import java.util.Optional;

/** Where lines about telephone calls may stand. */
final class CallPlaces {
  private CallPlaces() {}

  static void check(List<Beat> beats, Mistakes mistakes) {
    for (int index = 0; index < beats.size(); index++) {
      Beat beat = beats.get(index);
      expected(beat, index == 0).ifPresent(what -> add(what, beat, beat, mistakes));
      if (needsCall(beat) && !(beats.get(0) instanceof CallBeat)) {
        add("'a call from' before all other lines", beat, beats.get(0), mistakes);
      }
    }
  }

  private static void add(String expected, Beat where, Beat found, Mistakes mistakes) {
    mistakes.add(where.line(), "expected %s, got '%s'".formatted(expected, found.line().text()));
  }

  private static Optional<String> expected(Beat beat, boolean first) {
    if (beat instanceof CallBeat && !first) {
      return Optional.of("a call before all other lines");
    }
    if (beat instanceof CallBeat.SipHeader) {
      return Optional.of("a SIP header right after its call");
    }
    return beat instanceof TransferBeat.Answer
        ? Optional.of("what becomes of a transfer right after 'the client transfers the call'")
        : Optional.empty();
  }

  private static boolean needsCall(Beat beat) {
    return beat instanceof CallerBeat
        || beat instanceof PressBeat
        || beat instanceof TransferBeat
        || beat instanceof HangUpBeat;
  }
}
