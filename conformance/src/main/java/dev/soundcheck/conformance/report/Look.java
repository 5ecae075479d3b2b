package dev.soundcheck.conformance.report;

import java.util.Optional;

/**
 * How text is to lie on a terminal.
 *
 * @param colours whether it shows them
 * @param columns how wide it is
 * @param page where the page of the same results lies, when it was written
 */
public record Look(boolean colours, int columns, Optional<String> page) {
  private static final int NARROWEST = 48;

  public Look {
    columns = Math.max(NARROWEST, columns);
  }
}
