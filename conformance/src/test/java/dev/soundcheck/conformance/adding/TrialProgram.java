package dev.soundcheck.conformance.adding;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does what trials ask for, in a process of its own because tests find the project by a property of
 * the process. Reads them from one file and writes what each command printed to another.
 */
final class TrialProgram {
  private static final JsonMapper JSON = new JsonMapper();

  private TrialProgram() {}

  /** Two files: the trials, and what comes of them. */
  public static void main(String[] files) throws Exception {
    List<List<String>> printed = new ArrayList<>();
    for (Trial trial : JSON.readValue(Path.of(files[0]).toFile(), Trial[].class)) {
      System.setProperty("soundcheck.root", trial.root());
      printed.add(printed(trial));
    }
    JSON.writeValue(Path.of(files[1]).toFile(), printed);
    System.exit(0);
  }

  private static List<String> printed(Trial trial) throws Exception {
    URL[] places =
        trial.classes().stream().map(Path::of).map(TrialProgram::url).toArray(URL[]::new);
    try (Terminal terminal = new Terminal(Path.of(trial.root()), places)) {
      for (String command : trial.commands()) {
        if (!trial.upToTheFirstWord() || terminal.quiet()) {
          terminal.types(command);
        }
      }
      return terminal.printed();
    }
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(folder.toString(), impossible);
    }
  }
}
