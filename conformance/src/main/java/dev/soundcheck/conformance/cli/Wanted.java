package dev.soundcheck.conformance.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A turn as the command line gives it.
 *
 * @param after how many words of the command line came after it
 * @param option {@code --wav}, {@code --say} or {@code --text}
 * @param value the file or the words
 */
record Wanted(int after, String option, String value) {
  /** All of them in the order of the command line. */
  static List<Wanted> inOrder(List<Wanted> wav, List<Wanted> say, List<Wanted> text) {
    return Stream.of(wav, say, text)
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Wanted::after).reversed())
        .toList();
  }

  /** Takes every value up to the next option. */
  static final class UpToNextOption implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature
    public void consumeParameters(Stack<String> args, ArgSpec arg, CommandSpec command) {
      String option = ((OptionSpec) arg).longestName();
      if (args.isEmpty() || isOption(args.peek(), command)) {
        throw new ParameterException(
            command.commandLine(), "%s: expected %s after it".formatted(option, arg.paramLabel()));
      }
      List<Wanted> turns = new ArrayList<>(arg.<List<Wanted>>getValue());
      do {
        turns.add(new Wanted(args.size(), option, args.pop()));
      } while (!args.isEmpty() && !args.peek().startsWith("-"));
      arg.setValue(turns);
    }

    private static boolean isOption(String word, CommandSpec command) {
      return command.optionsMap().containsKey(word.replaceFirst("=.*$", ""));
    }
  }
}
