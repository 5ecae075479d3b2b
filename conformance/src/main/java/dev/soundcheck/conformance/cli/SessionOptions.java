package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.conformance.client.SessionRequest;
import dev.soundcheck.conformance.client.Target;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a client about what it asks a session to be. */
final class SessionOptions {
  /** How sound goes over the wire (events.yaml, {@code transport}). */
  private enum Transport {
    JSON,
    BINARY
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description =
          "Sound on the wire, both ways: pcm:RATE, pcmu, pcma or opus (default: pcm:24000).")
  private AudioFormat format = AudioFormat.DEFAULT;

  @Option(
      names = "--format-in",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "Sound to the server, where it differs from --format.")
  private Optional<AudioFormat> in = Optional.empty();

  @Option(
      names = "--format-out",
      paramLabel = "FORMAT",
      converter = FormatName.class,
      completionCandidates = FormatName.class,
      description = "Sound from the server, where it differs from --format.")
  private Optional<AudioFormat> out = Optional.empty();

  @Option(
      names = "--transport",
      paramLabel = "json|binary",
      completionCandidates = Choices.Transports.class,
      description = "Sound as base64 in events, or as binary frames, both ways (default: json).")
  private Transport transport = Transport.JSON;

  @Option(names = "--manual", description = "End turns by hand instead of by server detection.")
  private boolean manual;

  @Option(
      names = "--silence-ms",
      paramLabel = "N",
      description = "How much silence ends a turn (the session's silence_duration_ms).")
  private Optional<Integer> silence = Optional.empty();

  @Option(
      names = "--resume",
      arity = "0..1",
      paramLabel = "ID",
      fallbackValue = "",
      description =
          "Ask for a conversation that can be resumed, and go on with that of this ID, if one is given.")
  private Optional<String> resume = Optional.empty();

  /** Adds what is wrong with them. */
  void check(boolean playing, List<String> mistakes) {
    if (playing && (manual || silence.isPresent())) {
      mistakes.add(
          "--manual and --silence-ms: how turns end is the scenario's, so --play takes neither.");
    }
    if (playing && (transport == Transport.BINARY || resume.isPresent())) {
      mistakes.add(
          "--transport and --resume: what the session is asked to be is the scenario's, so --play takes neither.");
    }
    silence
        .filter(ms -> ms < 0 || ms > 10_000)
        .ifPresent(
            ms -> mistakes.add("--silence-ms: expected 0 to 10000, found %d.".formatted(ms)));
  }

  AudioFormat in() {
    return in.orElse(format);
  }

  AudioFormat out() {
    return out.orElse(format);
  }

  /** Whether the client ends turns. */
  boolean manual() {
    return manual;
  }

  SessionRequest request() {
    return new SessionRequest(
        !manual, silence, in(), out(), transport == Transport.BINARY, resume.isPresent());
  }

  /** The same place, asked for the conversation to go on with. */
  Target resumed(Target target) {
    return resume.filter(id -> !id.isEmpty()).map(target::resuming).orElse(target);
  }
}
