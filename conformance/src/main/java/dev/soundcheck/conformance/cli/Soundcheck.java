package dev.soundcheck.conformance.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The program: {@code serve} the mock, {@code talk} to an endpoint. Exit status 0 = fine, 1 =
 * findings, 2 = wrong use (design.md, "Command line").
 */
@Command(
    name = "soundcheck",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Rehearses a realtime voice app: plays xAI's voice API, and talks to it.",
    subcommands = {
      ServeCommand.class,
      TalkCommand.class,
      TestCommand.class,
      LoadCommand.class,
      RecordCommand.class,
      ReplayCommand.class,
      ScenariosCommand.class,
      FaultsCommand.class,
      LimitsCommand.class,
      ImportCommand.class,
      VerifyCommand.class,
      DiffCommand.class,
      ReportCommand.class,
      SchemasCommand.class,
      CompletionCommand.class,
      WarmUpCommand.class
    },
    exitCodeList = {"0:fine", "1:something was found", "2:wrong use"},
    footer = {
      "",
      "First steps:",
      "  ./soundcheck serve",
      "  ./soundcheck talk --say \"What is the weather in Paris?\" --out answer.wav"
    })
public final class Soundcheck {
  /** Everything was as it should be. */
  static final int FINE = 0;

  /** Something broke the contract, was not met or was not answered. */
  static final int FOUND = 1;

  /** Wrong use: nothing was judged. */
  static final int WRONG_USE = 2;

  /** What the libraries log; kept here because the JDK forgets loggers that nobody holds. */
  private static final Logger LIBRARIES = Logger.getLogger("");

  private static final int WIDTH = 100;

  private Soundcheck() {}

  /** Runs the program and ends the process. */
  public static void main(String[] args) {
    LIBRARIES.setLevel(Level.WARNING);
    System.exit(run(printer(System.out), printer(System.err), System.getenv(), args));
  }

  /** Runs the program in this process; returns its exit status. */
  public static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
    Confidences confidences = new Confidences();
    CommandLine line = line(environment, confidences);
    line.setOut(confidences.over(out)).setErr(confidences.over(err));
    int status = args.length == 0 ? usage(line) : line.execute(args);
    out.flush();
    err.flush();
    return status;
  }

  /** All commands with their options, before anything was typed. */
  static CommandLine line(Map<String, String> environment, Confidences confidences) {
    CommandLine line =
        new CommandLine(new Soundcheck(), factory(Surroundings.of(environment, confidences)));
    line.registerConverter(URI.class, new AddressReader(confidences));
    line.registerConverter(Secret.class, new SecretReader(environment, confidences));
    line.registerConverter(int.class, new Whole());
    line.registerConverter(Integer.class, new Whole());
    line.registerConverter(long.class, new WholeLong());
    line.registerConverter(Path.class, new FileName());
    line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpWidth(WIDTH);
    CommandList.in(line);
    ExitStatuses.in(line);
    line.setParameterExceptionHandler(new Complaints.AboutParameters());
    line.setExecutionExceptionHandler(new Complaints.AboutExecution());
    return line;
  }

  // Classes, not lambdas: picocli's interfaces are of Java 5, and JDK 17 crashes when it archives a
  // lambda of one (adjust_lambda_proxy_class_dictionary), without which the program starts slowly.
  private static final class Whole implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, Integer::parseInt);
    }
  }

  private static final class WholeLong implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return number(text, Long::parseLong);
    }
  }

  private static final class FileName implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException notOne) {
        throw new TypeConversionException(
            "expected the name of a file, found '%s': %s".formatted(text, notOne.getReason()));
      }
    }
  }

  private static <N> N number(String text, Function<String, N> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException notOne) {
      throw new TypeConversionException("expected a whole number, found '%s'".formatted(text));
    }
  }

  private static int usage(CommandLine line) {
    line.usage(line.getErr());
    return WRONG_USE;
  }

  private static IFactory factory(Surroundings surroundings) {
    Map<Class<?>, Object> told =
        Stream.of(
                new ServeCommand(surroundings),
                new TalkCommand(surroundings),
                new TestServerCommand(surroundings),
                new TestClientCommand(surroundings),
                new LoadCommand(surroundings),
                new RecordCommand(surroundings),
                new ReplayCommand(surroundings),
                new DiffCommand(surroundings),
                new ReportCommand(surroundings))
            .collect(Collectors.toMap(Object::getClass, command -> command));
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        Object command = told.get(type);
        return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
      }
    };
  }

  private static PrintWriter printer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
