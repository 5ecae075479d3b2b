package dev.soundcheck.conformance.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * The commands in the help of the one above them, each by the first sentence about it; picocli
 * takes the first line of it, wherever that ends.
 */
final class CommandList implements IHelpSectionRenderer {
  /** Has all commands listed so. */
  static void in(CommandLine line) {
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
    sections.put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
    line.setHelpSectionMap(sections);
  }

  @Override
  public String render(Help help) {
    Map<String, String> sentences = new LinkedHashMap<>();
    help.subcommands()
        .forEach((name, command) -> sentences.put("  " + name, firstSentence(command)));
    return help.createTextTable(sentences).toString();
  }

  private static String firstSentence(Help command) {
    String all = String.join(" ", command.commandSpec().usageMessage().description());
    int end = all.indexOf(". ");
    return end < 0 ? all : all.substring(0, end + 1);
  }
}
