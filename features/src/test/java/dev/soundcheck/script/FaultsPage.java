package dev.soundcheck.script;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The page about faults, made of the catalogue. */
final class FaultsPage {
  private static final String HEAD =
      """
      # What can go wrong

      <!-- Made of the catalogue by a test; change `FaultKind`, then run it with -Dgolden=write. -->

      Each fault can be ordered in three ways:

      * on the command line, for every connection: `./soundcheck serve --fault stall=5%,close=1011@3s`;
      * as a line of a scenario, in words: it strikes once, from that line on, and with the greeting where it stands before
        all that happens;
      * as a line that says all that the command line can: `the fault "close=1011@response.output_audio.delta#3"`, and
        `in 5 % of connections the fault "stall"`.

      ## How it is written

      `name=value:value@moment`, several with commas between them.
      Values are the fault's own, in their order; those in brackets may be left out.
      A value such as `5%` is the share of the connections that are struck; the seed decides which, the same ones in every run.
      A value such as `2x` says how often; without it a fault on the command line strikes each time.
      Times are `800ms`, `3s`, `2min`, `1h`, sizes `500`, `64KiB`, `20MiB`.
      The moment is a time after the opening, `@3s`, or an event of either side, `@response.create`, or one of several,
      `@response.output_audio.delta#3`; a fault that begins with an event of the server strikes that event already.

      Several faults take effect in the order of this page.
      What is sent under a fault is kept in traces as it really went out, and is nobody's mistake.

      | on the command line | left out | in a scenario | what a client sees |
      |---|---|---|---|
      """;

  private FaultsPage() {}

  static String text() {
    return Arrays.stream(FaultKind.values())
        .map(FaultsPage::row)
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static String row(FaultKind kind) {
    return "| `%s` | %s | `%s` | %s |"
        .formatted(kind.usage(), kind.defaults(), kind.phrase(), kind.meaning());
  }
}
