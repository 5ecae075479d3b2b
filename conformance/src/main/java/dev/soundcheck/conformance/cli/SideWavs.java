package dev.soundcheck.conformance.cli;

import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Both sides of a conversation as WAV files beside its trace, each on the time line of the
 * conversation. The server's is what a person hears: what has not been played yet is dropped when
 * the server hears speech, and when the client cancels, as clients do (clients.md).
 */
final class SideWavs implements AutoCloseable {
  private final List<Path> files;
  private final SoundTrack client;
  private final SoundTrack server;
  private Optional<JsonNode> proposed = Optional.empty();

  private SideWavs(List<Path> files) {
    this.files = files;
    this.client = new SoundTrack(files.get(0));
    this.server = new SoundTrack(files.get(1));
  }

  /** For a trace {@code talk.ndjson} these are {@code talk.client.wav} and the server's. */
  static SideWavs beside(Path trace) {
    String name = trace.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return new SideWavs(
        List.of(
            trace.resolveSibling(name + ".client.wav"),
            trace.resolveSibling(name + ".server.wav")));
  }

  List<Path> files() {
    return files;
  }

  /**
   * Takes one thing that was seen.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  void saw(Observed seen) {
    try {
      if (seen instanceof Observed.Message message) {
        message(message);
      } else if (seen instanceof Observed.Binary binary) {
        presume();
        of(binary.from()).sound(binary.at(), binary.bytes());
      }
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
      server.close();
    } catch (IOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private void message(Observed.Message message) throws IOException {
    switch (message.type()) {
      case "session.update" -> proposed = Optional.of(message.json().path("session"));
      case "session.updated" -> {
        presume();
        agree(message.json().path("session"));
      }
      case "error" -> {
        if (message.json().at("/error/param").asString("").startsWith("session")) {
          proposed = Optional.empty();
        }
      }
      case "input_audio_buffer.append" -> sound(message, message.json().path("audio"));
      case "response.output_audio.delta", "response.audio.delta" ->
          sound(message, message.json().path("delta"));
      case "input_audio_buffer.speech_started", "response.cancel" ->
          server.fallSilent(message.at());
      default -> {}
    }
  }

  private void sound(Observed.Message message, JsonNode base64) throws IOException {
    presume();
    try {
      of(message.from()).sound(message.at(), Base64.getDecoder().decode(base64.asString("")));
    } catch (IllegalArgumentException notBase64) {
      of(message.from()).sound(message.at(), new byte[0]);
    }
  }

  /** Some servers never answer an update (live-behaviour.md 1.3); then it counts as accepted. */
  private void presume() {
    proposed.ifPresent(this::agree);
    proposed = Optional.empty();
  }

  private void agree(JsonNode session) {
    JsonNode audio = session.path("audio");
    agree(client, audio.path("input").path("format"));
    agree(server, audio.path("output").path("format"));
  }

  private static void agree(SoundTrack track, JsonNode format) {
    if (format.has("type")) {
      JsonNode rate = format.path("rate");
      track.format(
          AudioFormat.of(
              format.path("type").asString(""),
              rate.isInt() ? Optional.of(rate.intValue()) : Optional.empty()));
    }
  }

  private SoundTrack of(Origin side) {
    return side == Origin.CLIENT ? client : server;
  }

  private UncheckedIOException unwritable(IOException why) {
    return new UncheckedIOException(
        "%s cannot be written: %s"
            .formatted(files.get(0).resolveSibling("*.wav"), why.getMessage()),
        why);
  }
}
