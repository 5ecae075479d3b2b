package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.report.Columns;
import dev.soundcheck.conformance.verify.Remark;
import dev.soundcheck.schemas.Json;
import dev.soundcheck.schemas.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds traces against the contract. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds traces against the contract: the schema of every event, the rules about what both sides",
      "have to say and in which order, and the sound of both: whether it is in its format, whole, in time",
      "and not cut. What the contract does not know is told as drift, what it only recommends or people",
      "hear as a warning. Then come the figures of each answer."
    },
    exitCodeList = {
      "0:fine",
      "1:something is broken",
      "2:a file is no trace, or a line of it is wrong"
    },
    footer = {
      "",
      "Example:",
      "  soundcheck verify session.ndjson",
      "  soundcheck verify --snippets snippets session.ndjson"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Parameters(paramLabel = "TRACE", arity = "1..*", description = "Traces (NDJSON).")
  private List<Path> files = List.of();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "Hold them against this profile, one of ${COMPLETION-CANDIDATES}, instead of the one that the trace names.")
  private Optional<Profile> profile = Optional.empty();

  @Option(names = "--strict", description = "Drift and warnings count too: exit status 1.")
  private boolean strict;

  @Option(
      names = "--snippets",
      paramLabel = "DIR",
      description = "Write the sound around each remark about sound there, as a WAV and a picture.")
  private Optional<Path> snippets = Optional.empty();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    ObjectNode all = Json.mapper().createObjectNode();
    ArrayNode results = all.putArray("traces");
    int status = Soundcheck.FINE;
    for (Path file : files) {
      Verified result = json ? described(file, results) : printed(file);
      result.problems().stream().map(Columns::clean).forEach(spec.commandLine().getErr()::println);
      status = Math.max(status, result.status(strict));
    }
    if (json) {
      spec.commandLine().getOut().println(all.put("status", status));
    }
    return status;
  }

  private Verified described(Path file, ArrayNode results) {
    ArrayNode remarks = Json.mapper().createArrayNode();
    Verified result = verified(file, remark -> remarks.add(Verified.json(remark)));
    results.add(result.json().set("remarks", remarks));
    return result;
  }

  private Verified verified(Path file, Consumer<Remark> to) {
    Optional<Snippets> sounds = snippets.map(folder -> Snippets.in(folder, file));
    return Verified.of(
        file,
        profile,
        remark -> {
          to.accept(remark);
          sounds.ifPresent(kept -> remark.flaw().ifPresent(kept::keep));
        });
  }

  private Verified printed(Path file) {
    Verified result = verified(file, remark -> print(file, remark));
    AnswerTable.lines(result.answers()).stream()
        .map(Columns::clean)
        .forEach(spec.commandLine().getOut()::println);
    result
        .notes()
        .forEach(note -> spec.commandLine().getOut().println("note: " + Columns.clean(note)));
    spec.commandLine().getOut().println(result.summary());
    return result;
  }

  private void print(Path file, Remark remark) {
    spec.commandLine()
        .getOut()
        .println(
            "%s:%d: %s (%s): %s %s: %s"
                .formatted(
                    file,
                    remark.line(),
                    remark.level().name().toLowerCase(Locale.ROOT),
                    remark.rule(),
                    remark.from().name().toLowerCase(Locale.ROOT),
                    Columns.clean(remark.event()),
                    Columns.clean(place(remark) + remark.text())));
  }

  private static String place(Remark remark) {
    return remark
        .flaw()
        .map(flaw -> "at %d ms of %s: ".formatted(flaw.offset().toMillis(), flaw.sound()))
        .orElse("");
  }
}
