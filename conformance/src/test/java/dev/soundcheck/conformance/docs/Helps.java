package dev.soundcheck.conformance.docs;

import dev.soundcheck.conformance.cli.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What the program says of itself with {@code --help}. */
final class Helps {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

  /** What pages say of another program, opusenc. */
  private static final Set<String> OF_OTHERS =
      Set.of("--bitrate", "--framesize", "--hard-cbr", "--music", "--speech");

  private static final String OPTIONS =
      commands()
          .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
          .collect(Collectors.joining(" ", " ", " "));

  private Helps() {}

  /** Every command, and every one below it. */
  static Stream<CommandLine> commands() {
    return below(Model.commands());
  }

  /** The calls that helps have as examples. */
  static Stream<Command> examples() {
    return commands().flatMap(Helps::examples);
  }

  static Stream<Command> examples(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return Arrays.stream(command.getCommandSpec().usageMessage().footer())
        .filter(line -> line.matches("  (\\./)?soundcheck .*"))
        .map(line -> line.replace("%%", "%").strip().split("  ")[0].replaceFirst(" >.*", ""))
        .map(line -> Command.alone(name + " --help", line.replaceFirst("^soundcheck", "./$0")));
  }

  /** The options of a text in a sentence that neither this program has nor a script of ours. */
  static List<String> unknownOption(Page page, Page.Place span) {
    return OPTION
        .matcher(span.text())
        .results()
        .map(it -> it.group())
        .filter(option -> !OPTIONS.contains(" " + option + " "))
        .filter(option -> !OF_OTHERS.contains(option))
        .filter(option -> !scripts().contains(option))
        .map(option -> "%s:%d: no command has %s".formatted(page.file(), span.line(), option))
        .toList();
  }

  /** What the scripts that people start are made of, as one text. */
  private static String scripts() {
    return Stream.of(
            ".ci",
            "conformance/interop",
            "conformance/drift",
            "conformance/bench",
            "docs/load",
            "docs/deploy",
            "audio/listening",
            "mock-server/page")
        .map(folder -> ROOT.resolve(folder))
        .map(Helps::text)
        .collect(Collectors.joining());
  }

  /** What a script is made of: itself, and what lies in its folder. */
  static String source(Path script) {
    return text(script.resolveSibling(""));
  }

  private static String text(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*(/\\w+|\\.py|\\.mjs|\\.sh)"))
          .map(Helps::read)
          .collect(Collectors.joining());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(Helps::below));
  }
}
