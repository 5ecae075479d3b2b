package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.conformance.device.DeviceException;
import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.conformance.report.ReportException;
import dev.soundcheck.conformance.verify.ImportException;
import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.schemas.TraceException;
import dev.soundcheck.script.ScriptException;
import dev.soundcheck.server.ServerException;
import dev.soundcheck.server.recording.RecordingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words on standard error and an exit status. */
final class Complaints {
  private static final Set<Class<?>> EXPECTED =
      Set.of(
          WrongUse.class,
          AudioException.class,
          ScriptException.class,
          TraceException.class,
          RecordingException.class,
          ReportException.class,
          ServerException.class,
          ImportException.class,
          DeviceException.class,
          IOException.class,
          UncheckedIOException.class);

  private static final Pattern OF_ENUM =
      Pattern.compile("expected one of \\[([A-Z_, ]+)] \\(case-insensitive\\) but was '(.*)'");

  private Complaints() {}

  /** What was typed is no command. */
  static final class AboutParameters implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
      CommandLine line = mistake.getCommandLine();
      PrintWriter err = line.getErr();
      err.println(Columns.cleanLines(sentence(mistake)));
      err.println("Try '%s --help'.".formatted(line.getCommandSpec().qualifiedName()));
      return Soundcheck.WRONG_USE;
    }
  }

  /** A command cannot be done. */
  static final class AboutExecution implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed)
        throws Exception {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      if (cause != null && EXPECTED.stream().anyMatch(kind -> kind.isInstance(cause))) {
        // It may be a server's words, or a file's.
        line.getErr().println(Columns.cleanLines(String.valueOf(cause.getMessage())));
        return Soundcheck.WRONG_USE;
      }
      throw failure;
    }
  }

  private static String sentence(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unknown) {
      String wrong = unknown.getUnmatched().get(0);
      CommandSpec command = mistake.getCommandLine().getCommandSpec();
      List<String> likely =
          unknown.isUnknownOption()
              ? Nearest.likely(wrong, command.optionsMap().keySet())
              : Nearest.likely(wrong, command.subcommands().keySet());
      return "Unknown %s '%s'.".formatted(unknown.isUnknownOption() ? "option" : "argument", wrong)
          + likely.stream().findFirst().map(" Did you mean '%s'?"::formatted).orElse("");
    }
    String message = inOurWords(String.valueOf(mistake.getMessage()));
    String meant = meant(mistake);
    boolean ended = message.endsWith(".") || message.endsWith("?");
    return message + (ended ? "" : ".") + meant;
  }

  /** What picocli says of an enum's names, as we say it of other names. */
  private static String inOurWords(String message) {
    return OF_ENUM
        .matcher(message)
        .replaceFirst(
            names ->
                Matcher.quoteReplacement(
                    "expected one of [%s], found '%s'"
                        .formatted(names.group(1).toLowerCase(Locale.ROOT), names.group(2))));
  }

  /** The likely one of the values that the option offers to a shell as well. */
  private static String meant(ParameterException mistake) {
    ArgSpec argument = mistake.getArgSpec();
    String value = mistake.getValue();
    if (argument == null || value == null || argument.completionCandidates() == null) {
      return "";
    }
    List<String> offered = new ArrayList<>();
    argument.completionCandidates().forEach(offered::add);
    return Nearest.likely(value, offered).stream()
        .findFirst()
        .map(" Did you mean '%s'?"::formatted)
        .orElse("");
  }
}
