package dev.soundcheck.conformance.cli;

import dev.soundcheck.conformance.client.HandsFree;
import dev.soundcheck.conformance.client.Headset;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Mind;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Sounds;
import dev.soundcheck.conformance.client.Target;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.conformance.tool.Toolbox;
import dev.soundcheck.schemas.TraceHeader;
import dev.soundcheck.script.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks to an endpoint with sound, spoken or typed words, or plays a scenario's client role. */
@Command(
    name = "talk",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "soundcheck talk (--wav FILE... | --say TEXT... | --text TEXT...)... [OPTIONS]",
      "       soundcheck talk --mic [OPTIONS]",
      "       soundcheck talk --play SCENARIO [OPTIONS]"
    },
    description = {
      "Talks to a voice endpoint as a person at a microphone would, and says what is not as it should be.",
      "Turns are taken in the order given; each waits for the answer to the last."
    },
    exitCodeList = {
      "0:fine",
      "1:an event broke its schema, a line was not met or no answer came",
      "2:wrong use or no connection"
    },
    footer = {
      "",
      "Examples:",
      "  soundcheck talk --say \"What is the weather in Paris?\" --out answer.wav",
      "  soundcheck talk --wav question.wav --text \"And tomorrow?\" --trace talk.ndjson",
      "  soundcheck talk --mic --tool get_weather=./weather.sh",
      "  soundcheck talk --play tools/one-tool-call-with-a-spoken-preamble",
      "  soundcheck talk --url wss://api.x.ai/v1/realtime --say \"Hello\""
    })
final class TalkCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Mixin private TurnOptions turns = new TurnOptions();
  @Mixin private SessionOptions session = new SessionOptions();
  @Mixin private CallsOptions calls = new CallsOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private VoiceOptions voices = new VoiceOptions();
  @Mixin private ToolOptions tools = new ToolOptions();
  @Mixin private DeviceOptions devices = new DeviceOptions();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show every event.")
  private boolean verbose;

  @Option(names = "--json", description = "Print only a summary at the end, as JSON.")
  private boolean json;

  TalkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Everything is checked before anything is said. */
  @Override
  public Integer call() throws IOException {
    if (devices.listing()) {
      DeviceOptions.list(spec.commandLine().getOut());
      return Soundcheck.FINE;
    }
    check();
    turns.remarks().forEach(spec.commandLine().getErr()::println);
    try (Toolbox box = tools.tools();
        Sitting sitting = devices.sit(session.manual(), surroundings)) {
      Outcome outcome = talk(turns.program(), box, sitting);
      if (outcome.seen().isEmpty() && !json) {
        throw new WrongUse(outcome.failure().orElseThrow());
      }
      files.keep(outcome.answers());
      TalkSummary summary = new TalkSummary(outcome, box.uses(), files.written());
      spec.commandLine().getOut().println(json ? summary.json() : summary.text());
      return summary.status();
    }
  }

  private void check() {
    List<String> mistakes = new ArrayList<>();
    turns.check(devices.live(), mistakes);
    session.check(turns.playing(), mistakes);
    calls.check(mistakes);
    place.check(mistakes);
    files.check(mistakes);
    tools.check(turns.playing(), mistakes);
    devices.check(session.manual(), surroundings, mistakes);
    if (!mistakes.isEmpty()) {
      throw new WrongUse(mistakes);
    }
  }

  private Outcome talk(Optional<Program> program, Toolbox box, Sitting sitting) throws IOException {
    Target target = session.resumed(place.target(surroundings.key(), program.map(Program::name)));
    Manner manner =
        new Manner(
                place.profile(),
                Duration.ofSeconds(place.timeout()),
                1,
                Sounds.recordedOrSpoken(voices.voice(spec.commandLine().getErr())))
            .with(Headset.NONE.with(sitting.loudspeaker(), sitting.microphone()))
            .with(calls.backoff());
    TraceHeader header =
        TraceHeader.of(Instant.now(), target.url().toString(), place.profile(), Version.text());
    Lines lines = Lines.on(spec.commandLine().getOut(), surroundings);
    TalkScreen screen = new TalkScreen(lines, verbose, turns.playing(), box::uses);
    sitting.greet(json ? new Lines(new PrintWriter(Writer.nullWriter()), false) : lines);
    try (VoiceClient client = new VoiceClient();
        TraceFile file =
            files.trace(header, json ? Watcher.NONE : screen, surroundings.confidences())) {
      Supplier<Mind> mind =
          () ->
              sitting
                  .microphone()
                  .<Mind>map(somebody -> new HandsFree(session.request().session(), somebody, box))
                  .orElseGet(() -> turns.mind(program, session, box));
      return client.hold(target, mind, calls.times(), manner, file).join();
    } finally {
      screen.end();
    }
  }
}
