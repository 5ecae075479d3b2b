package dev.soundcheck.schemas;

import java.util.List;

/** A file that is no trace; carries every problem as {@code file:line: expected …, found …}. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TraceException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each problem of the file, in order. */
  public List<String> problems() {
    return problems;
  }
}
