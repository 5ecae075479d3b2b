package dev.soundcheck.conformance.report;

import java.util.List;

/**
 * A report that cannot be read or written: each problem says where, what was expected, what found.
 */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportException(String problem) {
    super(problem);
  }

  ReportException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }

  ReportException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
