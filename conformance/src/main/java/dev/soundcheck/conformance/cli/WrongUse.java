package dev.soundcheck.conformance.cli;

import java.util.List;

/** What was asked for cannot be done; each mistake says where, what was expected and what found. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String mistake) {
    super(mistake);
  }

  WrongUse(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
