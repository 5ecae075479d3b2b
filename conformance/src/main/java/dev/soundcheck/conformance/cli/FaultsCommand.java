package dev.soundcheck.conformance.cli;

import dev.soundcheck.script.FaultKind;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists everything that can go wrong. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "Lists the faults that 'serve --fault' takes, with their arguments.",
    footer = {
      "",
      "Several stand with commas between them. A value such as 5%% is the share of the connections",
      "that are struck, 2x how often; @3s or @response.done#2 is the moment from which on.",
      "",
      "Example:",
      "  soundcheck serve --fault stall=5%%,close=1011@3s"
    })
final class FaultsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int width =
        Arrays.stream(FaultKind.values()).mapToInt(kind -> kind.usage().length()).max().orElse(0);
    for (FaultKind kind : FaultKind.values()) {
      String usual = kind.defaults().isEmpty() ? "" : " (" + kind.defaults() + ")";
      out.printf("%-" + width + "s  %s%s%n", kind.usage(), kind.meaning().replace("`", ""), usual);
    }
    out.flush();
    return Soundcheck.FINE;
  }
}
