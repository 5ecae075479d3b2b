package dev.soundcheck.conformance.verify;

import java.util.List;

/** A file that cannot be brought in; carries every problem, each with its place in the file. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ImportException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  ImportException(String problem) {
    this(List.of(problem));
  }

  /** Each problem of the file, in order. */
  public List<String> problems() {
    return problems;
  }
}
