package dev.soundcheck.conformance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges a server or a client. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    subcommands = {TestServerCommand.class, TestClientCommand.class},
    description = "Judges a server or a client by the conformance suite, and reports.",
    exitCodeList = {"0:fine", "1:something is not as it has to be", "2:wrong use"},
    footer = {
      "",
      "Examples:",
      "  soundcheck test server --url ws://127.0.0.1:8765/v1/realtime --report out/server",
      "  soundcheck test client --command \"python app.py {url}\" --report out/app"
    })
final class TestCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Soundcheck.WRONG_USE;
  }
}
