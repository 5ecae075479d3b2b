package dev.soundcheck.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing seen on a connection, timed from the moment the first connection opened. Silence and
 * closing are seen too.
 */
public sealed interface Observed {
  /** When, since open. */
  Duration at();

  /** Which connection of the conversation, counted from 1. */
  int connection();

  /** Does what fits the kind of thing that was seen. */
  <T> T match(Cases<T> cases);

  /** What to do with each kind of thing seen. */
  interface Cases<T> {
    /** An event as JSON. */
    T message(Message message);

    /** A binary frame: sound as raw bytes. */
    T binary(Binary binary);

    /** A text that is no event. */
    T malformed(Malformed malformed);

    /** The end of a connection; nothing of that connection comes after it. */
    T closed(Closed closed);

    /** A stretch in which nothing came. */
    T silence(Silence silence);
  }

  /**
   * A JSON event.
   *
   * @param hashed what is known of audio that is not there, by JSON pointer; its text is empty
   */
  record Message(
      Duration at,
      int connection,
      Origin from,
      String type,
      JsonNode json,
      Map<String, AudioDigest> hashed)
      implements Observed {
    public Message {
      hashed = Map.copyOf(hashed);
    }

    /** An event with all that belongs to it. */
    public Message(Duration at, int connection, Origin from, String type, JsonNode json) {
      this(at, connection, from, type, json, Map.of());
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.message(this);
    }
  }

  /**
   * A binary frame: raw audio, not copied; two are equal when their bytes are.
   *
   * @param hashed what is known of bytes that are not there
   */
  @SuppressWarnings("ArrayRecordComponent") // frames are many and large, and nobody changes them
  record Binary(
      Duration at, int connection, Origin from, byte[] bytes, Optional<AudioDigest> hashed)
      implements Observed {
    /** A frame with all its bytes. */
    public Binary(Duration at, int connection, Origin from, byte[] bytes) {
      this(at, connection, from, bytes, Optional.empty());
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.binary(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Binary that
          && at.equals(that.at)
          && connection == that.connection
          && from == that.from
          && hashed.equals(that.hashed)
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(at, connection, from, Arrays.hashCode(bytes));
    }
  }

  /** Text that is no JSON object with a {@code type}. */
  record Malformed(Duration at, int connection, Origin from, String text, String why)
      implements Observed {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.malformed(this);
    }
  }

  /** The end of a connection; {@code from} is who closed. */
  record Closed(Duration at, int connection, Origin from, int code, String reason)
      implements Observed {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.closed(this);
    }
  }

  /** Nothing for a while. */
  record Silence(Duration at, int connection, Duration lasted) implements Observed {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.silence(this);
    }
  }
}
