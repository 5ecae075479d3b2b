package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Tools;
import java.util.List;
import picocli.CommandLine.Command;

/** Options of a client about the tools that it has. */
@Command
final class ToolOptions {
  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {}

  Tools tools() {
    return Tools.NONE;
  }
}
