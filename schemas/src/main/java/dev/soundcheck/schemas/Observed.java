package dev.soundcheck.schemas;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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

  /** The same to be looked at more than once. */
  default Observed unpacked() {
    return this;
  }

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

  /** A JSON event. Two are equal when all but the text that they travelled in is. */
  final class Message implements Observed {
    private final Duration at;
    private final int connection;
    private final Origin from;
    private final String type;
    private final Body body;

    /** An event with all that belongs to it. */
    public Message(Duration at, int connection, Origin from, String type, JsonNode json) {
      this(at, connection, from, type, json, Map.of());
    }

    /**
     * An event without some of its audio.
     *
     * @param hashed what is known of audio that is not there, by JSON pointer; its text is empty
     */
    public Message(
        Duration at,
        int connection,
        Origin from,
        String type,
        JsonNode json,
        Map<String, AudioDigest> hashed) {
      this(at, connection, from, type, Body.of(json, Map.copyOf(hashed)));
    }

    private Message(Duration at, int connection, Origin from, String type, Body body) {
      this.at = at;
      this.connection = connection;
      this.from = from;
      this.type = type;
      this.body = body;
    }

    /**
     * An event of which the text is kept, a fifth of what its JSON takes; {@code json} reads it
     * anew each time.
     *
     * @param utf8 not copied
     */
    public static Message ofText(
        Duration at, int connection, Origin from, String type, byte[] utf8) {
      return new Message(at, connection, from, type, Body.of(utf8));
    }

    private Message with(Body other) {
      return new Message(at, connection, from, type, other);
    }

    /** This, with the text that it travelled in, in UTF-8, which is not copied. */
    public Message travelledAs(byte[] utf8) {
      return with(new Body(body.json, utf8, body.hashed));
    }

    @Override
    public Message unpacked() {
      return body.isPacked() ? with(body.unpacked()) : this;
    }

    /** The text that it travelled in, in UTF-8, not copied; empty where nobody knows it. */
    public byte[] utf8() {
      return body.utf8;
    }

    @Override
    public Duration at() {
      return at;
    }

    @Override
    public int connection() {
      return connection;
    }

    /** Who said it. */
    public Origin from() {
      return from;
    }

    /** The event's name on the wire. */
    public String type() {
      return type;
    }

    /** The whole event. */
    public JsonNode json() {
      return body.unpacked().json;
    }

    /** What is known of audio that is not there, by JSON pointer; its text is empty. */
    public Map<String, AudioDigest> hashed() {
      return body.hashed;
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.message(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Message that
          && at.equals(that.at)
          && connection == that.connection
          && from == that.from
          && type.equals(that.type)
          && hashed().equals(that.hashed())
          && json().equals(that.json());
    }

    @Override
    public int hashCode() {
      return Objects.hash(at, connection, from, type);
    }

    @Override
    public String toString() {
      return "%s %s %s on %d: %s".formatted(at, from, type, connection, json());
    }

    /** What it says: as JSON, as the text that it travelled in, or both. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Body(JsonNode json, byte[] utf8, Map<String, AudioDigest> hashed) {
      private static final byte[] UNKNOWN = {};

      static Body of(JsonNode json, Map<String, AudioDigest> hashed) {
        return new Body(json, UNKNOWN, hashed);
      }

      static Body of(byte[] utf8) {
        return new Body(MissingNode.getInstance(), utf8, Map.of());
      }

      boolean isPacked() {
        return json.isMissingNode() && utf8.length > 0;
      }

      Body unpacked() {
        return isPacked() ? of(Json.mapper().readTree(utf8), hashed) : this;
      }
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
