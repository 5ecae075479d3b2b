package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.Answer;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.schemas.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a client about what it keeps. */
final class FileOptions {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the answers as a WAV file, and the trace beside it as FILE.ndjson.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--stereo",
      paramLabel = "FILE",
      description =
          "Write the call as it was at this end as a WAV file: left you, right the assistant as played.")
  private Optional<Path> stereo = Optional.empty();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write all that was said as NDJSON (default: beside --out).")
  private Optional<Path> trace = Optional.empty();

  @Option(
      names = "--trace-wav",
      description = "Write the sound of each side beside the trace, as FILE.client.wav and so on.")
  private boolean wavs;

  @Mixin private TraceOptions contents = new TraceOptions();

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    check("--out", out, mistakes);
    if (out.filter(file -> file.toString().endsWith(".ndjson")).isPresent()) {
      mistakes.add("--out: expected a name for a WAV file, found that of a trace.");
    }
    check("--trace", trace(), mistakes);
    check("--stereo", stereo, mistakes);
    if (wavs && trace().isEmpty()) {
      mistakes.add("--trace-wav: expected --trace FILE too, whose name the WAV files get.");
    }
  }

  /** Begins the trace, if one is wanted, and passes all on to the next watcher. */
  TraceFile trace(TraceHeader header, Watcher next, Confidences confidences) throws IOException {
    Optional<TraceWriter> writer = Optional.empty();
    if (trace().isPresent()) {
      writer =
          Optional.of(
              new TraceWriter(
                  Files.newOutputStream(trace().orElseThrow()),
                  contents.header(header),
                  contents.redacted(confidences)));
    }
    Optional<CallRecording> call =
        stereo.isPresent()
            ? Optional.of(new CallRecording(stereo.orElseThrow()))
            : Optional.empty();
    return new TraceFile(writer, sides(), call, next);
  }

  void keep(List<Answer> answers) throws IOException {
    AnswerFile.write(out, answers);
  }

  /** A line for each file that was written. */
  List<String> written() {
    List<String> lines = new ArrayList<>();
    out.ifPresent(file -> lines.add("answers written to " + file));
    stereo.ifPresent(file -> lines.add("call written to " + file));
    trace().ifPresent(file -> lines.add("trace written to " + file));
    sides().ifPresent(it -> it.files().forEach(file -> lines.add("sound written to " + file)));
    return lines;
  }

  private Optional<SideWavs> sides() {
    return trace().filter(file -> wavs).map(SideWavs::beside);
  }

  /** Where the answers are kept their trace is too, under the same name. */
  private Optional<Path> trace() {
    return trace.or(() -> out.map(FileOptions::beside));
  }

  private static Path beside(Path wav) {
    String name = String.valueOf(wav.getFileName());
    return wav.resolveSibling(name.replaceFirst("(?<=.)\\.[^.]*$", "") + ".ndjson");
  }

  private static void check(String option, Optional<Path> file, List<String> mistakes) {
    Optional<Path> folder = file.map(path -> path.toAbsolutePath().getParent());
    if (file.filter(Files::isDirectory).isPresent()
        || folder.filter(parent -> !Files.isDirectory(parent)).isPresent()) {
      mistakes.add(
          "%s: '%s' cannot be written; expected a file in a folder that is there."
              .formatted(option, file.orElseThrow()));
    }
  }
}
