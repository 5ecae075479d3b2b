package dev.soundcheck.conformance.cli;

import dev.soundcheck.schemas.AsyncApi;
import dev.soundcheck.schemas.EventType;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Nearest;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.SchemaExport;
import dev.soundcheck.schemas.TraceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows the contract: its events, what each may say, and the same for other tools. */
@Command(
    name = "schemas",
    mixinStandardHelpOptions = true,
    description = "Lists, explains and exports the contract.",
    synopsisSubcommandLabel = "(list | show EVENT | export DIR | asyncapi)",
    footer = {
      "",
      "Examples:",
      "  soundcheck schemas list",
      "  soundcheck schemas show response.output_audio.delta --profile live-2026-07",
      "  soundcheck schemas export contract",
      "  soundcheck schemas asyncapi --out realtime.json"
    })
final class SchemasCommand implements Runnable {
  private static final String PROFILE =
      "The wire profile, one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse("schemas: expected list, show EVENT, export DIR or asyncapi.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  soundcheck schemas list"},
      description = "Lists the events, and in which profiles they have a shape of their own.")
  int list() {
    SchemaPages.list(spec.commandLine().getOut());
    return Soundcheck.FINE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  soundcheck schemas show response.output_audio.delta --profile live-2026-07"
      },
      description =
          "Explains an event, member by member, with examples that are made, not captured.")
  int show(
      @Parameters(
              paramLabel = "EVENT",
              completionCandidates = Choices.Events.class,
              description = "Its name on the wire.")
          String event,
      @Option(
              names = "--profile",
              converter = ProfileName.class,
              completionCandidates = ProfileName.class,
              defaultValue = "live",
              description = PROFILE)
          Profile profile) {
    EventType type = EventType.named(event).orElseThrow(() -> unknown(event));
    if (!profile.has(type)) {
      throw new WrongUse("The profile %s has no event '%s'.".formatted(profile.id(), event));
    }
    SchemaPages.show(profile, type, spec.commandLine().getOut());
    return Soundcheck.FINE;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  soundcheck schemas export contract"},
      description = "Writes every JSON Schema of a profile, and the one of traces, into a folder.")
  int export(
      @Parameters(paramLabel = "DIR", description = "Made when it is not there.") Path folder,
      @Option(
              names = "--profile",
              converter = ProfileName.class,
              completionCandidates = ProfileName.class,
              defaultValue = "live",
              description = PROFILE)
          Profile profile)
      throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrongUse("DIR: expected a folder, found the file '%s'.".formatted(folder));
    }
    Map<String, JsonNode> files = SchemaExport.files(profile);
    for (Map.Entry<String, JsonNode> file : files.entrySet()) {
      write(folder.resolve(file.getKey()), pretty(file.getValue()));
    }
    write(folder.resolve("trace.json"), TraceFormat.schema());
    spec.commandLine()
        .getOut()
        .println(
            "%d schemas of profile %s written to %s"
                .formatted(files.size() + 1, profile.id(), folder));
    return Soundcheck.FINE;
  }

  @Command(
      name = "asyncapi",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  soundcheck schemas asyncapi --out realtime.json"},
      description = "Writes the contract of a profile as an AsyncAPI 3.0 document.")
  int asyncapi(
      @Option(
              names = "--profile",
              converter = ProfileName.class,
              completionCandidates = ProfileName.class,
              defaultValue = "live",
              description = PROFILE)
          Profile profile,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "Write to this file instead of to standard output.")
          Optional<Path> out)
      throws IOException {
    String document = pretty(AsyncApi.document(profile, Version.text()));
    if (out.isEmpty()) {
      spec.commandLine().getOut().println(document);
    } else {
      write(out.orElseThrow(), document + "\n");
    }
    return Soundcheck.FINE;
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  private static String pretty(JsonNode json) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static WrongUse unknown(String event) {
    String meant =
        Nearest.likely(event, Arrays.stream(EventType.values()).map(EventType::wire).toList())
            .stream()
            .findFirst()
            .map(" Did you mean '%s'?"::formatted)
            .orElse("");
    return new WrongUse(
        "There is no event '%s'.%s 'soundcheck schemas list' has them all."
            .formatted(event, meant));
  }
}
