package dev.soundcheck.conformance.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Linux tells of processes in {@code /proc}. Of other users' processes it tells little, and
 * where it is not there nothing; neither is an error.
 */
record ProcFolder(Path path) {
  static final ProcFolder OF_THIS_MACHINE = new ProcFolder(Path.of("/proc"));

  /** Standard output and standard error. */
  private static final List<String> OUTPUTS = List.of("1", "2");

  /**
   * Those who have this mark in the environment that they were started with, or write to this pipe.
   *
   * @param pipe as {@link #pipe} tells it; empty for none
   */
  List<ProcessHandle> carriers(Mark mark, String pipe) {
    Predicate<Path> carries = process -> hasWord(process, mark) || writes(process, pipe);
    List<ProcessHandle> carriers = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(path, "[0-9]*")) {
      for (Path process : processes) {
        if (carries.test(process)) {
          // Asked again, since the number may be another's by now; a handle knows that later.
          ProcessHandle.of(number(process))
              .filter(same -> carries.test(process))
              .ifPresent(carriers::add);
        }
      }
    } catch (IOException | DirectoryIteratorException untold) {
      return carriers;
    }
    return carriers;
  }

  /** The pipe that is its standard output; empty when that is none, or not told. */
  String pipe(long process) {
    String output = link(folder(process), OUTPUTS.get(0));
    return output.startsWith("pipe:") ? output : "";
  }

  /** It has ended, and only its parent has not asked how: nobody can end it any more. */
  boolean isZombie(long process) {
    return read(folder(process).resolve("stat"))
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip())
        .filter(state -> state.startsWith("Z") || state.startsWith("X"))
        .isPresent();
  }

  private static boolean hasWord(Path process, Mark mark) {
    return read(process.resolve("environ")).filter(all -> all.contains(mark.word())).isPresent();
  }

  private static boolean writes(Path process, String pipe) {
    return !pipe.isEmpty()
        && OUTPUTS.stream().anyMatch(output -> link(process, output).equals(pipe));
  }

  private static String link(Path process, String output) {
    try {
      return Files.readSymbolicLink(process.resolve("fd").resolve(output)).toString();
    } catch (IOException untold) {
      return "";
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException untold) {
      return Optional.empty();
    }
  }

  private Path folder(long process) {
    return path.resolve(Long.toString(process));
  }

  private static long number(Path process) {
    return Long.parseLong(process.getFileName().toString());
  }
}
