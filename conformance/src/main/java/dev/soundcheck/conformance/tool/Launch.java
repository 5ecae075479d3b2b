package dev.soundcheck.conformance.tool;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is started, and how.
 *
 * @param words the program and its arguments; no shell sees them
 * @param environment what the program finds in its environment besides ours
 * @param folder where it runs
 */
public record Launch(List<String> words, Map<String, String> environment, Path folder) {
  private static final Pattern NO_SUCH_FILE = Pattern.compile("error(=|: )2\\b");

  public Launch {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** Standard input is at its end; standard error goes where standard output goes. */
  Process begin(Mark mark) throws UnstartableException {
    check();
    Process process;
    try {
      ProcessBuilder program = new ProcessBuilder(words).directory(folder.toFile());
      program.environment().putAll(environment);
      mark.putOn(program.environment());
      process = program.redirectErrorStream(true).start();
    } catch (IOException | IllegalArgumentException refused) {
      throw unstartable(why(String.valueOf(refused.getMessage())));
    }
    endInput(process);
    return process;
  }

  /** What cannot be closed is not open. */
  private static void endInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException closed) {
      return;
    }
  }

  /**
   * The program was looked for before, and is there when the system says 2, "no such file". Java
   * before 25 writes {@code error=2}, later {@code error: 2}.
   */
  private static String why(String refusal) {
    return NO_SUCH_FILE.matcher(refusal).find()
        ? refusal.strip()
            + "; the file is there, so its first line may name an interpreter that is not"
        : refusal.strip();
  }

  private void check() throws UnstartableException {
    if (!Files.isDirectory(folder)) {
      throw unstartable("there is no folder '%s' to run it in".formatted(folder));
    }
    Optional<String> missing = missing(words.get(0), folder);
    if (missing.isPresent()) {
      throw unstartable(missing.get());
    }
    Charset passed = passed();
    Optional<String> unsayable =
        Stream.concat(words.stream(), environment.values().stream())
            .filter(word -> !passed.newEncoder().canEncode(word))
            .findFirst();
    if (unsayable.isPresent()) {
      throw unstartable(
          "'%s' cannot be given to a program in the character set %s; LC_ALL=C.UTF-8 allows it"
              .formatted(unsayable.get(), passed));
    }
  }

  /** Why this program cannot be started, with where it was looked for. */
  static Optional<String> missing(String program, Path folder) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    String looked =
        program.contains("/")
            ? "It was looked for from the folder '%s'".formatted(folder.toAbsolutePath())
            : "The PATH is " + path.replace(File.pathSeparator, ", ");
    return Programs.missing(program, path, folder)
        .map(why -> "%s. %s. No shell reads a command; sh -c '…' does".formatted(why, looked));
  }

  /** What Java writes arguments in: before 18 that of files, then that of the system. */
  private static Charset passed() {
    return Runtime.version().feature() < 18
        ? Charset.defaultCharset()
        : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  private UnstartableException unstartable(String why) {
    return new UnstartableException("'%s' cannot be started: %s.".formatted(words.get(0), why));
  }
}
