package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.tool.Recipes;
import dev.soundcheck.conformance.tool.Tool;
import dev.soundcheck.conformance.tool.ToolFile;
import dev.soundcheck.conformance.tool.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of a client about the tools that it has. */
@Command
final class ToolOptions {
  private static final String NAME = "[A-Za-z0-9_.-]{1,64}";

  @Option(
      names = "--tool",
      paramLabel = "NAME=COMMAND",
      description = {
        "Answer calls of this tool with what a command writes; it reads the arguments as JSON.",
        "May be given several times. No shell sees the command unless it names one."
      })
  private List<String> commands = List.of();

  @Option(
      names = "--tools",
      paramLabel = "FILE",
      description = {
        "Tools out of a JSON file: {\"NAME\": \"output\"} or {\"NAME\": {\"output\" or \"command\": …,",
        "\"description\": …, \"parameters\": …}}."
      })
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--tool-timeout",
      paramLabel = "TIME",
      converter = TimeName.class,
      description = "How long the command of a tool may take (default: 10s).")
  private Duration limit = Duration.ofSeconds(10);

  private final List<Tool> tools = new ArrayList<>();

  /** Adds what is wrong with them. */
  void check(boolean playing, List<String> mistakes) {
    if (playing && (!commands.isEmpty() || file.isPresent())) {
      mistakes.add(
          "--tool and --tools: a scenario says what its tools return, so --play takes neither.");
    }
    if (limit.isZero()) {
      mistakes.add("--tool-timeout: expected more than no time at all, found 0.");
    }
    tools.clear();
    file.ifPresent(path -> tools.addAll(ToolFile.read(path, mistakes)));
    commands.forEach(written -> read(written, mistakes));
  }

  /** What was checked; whoever asks closes it. */
  Toolbox tools() {
    return new Toolbox(tools, limit);
  }

  private void read(String written, List<String> mistakes) {
    int equals = written.indexOf('=');
    String name = equals < 0 ? written : written.substring(0, equals);
    if (equals < 0 || !name.matches(NAME)) {
      mistakes.add(
          "--tool: expected NAME=COMMAND, such as get_weather=./weather.sh, found '%s'."
              .formatted(written));
      return;
    }
    Recipes.command(written.substring(equals + 1), "--tool " + name, mistakes)
        .ifPresent(recipe -> add(Tool.named(name, recipe)));
  }

  /** A command stands for what the file says of its tool, and keeps what the server is told. */
  private void add(Tool tool) {
    tools.stream()
        .filter(it -> it.name().equals(tool.name()))
        .findFirst()
        .ifPresentOrElse(
            known -> tools.set(tools.indexOf(known), new Tool(known.declaration(), tool.recipe())),
            () -> tools.add(tool));
  }
}
