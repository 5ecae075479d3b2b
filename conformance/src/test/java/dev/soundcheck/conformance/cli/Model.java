package dev.soundcheck.conformance.cli;

import java.util.Map;
import picocli.CommandLine;

/** The model of the command line, for tests of what is written about it. */
public final class Model {
  private Model() {}

  /** All commands; for one parse, since parsing fills it. */
  public static CommandLine commands() {
    return Soundcheck.line(Map.of(), new Confidences());
  }
}
