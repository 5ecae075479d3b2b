package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.Manner;
import dev.soundcheck.conformance.client.Outcome;
import dev.soundcheck.conformance.client.Sounds;
import dev.soundcheck.conformance.client.VoiceClient;
import dev.soundcheck.conformance.client.Watcher;
import dev.soundcheck.schemas.Profile;
import dev.soundcheck.schemas.TraceHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks to an endpoint with sound, spoken or typed words, or plays a scenario's client role. */
@Command(
    name = "talk",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "Usage: soundcheck talk (--wav FILE... | --say TEXT... | --text TEXT...)... [OPTIONS]",
      "       soundcheck talk --play SCENARIO [OPTIONS]"
    },
    description = {
      "Talks to a voice endpoint as a person at a microphone would, and says what is not as it should be.",
      "Turns are taken in the order given; each waits for the answer to the last."
    },
    footer = {
      "",
      "Examples:",
      "  soundcheck talk --say \"What is the weather in Paris?\" --out answer.wav",
      "  soundcheck talk --wav question.wav --text \"And tomorrow?\" --trace talk.ndjson",
      "  soundcheck talk --play weather/one-tool-call-with-a-spoken-preamble",
      "  soundcheck talk --url wss://api.x.ai/v1/realtime --say \"Hello\"",
      "",
      "Exit status: 0 fine; 1 an event broke its schema, a line was not met or no",
      "answer came; 2 wrong use or no connection."
    })
final class TalkCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli gives it before it calls
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where to call (default: ${DEFAULT-VALUE}).")
  private URI url = URI.create("ws://127.0.0.1:8765/v1/realtime");

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

  @Option(names = "--out", paramLabel = "FILE", description = "Write the answers as a WAV file.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Write all that was said as NDJSON.")
  private Optional<Path> trace = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      description = "Sound on the wire, both ways: pcm:RATE, pcmu or pcma (default: pcm:24000).")
  private AudioFormat format = AudioFormat.DEFAULT;

  @Option(names = "--manual", description = "End turns by hand instead of by server detection.")
  private boolean manual;

  @Option(
      names = "--silence-ms",
      paramLabel = "N",
      description = "How much silence ends a turn (the session's silence_duration_ms).")
  private Optional<Integer> silence = Optional.empty();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Ask a mock to play this scenario.")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description = "A folder of features of your own, for --play.")
  private Optional<Path> features = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      description = "The contract to hold the server's events against (default: live).")
  private Profile profile = Profile.LIVE;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key (default: XAI_API_KEY of the environment, or none).")
  private Optional<String> key = Optional.empty();

  @Option(names = "--ca", paramLabel = "FILE", description = "Certificates to trust, as PEM.")
  private Optional<Path> authority = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait when nothing comes (default: ${DEFAULT-VALUE}).")
  private int timeout = 30;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show every event.")
  private boolean verbose;

  @Option(names = "--json", description = "Print only a summary at the end, as JSON.")
  private boolean json;

  TalkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    TalkPlan plan = TalkPlan.of(asked());
    PrintWriter to = spec.commandLine().getOut();
    Manner manner = new Manner(profile, Duration.ofSeconds(timeout), 1, Sounds.recordedOrSpoken());
    TalkScreen screen = new TalkScreen(to, surroundings.terminal(), verbose, play.isPresent());
    Outcome outcome;
    TraceHeader header =
        TraceHeader.of(Instant.now(), plan.target().url().toString(), profile, Version.text());
    try (VoiceClient client = new VoiceClient();
        TraceFile file = TraceFile.to(trace, header, json ? Watcher.NONE : screen)) {
      outcome = client.hold(plan.target(), plan.mind(), manner, file).join();
    }
    screen.end();
    if (outcome.seen().isEmpty() && !json) {
      throw new WrongUse(outcome.failure().orElseThrow());
    }
    AnswerFile.write(out, outcome.answers());
    TalkSummary summary = new TalkSummary(outcome, out, trace);
    to.println(json ? summary.json() : summary.text());
    return summary.status();
  }

  private TalkAsked asked() {
    return new TalkAsked(
        url,
        key.or(surroundings::key),
        authority,
        Wanted.inOrder(wav, say, text),
        play,
        scenario,
        features,
        out,
        trace,
        format,
        manual,
        silence,
        timeout);
  }
}
