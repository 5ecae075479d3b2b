package dev.soundcheck.conformance.cli;

import dev.soundcheck.server.Limit;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists everything that is limited. */
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description = "Lists the limits that 'serve --limit' takes, with their defaults.",
    footer = {
      "",
      "Several stand with commas between them. Sizes are written as 500, 64KiB or 16MiB, times as",
      "500ms, 30s or 2h; none lifts a limit, but for those of a message and of what waits.",
      "",
      "Example:",
      "  soundcheck serve --limit message=1MiB,sessions-per-key=10"
    })
final class LimitsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Limit limit : Limit.values()) {
      out.printf("%-17s  %-6s  %s%n", limit.word(), limit.usual(), limit.meaning());
      out.printf("%-17s  %-6s  beyond it: %s%n", "", "", limit.consequence());
    }
    out.flush();
    return Soundcheck.FINE;
  }
}
