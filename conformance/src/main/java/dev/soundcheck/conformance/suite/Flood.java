package dev.soundcheck.conformance.suite;

import dev.soundcheck.schemas.Observed;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Counts what is seen in a conversation, and says when it is more than anybody would look at. */
public final class Flood {
  /** A minute of talk has some hundreds of events, with an open microphone some thousands. */
  static final int MOST = 20_000;

  /** Ten minutes of sound at 24 kHz, as base64. */
  static final long MOST_TEXT = 40L << 20;

  private final Length length = new Length();
  private int count;
  private long text;

  /** One thing more; in words when it is too much, and from then on always. */
  public synchronized Optional<String> with(Observed observed) {
    count++;
    text += observed.match(length);
    if (count > MOST) {
      return Optional.of("more than %d events came".formatted(MOST));
    }
    return text > MOST_TEXT
        ? Optional.of("more than %d MiB came".formatted(MOST_TEXT >> 20))
        : Optional.empty();
  }

  /** About how much memory it takes: its text and its bytes, not its form. */
  private static final class Length implements Observed.Cases<Long> {
    /** Of a number, a name, or a brace. */
    private static final long SMALL = 8;

    @Override
    public Long message(Observed.Message message) {
      return of(message.json());
    }

    @Override
    public Long binary(Observed.Binary binary) {
      return (long) binary.bytes().length;
    }

    @Override
    public Long malformed(Observed.Malformed malformed) {
      return (long) malformed.text().length();
    }

    @Override
    public Long closed(Observed.Closed closed) {
      return SMALL;
    }

    @Override
    public Long silence(Observed.Silence silence) {
      return SMALL;
    }

    private static long of(JsonNode json) {
      if (json.isContainer()) {
        return SMALL + json.valueStream().mapToLong(Length::of).sum();
      }
      return json.isString() ? json.stringValue().length() : SMALL;
    }
  }
}
