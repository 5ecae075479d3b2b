package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.conformance.verify.Import;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Trace;
import dev.soundcheck.schemas.TraceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a trace of what another tool recorded. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a trace of a HAR with WebSocket messages (Chrome, mitmproxy, Playwright) or of a cassette",
      "(YAML with interactions). The profile is told from what the server said."
    },
    exitCodeList = {"0:fine", "2:the file is none of these"},
    footer = {"", "Example:", "  soundcheck import devtools.har --out session.ndjson"})
final class ImportCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "What another tool recorded.")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The trace to write.")
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private Path out;

  @Override
  public Integer call() throws IOException {
    Trace trace = Import.read(file, Version.text());
    try (TraceWriter writer = new TraceWriter(Files.newOutputStream(out), trace.header())) {
      trace.seen().forEach(writer::write);
    }
    PrintWriter screen = spec.commandLine().getOut();
    trace.notes().forEach(note -> screen.println("note: " + Columns.clean(note)));
    screen.println(
        "%s: %d things seen on %d connection(s), profile %s, audio %s; written to %s"
            .formatted(
                file,
                trace.seen().size(),
                trace.seen().stream().mapToInt(Observed::connection).max().orElse(0),
                trace.header().profile().id(),
                trace.header().audio().id(),
                out));
    return Soundcheck.FINE;
  }
}
