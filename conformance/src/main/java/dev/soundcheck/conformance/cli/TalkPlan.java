package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.Wav;
import dev.soundcheck.conformance.client.ClientRole;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.TurnsInOrder;
import dev.soundcheck.script.Act;
import dev.soundcheck.script.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code talk} will do.
 *
 * @param target whom it calls
 * @param mind what it says
 */
record TalkPlan(Target target, Mind mind) {
  /**
   * Checks all that was asked for.
   *
   * @throws WrongUse with every mistake
   */
  static TalkPlan of(TalkAsked asked) {
    List<String> mistakes = new ArrayList<>();
    checkTurns(asked, mistakes);
    checkPlaces(asked, mistakes);
    List<Act> acts = asked.turns().stream().map(turn -> act(turn, mistakes)).toList();
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
    Optional<Program> program =
        asked.play().map(name -> ScenarioNames.find(ScenarioNames.of(asked.features()), name));
    return new TalkPlan(
        target(asked, program),
        program
            .<Mind>map(it -> new ClientRole(it, asked.format()))
            .orElseGet(() -> turns(asked, acts)));
  }

  private static void checkTurns(TalkAsked asked, List<String> mistakes) {
    if (asked.turns().isEmpty() && asked.play().isEmpty()) {
      mistakes.add(
          "Nothing to say: expected --wav FILE, --say TEXT, --text TEXT or --play SCENARIO.");
    }
    if (!asked.turns().isEmpty() && asked.play().isPresent()) {
      mistakes.add(
          "--play takes all its turns from the scenario: expected no --wav, --say or --text beside it.");
    }
    if (asked.play().isPresent() && (asked.manual() || asked.silence().isPresent())) {
      mistakes.add(
          "--manual and --silence-ms: how turns end is the scenario's, so --play takes neither.");
    }
    if (asked.timeout() < 1) {
      mistakes.add("--timeout: expected at least 1 second, found %d.".formatted(asked.timeout()));
    }
    asked
        .silence()
        .filter(ms -> ms < 0 || ms > 10_000)
        .ifPresent(
            ms -> mistakes.add("--silence-ms: expected 0 to 10000, found %d.".formatted(ms)));
  }

  private static void checkPlaces(TalkAsked asked, List<String> mistakes) {
    String scheme = String.valueOf(asked.url().getScheme());
    if (!List.of("ws", "wss").contains(scheme) || asked.url().getHost() == null) {
      mistakes.add(
          "--url: expected ws://HOST:PORT/PATH or wss://…, found '%s'.".formatted(asked.url()));
    }
    asked
        .authority()
        .filter(file -> !Files.isReadable(file))
        .ifPresent(file -> mistakes.add("--ca: there is no file '%s' to read.".formatted(file)));
    checkWritable("--out", asked.out(), mistakes);
    checkWritable("--trace", asked.trace(), mistakes);
  }

  private static void checkWritable(String option, Optional<Path> file, List<String> mistakes) {
    Optional<Path> folder = file.map(path -> path.toAbsolutePath().getParent());
    if (file.filter(Files::isDirectory).isPresent()
        || folder.filter(parent -> !Files.isDirectory(parent)).isPresent()) {
      mistakes.add(
          "%s: '%s' cannot be written; expected a file in a folder that is there."
              .formatted(option, file.orElseThrow()));
    }
  }

  private static Act act(Wanted turn, List<String> mistakes) {
    if ("--text".equals(turn.option())) {
      return new Act.Type(turn.value());
    }
    if ("--say".equals(turn.option())) {
      return new Act.Say(turn.value(), Optional.empty());
    }
    Path file = Path.of(turn.value());
    try {
      if (Files.isRegularFile(file)) {
        Wav.read(file);
      } else {
        mistakes.add("--wav: there is no file '%s'.".formatted(file));
      }
    } catch (AudioException | IOException unreadable) {
      mistakes.add(unreadable.getMessage());
    }
    return new Act.Say("", Optional.of(file));
  }

  private static Target target(TalkAsked asked, Optional<Program> program) {
    Target target = new Target(asked.url(), asked.key(), asked.authority());
    return asked
        .scenario()
        .or(() -> program.map(Program::name))
        .map(target::playing)
        .orElse(target);
  }

  private static Mind turns(TalkAsked asked, List<Act> acts) {
    return new TurnsInOrder(request(asked).session(), acts);
  }

  private static SessionRequest request(TalkAsked asked) {
    return new SessionRequest(!asked.manual(), asked.silence(), asked.format(), asked.format());
  }
}
