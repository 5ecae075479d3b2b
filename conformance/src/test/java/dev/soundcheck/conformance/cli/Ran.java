package dev.soundcheck.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What one run of the program printed, and its exit status. */
public record Ran(int status, String out, String err) {
  public static Ran soundcheck(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Soundcheck.run(new PrintWriter(out), new PrintWriter(err), Map.of("NO_COLOR", "1"), args);
    return new Ran(status, out.toString(), err.toString());
  }
}
