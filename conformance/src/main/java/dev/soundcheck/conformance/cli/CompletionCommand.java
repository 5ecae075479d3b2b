package dev.soundcheck.conformance.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what a shell needs to complete commands, options and their values. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a script for bash or zsh that completes commands, options and the names of files.",
      "It is for the name 'soundcheck': './soundcheck' is completed by it as well."
    },
    footer = {
      "",
      "Examples:",
      "  source <(./soundcheck completion)",
      "  ./soundcheck completion > ~/.local/share/bash-completion/completions/soundcheck"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    String script = AutoComplete.bash("soundcheck", spec.root().commandLine());
    spec.commandLine().getOut().println(script);
    return Soundcheck.FINE;
  }
}
