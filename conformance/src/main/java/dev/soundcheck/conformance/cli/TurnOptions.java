package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.WavStream;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.Take;
import dev.soundcheck.conformance.client.Tools;
import dev.soundcheck.conformance.client.TurnsInOrder;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a client about what it says. */
final class TurnOptions {
  /** A quarter of an hour has six digits; no answer is that long. */
  private static final int DIGITS = 6;

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
      names = "--barge-in",
      paramLabel = "AFTER_MS FILE",
      parameterConsumer = Wanted.BreakingIn.class,
      description =
          "Play this file as a turn that breaks in when AFTER_MS of the answer to the turn before were played.")
  private List<Wanted> bargeIn = List.of();

  @Option(
      names = "--play",
      paramLabel = "SCENARIO",
      completionCandidates = Choices.Scenarios.class,
      description = "Play the client's lines of this scenario and check the server's.")
  private Optional<String> play = Optional.empty();

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features of your own, for --play.")
  private Optional<Path> features = Optional.empty();

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

  /** Adds what is wrong with them; somebody at a microphone takes turns of his own. */
  void check(boolean somebodySpeaks, List<String> mistakes) {
    List<Wanted> turns = turns();
    if (somebodySpeaks && (playing() || !turns.isEmpty())) {
      mistakes.add(
          "--mic: whoever sits at the microphone takes all turns: expected no --wav, --say, --text, --barge-in or --play beside it.");
    }
    if (turns.isEmpty() && !playing() && !somebodySpeaks) {
      mistakes.add(
          "Nothing to say: expected --wav FILE, --say TEXT, --text TEXT, --mic or --play SCENARIO.");
    }
    if (!turns.isEmpty() && playing()) {
      mistakes.add(
          "--play takes all its turns from the scenario: expected no --wav, --say, --text or --barge-in beside it.");
    }
    if (!playing() && patience.isPresent()) {
      mistakes.add("--patience is about the lines of a scenario: expected --play beside it.");
    }
    turns.stream()
        .filter(turn -> turn.value().isBlank())
        .forEach(turn -> mistakes.add("%s: expected words, found none.".formatted(turn.option())));
    turns.stream().filter(Wanted::isFile).forEach(turn -> checkFile(turn, mistakes));
    checkBargeIns(turns, mistakes);
  }

  private void checkBargeIns(List<Wanted> turns, List<String> mistakes) {
    if (turns.stream().findFirst().filter(it -> it.breaksIn().isPresent()).isPresent()) {
      mistakes.add(
          "--barge-in: expected a turn before it, such as --wav FILE, into whose answer it can break.");
    }
    bargeIn.stream()
        .flatMap(it -> it.breaksIn().stream())
        .filter(after -> !after.matches("[0-9]{1," + DIGITS + "}"))
        .forEach(
            after ->
                mistakes.add(
                    "--barge-in: expected a whole number of milliseconds and a file, found '%s'."
                        .formatted(after)));
  }

  /** The scenario to play, if one is. */
  Optional<Program> program() {
    return play.map(name -> ScenarioNames.find(ScenarioNames.of(features), name));
  }

  /** Who decides what is said, where nobody sits at a microphone. */
  Mind mind(Optional<Program> program, SessionOptions session, Tools tools) {
    return program
        .<Mind>map(scenario -> new ClientRole(scenario, patience, session.in(), session.out()))
        .orElseGet(() -> new TurnsInOrder(session.request().session(), takes(), tools));
  }

  private List<Take> takes() {
    return turns().stream().map(TurnOptions::take).toList();
  }

  private List<Wanted> turns() {
    return Wanted.inOrder(List.of(wav, say, text, bargeIn));
  }

  private static Take take(Wanted turn) {
    return turn.breaksIn()
        .map(Long::valueOf)
        .map(after -> Take.breakingIn(Duration.ofMillis(after), act(turn)))
        .orElseGet(() -> Take.inTurn(act(turn)));
  }

  private static Act act(Wanted turn) {
    return switch (turn.option()) {
      case "--text" -> new Act.Type(turn.value());
      case "--say" -> new Act.Say(turn.value(), Optional.empty());
      default -> new Act.Say("", Optional.of(Path.of(turn.value())));
    };
  }

  /** What is odd about the files though they can be read, a line each. */
  List<String> remarks() throws IOException {
    List<String> remarks = new ArrayList<>();
    for (Wanted turn : turns().stream().filter(Wanted::isFile).toList()) {
      try (WavStream wav = WavStream.open(Path.of(turn.value()))) {
        wav.remark().ifPresent(remarks::add);
      }
    }
    return remarks;
  }

  private static void checkFile(Wanted turn, List<String> mistakes) {
    Path file = Path.of(turn.value());
    if (!Files.isRegularFile(file)) {
      mistakes.add("%s: there is no file '%s'.".formatted(turn.option(), file));
      return;
    }
    try {
      WavStream.open(file).close();
    } catch (AudioException | IOException unreadable) {
      mistakes.add(String.valueOf(unreadable.getMessage()));
    }
  }
}
