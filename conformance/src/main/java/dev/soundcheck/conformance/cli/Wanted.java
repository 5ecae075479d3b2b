package dev.soundcheck.conformance.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A turn as the command line gives it.
 *
 * @param after how many words of the command line came after it
 * @param option {@code --wav}, {@code --say}, {@code --text} or {@code --barge-in}
 * @param value the file or the words
 * @param breaksIn how many milliseconds into the answer before it; empty when it waits
 */
record Wanted(int after, String option, String value, Optional<String> breaksIn) {
  /** All of them in the order of the command line. */
  static List<Wanted> inOrder(Collection<List<Wanted>> kinds) {
    return kinds.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Wanted::after).reversed())
        .toList();
  }

  boolean isFile() {
    return option.equals("--wav") || option.equals("--barge-in");
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
        turns.add(new Wanted(args.size(), option, args.pop(), Optional.empty()));
      } while (!args.isEmpty() && !args.peek().startsWith("-"));
      arg.setValue(turns);
    }

    static boolean isOption(String word, CommandSpec command) {
      return command.optionsMap().containsKey(word.replaceFirst("=.*$", ""));
    }
  }

  /** Takes how far into the answer, and the file. */
  static final class BreakingIn implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature
    public void consumeParameters(Stack<String> args, ArgSpec arg, CommandSpec command) {
      if (args.size() < 2
          || UpToNextOption.isOption(args.peek(), command)
          || UpToNextOption.isOption(args.get(args.size() - 2), command)) {
        throw new ParameterException(
            command.commandLine(), "--barge-in: expected AFTER_MS and FILE after it");
      }
      List<Wanted> turns = new ArrayList<>(arg.<List<Wanted>>getValue());
      int place = args.size();
      String after = args.pop();
      turns.add(new Wanted(place, "--barge-in", args.pop(), Optional.of(after)));
      arg.setValue(turns);
    }
  }
}
