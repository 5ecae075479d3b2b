package dev.soundcheck.conformance.hearing;

import dev.soundcheck.audio.AudioException;
import dev.soundcheck.audio.AudioFormat;
import dev.soundcheck.audio.Pcm;
import dev.soundcheck.audio.SoundDecoder;
import dev.soundcheck.schemas.Observed;
import dev.soundcheck.schemas.Origin;
import dev.soundcheck.schemas.TraceAudio;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What both sides of a conversation say, piece by piece, each in the format that held when it came.
 */
public final class Sides {
  /**
   * A piece of sound.
   *
   * @param from who said it
   * @param at when it came
   * @param lasts how long it is, as far as that can be known
   * @param sound the samples; empty when the trace does not have them, or nobody can decode them
   */
  public record Piece(Origin from, Duration at, Optional<Duration> lasts, Optional<Pcm> sound) {}

  /** A decoder keeps what a message cuts in half, so there is one for each stream of a format. */
  private record Decoding(AudioFormat format, SoundDecoder decoder) {}

  private static final class Connection {
    private final Formats formats = new Formats();
    private final Map<Origin, Decoding> decoding = new EnumMap<>(Origin.class);
  }

  private final TraceAudio kept;
  private final Map<Integer, Connection> connections = new HashMap<>();

  /**
   * Both sides, from the beginning.
   *
   * @param kept what the trace holds of the sound
   */
  public Sides(TraceAudio kept) {
    this.kept = kept;
  }

  /** The sound of what was seen next; empty when it carries none. */
  public Optional<Piece> hear(Observed seen) {
    Connection connection =
        connections.computeIfAbsent(seen.connection(), number -> new Connection());
    if (seen instanceof Observed.Binary frame) {
      return Optional.of(piece(connection, frame.from(), frame.at(), Payload.of(frame)));
    }
    if (seen instanceof Observed.Message event) {
      return member(event)
          .map(
              name ->
                  Payload.of(event, name)
                      .map(sound -> piece(connection, event.from(), event.at(), sound))
                      .orElseGet(() -> nothing(event)))
          .or(
              () -> {
                agree(connection.formats, event);
                return Optional.empty();
              });
    }
    return Optional.empty();
  }

  /**
   * Whether a player drops at this moment what it has not played of the server's yet: when the
   * server hears speech, and when the client cancels (clients.md).
   */
  public static boolean silences(Observed seen) {
    return seen instanceof Observed.Message event
        && (event.type().equals("input_audio_buffer.speech_started")
            || event.type().equals("response.cancel"));
  }

  /** Which member of an event carries sound. */
  private static Optional<String> member(Observed.Message event) {
    return switch (event.type()) {
      case "input_audio_buffer.append" -> Optional.of("audio");
      case "response.output_audio.delta", "response.audio.delta" -> Optional.of("delta");
      default -> Optional.empty();
    };
  }

  private static void agree(Formats formats, Observed.Message event) {
    JsonNode session = event.json().path("session");
    switch (event.type()) {
      case "session.created" -> formats.begin(session);
      case "session.update" -> formats.propose(session);
      case "session.updated" -> formats.agree(session);
      case "error" -> {
        if (event.json().at("/error/param").asString("").startsWith("session")) {
          formats.refuse();
        }
      }
      default -> {}
    }
  }

  private Piece piece(Connection connection, Origin from, Duration at, Payload payload) {
    Optional<AudioFormat> format =
        from == Origin.CLIENT ? connection.formats.input() : connection.formats.output();
    if (kept == TraceAudio.SHORTENED || format.isEmpty()) {
      return new Piece(from, at, Optional.empty(), Optional.empty());
    }
    return new Piece(
        from,
        at,
        Lengths.of(format.orElseThrow(), payload),
        payload.bytes().flatMap(bytes -> decoded(connection, from, format.orElseThrow(), bytes)));
  }

  private static Piece nothing(Observed.Message event) {
    return new Piece(event.from(), event.at(), Optional.empty(), Optional.empty());
  }

  /** What cannot be sound makes none, as in a player. */
  private static Optional<Pcm> decoded(
      Connection connection, Origin from, AudioFormat format, byte[] bytes) {
    Decoding held = connection.decoding.get(from);
    if (held == null || !held.format().equals(format)) {
      held = new Decoding(format, format.decoder());
      connection.decoding.put(from, held);
    }
    try {
      return Optional.of(held.decoder().decode(bytes));
    } catch (AudioException noSound) {
      return Optional.empty();
    }
  }
}
