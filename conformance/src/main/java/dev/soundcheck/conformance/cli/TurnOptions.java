package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.WavStream;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Tools;
import dev.soundcheck.conformance.client.TurnsInOrder;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a client about what it says, and how. */
final class TurnOptions {
  @Option(
      names = "--wav",
      paramLabel = "FILE",
      parameterConsumer = Wanted.UpToNextOption.class,
      description = "Play this file as a turn; several may follow.")
  private List<Wanted> wav = List.of();

  @Option(
      names = "--say",
      paramLabel = "TEXT",
      parameterConsumer = Wanted.UpToNextOption.class,
      description = "Speak these words with the embedded voice.")
  private List<Wanted> say = List.of();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      parameterConsumer = Wanted.UpToNextOption.class,
      description = "Type these words.")
  private List<Wanted> text = List.of();

  @Option(
      names = "--play",
      paramLabel = "SCENARIO",
      description = "Play the client's lines of this scenario and check the server's.")
  private Optional<String> play = Optional.empty();

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features of your own, for --play.")
  private Optional<Path> features = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description =
          "Sound on the wire, both ways: pcm:RATE, pcmu, pcma or opus (default: pcm:24000).")
  private AudioFormat format = AudioFormat.DEFAULT;

  @Option(names = "--manual", description = "End turns by hand instead of by server detection.")
  private boolean manual;

  @Option(
      names = "--silence-ms",
      paramLabel = "N",
      description = "How much silence ends a turn (the session's silence_duration_ms).")
  private Optional<Integer> silence = Optional.empty();

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = TimeName.class,
      description =
          "With --play, how long to wait for each line of the server, such as 5s (default: 20s).")
  private Optional<Duration> patience = Optional.empty();

  boolean playing() {
    return play.isPresent();
  }

  /** Adds what is wrong with them. */
  void check(List<String> mistakes) {
    if (turns().isEmpty() && !playing()) {
      mistakes.add(
          "Nothing to say: expected --wav FILE, --say TEXT, --text TEXT or --play SCENARIO.");
    }
    if (!turns().isEmpty() && playing()) {
      mistakes.add(
          "--play takes all its turns from the scenario: expected no --wav, --say or --text beside it.");
    }
    if (playing() && (manual || silence.isPresent())) {
      mistakes.add(
          "--manual and --silence-ms: how turns end is the scenario's, so --play takes neither.");
    }
    if (!playing() && patience.isPresent()) {
      mistakes.add("--patience is about the lines of a scenario: expected --play beside it.");
    }
    silence
        .filter(ms -> ms < 0 || ms > 10_000)
        .ifPresent(
            ms -> mistakes.add("--silence-ms: expected 0 to 10000, found %d.".formatted(ms)));
    turns().stream()
        .filter(turn -> turn.value().isBlank())
        .forEach(turn -> mistakes.add("%s: expected words, found none.".formatted(turn.option())));
    wav.forEach(turn -> checkFile(turn, mistakes));
  }

  /** The scenario to play, if one is. */
  Optional<Program> program() {
    return play.map(name -> ScenarioNames.find(ScenarioNames.of(features), name));
  }

  /** Who decides what is said. */
  Mind mind(Optional<Program> program, Tools tools) {
    return program
        .<Mind>map(scenario -> new ClientRole(scenario, patience, format))
        .orElseGet(() -> turnsInOrder(tools));
  }

  private Mind turnsInOrder(Tools tools) {
    SessionRequest request = new SessionRequest(!manual, silence, format, format);
    return new TurnsInOrder(
        request.session(), turns().stream().map(TurnOptions::act).toList(), tools);
  }

  private List<Wanted> turns() {
    return Wanted.inOrder(wav, say, text);
  }

  private static Act act(Wanted turn) {
    return switch (turn.option()) {
      case "--text" -> new Act.Type(turn.value());
      case "--say" -> new Act.Say(turn.value(), Optional.empty());
      default -> new Act.Say("", Optional.of(Path.of(turn.value())));
    };
  }

  private static void checkFile(Wanted turn, List<String> mistakes) {
    Path file = Path.of(turn.value());
    if (!Files.isRegularFile(file)) {
      mistakes.add("--wav: there is no file '%s'.".formatted(file));
      return;
    }
    try {
      WavStream.open(file).close();
    } catch (AudioException | IOException unreadable) {
      mistakes.add(String.valueOf(unreadable.getMessage()));
    }
  }
}
