package dev.soundcheck.conformance.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What each command ends with, in its help: its own list, or that it finds nothing. */
final class ExitStatuses {
  private ExitStatuses() {}

  /** Has all commands say so. */
  static void in(CommandLine line) {
    UsageMessageSpec help = line.getCommandSpec().usageMessage();
    help.exitCodeListHeading("%nExit status:%n");
    if (help.exitCodeList().isEmpty()) {
      Map<String, String> usual = new LinkedHashMap<>();
      usual.put("0", "fine");
      usual.put("2", "wrong use");
      help.exitCodeList(usual);
    }
    line.getSubcommands().values().forEach(ExitStatuses::in);
  }
}
