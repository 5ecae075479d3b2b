package dev.soundcheck.conformance.docs;

import dev.soundcheck.audio.SpokenVoice;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The files that a command names: those to read are put there, those to write are looked for. */
final class Belongings {
  private static final Path ROOT = Path.of(System.getProperty("soundcheck.root", ".."));

  /** What a reader's own folder of features has. */
  private static final Path FEATURES =
      ROOT.resolve("docs/examples/src/test/resources/gateway").toAbsolutePath().normalize();

  private static final Path TRACE =
      ROOT.resolve("recordings/conversation/whatever-is-said-is-answered/trace.ndjson");
  private static final Set<String> WRITTEN =
      Set.of("--out", "--report", "--trace", "--stereo", "--snippets");

  /** What a browser's developer tools save, with one message of a server. */
  private static final String HAR =
      """
      {"log": {"version": "1.2", "entries": [{
        "startedDateTime": "2026-11-20T13:00:00.000Z",
        "request": {"method": "GET", "url": "wss://127.0.0.1:8765/v1/realtime", "headers": []},
        "response": {"status": 101, "headers": []},
        "_resourceType": "websocket",
        "_webSocketMessages": [
          {"type": "receive", "time": 1795179600.1, "opcode": 1,
           "data": "{\\"type\\":\\"ping\\",\\"event_id\\":\\"event_1\\",\\"timestamp\\":1795179600000}"}
        ]}]}}
      """;

  private final String url;
  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  /**
   * A reader's files.
   *
   * @param port of a server, of which results are made that are to be read
   */
  Belongings(Path folder, String port) {
    this.folder = folder;
    this.url = "ws://127.0.0.1:%s/v1/realtime".formatted(port);
  }

  /** The words with the names of files below the folder. */
  List<String> inFolder(List<String> words, ParseResult parsed) throws IOException {
    Map<String, String> moved = new HashMap<>();
    for (ArgSpec argument : files(parsed).toList()) {
      for (String name : argument.originalStringValues()) {
        Path file = folder.resolve(name);
        moved.put(name, file.toString());
        if (isWritten(argument, parsed)) {
          written.add(file);
        } else if (!Files.exists(file)) {
          provide(file);
        }
      }
    }
    for (String name : String.join(" ", words).split(" ")) {
      // also what picocli does not keep, and what a command that is given as a word names
      if (name.matches(".*\\.(wav|json)") && !moved.containsKey(name)) {
        moved.put(name, folder.resolve(name).toString());
        provide(folder.resolve(name));
      }
    }
    return words.stream().map(word -> moved(word, moved)).toList();
  }

  private static String moved(String word, Map<String, String> moved) {
    return Arrays.stream(word.split(" "))
        .map(name -> moved.getOrDefault(name, name))
        .collect(Collectors.joining(" "));
  }

  /** What has to be there afterwards. */
  List<Path> written() {
    return written;
  }

  private static Stream<ArgSpec> files(ParseResult parsed) {
    return Stream.<ArgSpec>concat(
            parsed.matchedOptions().stream(), parsed.matchedPositionals().stream())
        .filter(
            argument ->
                argument.type() == Path.class
                    || argument.auxiliaryTypes()[0] == Path.class
                    || argument.paramLabel().equals("FILE"));
  }

  private static boolean isWritten(ArgSpec argument, ParseResult parsed) {
    return argument instanceof OptionSpec option
        ? WRITTEN.contains(option.longestName())
        : parsed.commandSpec().name().equals("export");
  }

  /** What docs/first-rehearsal.md tells its reader to write down. */
  private static String firstRehearsal(String kind) {
    return Page.read("docs/first-rehearsal.md").snippets().stream()
        .filter(block -> block.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private void provide(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Path parent = file.resolveSibling("").normalize();
    Files.createDirectories(parent);
    if (name.endsWith(".wav")) {
      Wav.write(file, SpokenVoice.embedded().speak("What is the weather in Paris?"));
    } else if (name.endsWith(".ndjson")) {
      Files.copy(TRACE, file);
    } else if (name.endsWith(".har")) {
      Files.writeString(file, HAR);
    } else if (name.endsWith(".json")) {
      Files.writeString(file, firstRehearsal("json"));
    } else if (parent.endsWith("out")) {
      String only = "session-update-is-acknowledged";
      Ran.soundcheck("test", "server", "--url", url, "--only", only, "--report", file.toString());
    } else if (name.equals("rehearsal")) {
      Files.createDirectories(file);
      Files.writeString(file.resolve("orders.feature"), firstRehearsal("gherkin"));
    } else if (name.endsWith("features")) {
      Files.createDirectories(file);
      Files.copy(FEATURES.resolve("calls.feature"), file.resolve("calls.feature"));
    }
  }
}
